import { isSameState, mergeStates, type DelegationState } from './delegationState.js';

/** What somebody last saw of a delegation, or was told of since. */
export type Known = {
  readonly state: DelegationState;
  /** Readings in a row that lacked it and may have been a hiccup. */
  readonly missed: number;
};

/** What a reading says of those who are not in it. `half`: it is empty, which Graph may answer by mistake. */
export type Absence = 'certain' | 'half' | 'unknown';

/** `nothing`: no news. `keep`: none either, but more is known than before. `tell`: new, changed or ended. */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'keep'; readonly known: Known }
  | { readonly kind: 'tell'; readonly known: Known | undefined };

const nothing: Decision = { kind: 'nothing' };

/** @param now undefined: the reading lacks it */
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
