import { rights, type Delegation } from '../../contract/delegation.js';

/**
 * What a delegation is worth today. `working`: it is in force, and at least one right is held. `unreported`: it may be in
 * force, but Microsoft reports no right as held and leaves some out. `powerless`: none of the five rights is held.
 */
export type Standing = 'working' | 'unreported' | 'powerless' | 'inactive' | 'disabled' | 'gone';

/** Worst first: a deleted account counts as that, whatever else is wrong with its delegation. */
export function standingOf(delegation: Delegation): Standing {
  if (delegation.personStatus === 'notFound') return 'gone';
  if (delegation.person?.accountEnabled === false) return 'disabled';
  if (delegation.isActive === false) return 'inactive';
  const held = rights.map((right) => delegation.allowedActions[right]);
  if (held.includes(true)) return 'working';
  return held.includes(null) ? 'unreported' : 'powerless';
}

/** Whether its rights can be used, as far as is known: not inactive, and the account neither gone nor disabled. */
export const isInForce = (delegation: Delegation): boolean =>
  !['gone', 'disabled', 'inactive'].includes(standingOf(delegation));
