import { isSameState, mergeStates, type DelegationState } from './delegationState.js';

/** State of a delegation that a user last saw, or was notified of since. */
export type Known = {
  readonly state: DelegationState;
  /** Consecutive empty readings, which may have been errors of Graph. */
  readonly missed: number;
};

/** Certainty that an entry missing from a reading has ended. `half`: the list is empty, which Graph may return by mistake. */
export type Absence = 'certain' | 'half' | 'unknown';

/** `nothing`: no change. `keep`: no change, but there is new state to store. `tell`: new, changed or ended. */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keep'; readonly known: Known }
  | { readonly kind: 'tell'; readonly known: Known | undefined };

const nothing: Decision = { kind: 'nothing' };

/** @param now undefined when the delegation is missing from the reading */
export function decide(
  before: Known | undefined,
  now: DelegationState | undefined,
  absence: Absence,
): Decision {
  if (now === undefined) {
    if (before === undefined || absence === 'unknown') return nothing;
    if (absence === 'certain' || before.missed > 0) return { kind: 'tell', known: undefined };
    return { kind: 'keep', known: { ...before, missed: 1 } };
  }
  if (before === undefined) return { kind: 'tell', known: { state: now, missed: 0 } };
  const known: Known = { state: mergeStates(before.state, now), missed: 0 };
  if (!isSameState(before.state, now)) return { kind: 'tell', known };
  const isMore = before.missed > 0 || Object.keys(now).some((field) => before.state[field] === undefined);
  return isMore ? { kind: 'keep', known } : nothing;
}
