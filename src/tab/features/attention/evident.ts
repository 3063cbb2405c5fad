import { mostDelegations, rights, type Delegation } from '../../../contract/delegation.js';
import { isInForce } from '../../delegation/standing.js';
import type { AttentionInput } from './AttentionInput.js';
import { findReceivers } from './receivers.js';

/** Data that the first screen already has. */
type Lists = Pick<AttentionInput, 'list' | 'delegations' | 'other'>;

/** Remaining places in the list at which the user is warned. */
const fewPlaces = 2;

export const isGone = ({ personStatus }: Delegation): boolean => personStatus === 'notFound';
export const isDisabled = ({ person }: Delegation): boolean => person?.accountEnabled === false;
export const isInactive = ({ isActive }: Delegation): boolean => isActive === false;
export const mayChangeSettings = (delegation: Delegation): boolean =>
  isInForce(delegation) && delegation.allowedActions.manageCallAndDelegateSettings === true;
export const isReportedInPart = ({ isActive, allowedActions }: Delegation): boolean =>
  isActive === null || rights.some((right) => allowedActions[right] === null);

export function findMutual({ delegations, other }: Lists): Delegation[] {
  const others = new Set(other?.map(({ id }) => id.toLowerCase()));
  return delegations.filter(({ id }) => id !== '' && others.has(id.toLowerCase()));
}

export const isNearLimit = (delegations: readonly Delegation[]): boolean =>
  delegations.length >= mostDelegations - fewPlaces;

/** Number of findings that follow from the lists alone. Equals toFindings with no other data. */
export function countEvident(lists: Lists): number {
  const { list, delegations } = lists;
  const isOwn = list === 'delegates';
  const receivers = findReceivers(delegations).known.length;
  return [
    delegations.some(isGone),
    delegations.some(isDisabled),
    // Covers nobodyReceives and onlyOneReceives.
    isOwn && delegations.length > 0 && receivers < 2,
    isOwn && delegations.some(mayChangeSettings),
    delegations.some(isInactive),
    findMutual(lists).length > 0,
    isNearLimit(delegations),
    delegations.some(isReportedInPart),
  ].filter(Boolean).length;
}
