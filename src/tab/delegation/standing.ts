import { rights, type Delegation } from '../../contract/delegation.js';

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

/**
 * Returns true unless the delegation is known to be inactive, or its account to be deleted or disabled.
 */
export const isInForce = (delegation: Delegation): boolean =>
  !['gone', 'disabled', 'inactive'].includes(standingOf(delegation));
