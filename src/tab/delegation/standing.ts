import type { ConfirmedEntry } from '../../contract/confirmation.js';
import { rights, type Delegation, type Right } from '../../contract/delegation.js';

/**
 * Overall state of a delegation. `working`: in force with at least one held right. `unreported`: perhaps in force, but
 * no right is reported as held and some are not reported. `powerless`: none of the five rights is held.
 */
export type Standing = 'working' | 'unreported' | 'powerless' | 'inactive' | 'disabled' | 'gone';

/** The worst state wins: a deleted account is `gone`, regardless of other problems. */
export function standingOf(delegation: Delegation): Standing {
  if (delegation.personStatus === 'notFound') return 'gone';
  if (delegation.person?.accountEnabled === false) return 'disabled';
  if (delegation.isActive === false) return 'inactive';
  const held = rights.map((right) => delegation.allowedActions[right]);
  if (held.includes(true)) return 'working';
  return held.includes(null) ? 'unreported' : 'powerless';
}

/** Returns true unless the delegation is known to be inactive, or its account to be deleted or disabled. */
export const isInForce = (delegation: Delegation): boolean =>
  !['gone', 'disabled', 'inactive'].includes(standingOf(delegation));

/** A delegation, or an entry of a confirmation. */
export type Entry = Omit<ConfirmedEntry, 'isRight'>;

/** Returns the rights whose values differ. A right that one side does not contain is unknown and is no change. */
export const findChangedRights = (was: Entry, now: Entry): Right[] =>
  rights.filter((right) => {
    const [before, after] = [was.allowedActions[right], now.allowedActions[right]];
    return before !== undefined && after !== undefined && before !== after;
  });

export const isUnchanged = (now: Entry, was: Entry | undefined): boolean =>
  was?.isActive === now.isActive && findChangedRights(was, now).length === 0;
