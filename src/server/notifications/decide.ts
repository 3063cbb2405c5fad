import { isSameState, type DelegationState } from './delegationState.js';

/** State of a delegation that a user last saw, or was notified of since. */
export type LastSeen = {
  readonly state: DelegationState;
  /** Consecutive empty reads of the list, which may have been errors of Graph. */
  readonly missed: number;
};

/** Certainty that an entry missing from a list has ended. `half`: the list is empty, which Graph may return by mistake. */
export type Absence = 'certain' | 'half' | 'unknown';

/**
 * `nothing`: no change. `keep`: no change, but there is new state to store. `notify`: the delegation is new, changed or ended.
 * `lastSeen` is the state to store. Undefined: the delegation has ended.
 */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keep'; readonly lastSeen: LastSeen }
  | { readonly kind: 'notify'; readonly lastSeen: LastSeen | undefined };

const nothing: Decision = { kind: 'nothing' };

/** @param now undefined when the delegation is missing from the list */
export function decide(
  before: LastSeen | undefined,
  now: DelegationState | undefined,
  absence: Absence,
): Decision {
  if (now === undefined) {
    if (before === undefined || absence === 'unknown') return nothing;
    if (absence === 'certain' || before.missed > 0) return { kind: 'notify', lastSeen: undefined };
    return { kind: 'keep', lastSeen: { ...before, missed: 1 } };
  }
  if (before === undefined) return { kind: 'notify', lastSeen: { state: now, missed: 0 } };
  const lastSeen: LastSeen = { state: { ...before.state, ...now }, missed: 0 };
  if (!isSameState(before.state, now)) return { kind: 'notify', lastSeen };
  const isMore = before.missed > 0 || Object.keys(now).some((field) => before.state[field] === undefined);
  return isMore ? { kind: 'keep', lastSeen } : nothing;
}
