import { rights, type AllowedActions, type ListName, type Right } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';

/** Object ids of two people. The delegator grants, and the delegate acts. */
export type DelegationPair = { readonly delegatorId: string; readonly delegateId: string };

/** @param readerId object id of the list's owner; empty when the host does not report it, which no command accepts */
export const toPair = (list: ListName, id: string, readerId: string): DelegationPair =>
  list === 'delegates'
    ? { delegatorId: readerId, delegateId: id }
    : { delegatorId: id, delegateId: readerId };

/**
 * Teams PowerShell commands for an administrator. Object ids are the only external input: a name could inject a
 * command, even in a comment. Empty when an id is not a GUID or there is nothing to do.
 * @see https://learn.microsoft.com/powershell/module/teams/set-csusercallingdelegate
 */
export type PowerShellLines = readonly string[];

const parameters: Readonly<Record<Right, string>> = {
  makeCalls: '-MakeCalls',
  receiveCalls: '-ReceiveCalls',
  pickUpHeldCalls: '-PickUpHeldCalls',
  joinActiveCalls: '-JoinActiveCalls',
  manageCallAndDelegateSettings: '-ManageSettings',
};

/** @param wanted target state of the rights; one that is missing or null stays as it is */
export function toSetLines(pair: DelegationPair, wanted: Partial<AllowedActions>): PowerShellLines {
  const values = rights.flatMap((right) => {
    const held = wanted[right] ?? null;
    return held === null ? [] : [`${parameters[right]} $${held ? 'true' : 'false'}`];
  });
  return values.length === 0 ? [] : withLook(pair, 'Set-CsUserCallingDelegate', values);
}

export const toRemoveLines = (pair: DelegationPair): PowerShellLines =>
  withLook(pair, 'Remove-CsUserCallingDelegate', []);

/**
 * Removes delegates whose accounts are deleted. Shows the settings only afterwards, because showing them fails while a
 * deleted account is among the delegates.
 */
export function toRemoveGoneLines(pairs: readonly DelegationPair[]): PowerShellLines {
  const removable = pairs.filter(({ delegatorId, delegateId }) => isGuid(delegatorId) && isGuid(delegateId));
  return [...removable.map(toRemoveLine), ...new Set(removable.flatMap(toLookLines))];
}

const toRemoveLine = ({ delegatorId, delegateId }: DelegationPair): string =>
  `Remove-CsUserCallingDelegate -Identity ${delegatorId} -Delegate ${delegateId}`;

/** Shows all delegates of the delegator with their rights. */
export const toLookLines = ({ delegatorId }: DelegationPair): PowerShellLines =>
  isGuid(delegatorId) ? [`Get-CsUserCallingSettings -Identity ${delegatorId}`] : [];

/** Shows the assigned calling policy, in which `AllowDelegation` must be true. */
export const toPolicyLines = (userId: string): PowerShellLines =>
  isGuid(userId)
    ? [
        `Get-CsUserPolicyAssignment -Identity ${userId} -PolicyType TeamsCallingPolicy`,
        'Get-CsTeamsCallingPolicy | Format-Table Identity, AllowDelegation',
      ]
    : [];

/** Shows the settings before and after, because the commands have no dry run. */
function withLook(pair: DelegationPair, command: string, values: readonly string[]): PowerShellLines {
  const { delegatorId, delegateId } = pair;
  if (!isGuid(delegatorId) || !isGuid(delegateId)) return [];
  const look = toLookLines(pair);
  const change = [command, '-Identity', delegatorId, '-Delegate', delegateId, ...values].join(' ');
  return [...look, change, ...look];
}
