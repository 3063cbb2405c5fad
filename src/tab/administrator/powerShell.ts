import { rights, type AllowedActions, type ListName, type Right } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';

/* Teams PowerShell commands for an administrator. Object ids are the only external input: a name could inject a command,
   even in a comment. There are no commands when an id is not a GUID or there is nothing to do. */

/** Object ids of two people. The delegator grants, and the delegate acts. */
export type DelegationPair = { readonly delegatorId: string; readonly delegateId: string };

/** @param readerId object id of the list's owner; empty when the host does not report it, which no command accepts */
export const toPair = (list: ListName, id: string, readerId: string): DelegationPair =>
  list === 'delegates'
    ? { delegatorId: readerId, delegateId: id }
    : { delegatorId: id, delegateId: readerId };

/** @see https://learn.microsoft.com/powershell/module/teams/set-csusercallingdelegate */
const parameters: Readonly<Record<Right, string>> = {
  makeCalls: '-MakeCalls',
  receiveCalls: '-ReceiveCalls',
  pickUpHeldCalls: '-PickUpHeldCalls',
  joinActiveCalls: '-JoinActiveCalls',
  manageCallAndDelegateSettings: '-ManageSettings',
};

/** @param wanted target state of the rights; one that is missing or null stays as it is */
export function toSetLines(pair: DelegationPair, wanted: Partial<AllowedActions>): readonly string[] {
  const values = rights.flatMap((right) => {
    const held = wanted[right] ?? null;
    return held === null ? [] : [`${parameters[right]} $${String(held)}`];
  });
  return values.length === 0 ? [] : withLook(pair, toCommand('Set', pair, ...values));
}

export const toRemoveLines = (pair: DelegationPair): readonly string[] =>
  withLook(pair, toCommand('Remove', pair));

/**
 * Removes delegates whose accounts are deleted. Shows the settings only afterwards, because showing them fails while a
 * deleted account is among the delegates.
 */
export function toRemoveGoneLines(pairs: readonly DelegationPair[]): readonly string[] {
  const removable = pairs.filter(areGuids);
  return [...removable.map((pair) => toCommand('Remove', pair)), ...new Set(removable.flatMap(toLookLines))];
}

/** Shows all delegates of the delegator with their rights. */
export const toLookLines = ({ delegatorId }: DelegationPair): readonly string[] =>
  isGuid(delegatorId) ? [`Get-CsUserCallingSettings -Identity ${delegatorId}`] : [];

/** Shows the assigned calling policy, in which `AllowDelegation` must be true. */
export const toPolicyLines = (userId: string): readonly string[] =>
  isGuid(userId)
    ? [
        `Get-CsUserPolicyAssignment -Identity ${userId} -PolicyType TeamsCallingPolicy`,
        'Get-CsTeamsCallingPolicy | Format-Table Identity, AllowDelegation',
      ]
    : [];

/** Shows the settings before and after, because the commands have no dry run. */
const withLook = (pair: DelegationPair, command: string): readonly string[] =>
  areGuids(pair) ? [...toLookLines(pair), command, ...toLookLines(pair)] : [];

const toCommand = (verb: 'Set' | 'Remove', pair: DelegationPair, ...values: readonly string[]): string =>
  [
    `${verb}-CsUserCallingDelegate`,
    '-Identity',
    pair.delegatorId,
    '-Delegate',
    pair.delegateId,
    ...values,
  ].join(' ');

const areGuids = ({ delegatorId, delegateId }: DelegationPair): boolean =>
  isGuid(delegatorId) && isGuid(delegateId);
