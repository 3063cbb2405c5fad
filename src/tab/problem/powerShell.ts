import { rights, type AllowedActions, type ListName, type Right } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';

/** Two people by their object ids. The delegator grants, the delegate acts. */
export type DelegationPair = { readonly delegatorId: string; readonly delegateId: string };

/** @param readerId whose list it is; empty when the host does not say, which no command takes */
export const toPair = (list: ListName, id: string, readerId: string): DelegationPair =>
  list === 'delegates'
    ? { delegatorId: readerId, delegateId: id }
    : { delegatorId: id, delegateId: readerId };

/**
 * Lines of Teams PowerShell for an administrator. They hold object ids and nothing else from outside: a name in a command,
 * even in a comment, could start another one. Undefined where an id is no GUID, or there is nothing to do.
 * @see https://learn.microsoft.com/powershell/module/teams/set-csusercallingdelegate
 */
export type PowerShellLines = readonly string[] | undefined;

const parameters: Readonly<Record<Right, string>> = {
  makeCalls: '-MakeCalls',
  receiveCalls: '-ReceiveCalls',
  pickUpHeldCalls: '-PickUpHeldCalls',
  joinActiveCalls: '-JoinActiveCalls',
  manageCallAndDelegateSettings: '-ManageSettings',
};

/** @param wanted what the rights are to be; one that is missing or null is left as it is */
export function toSetLines(pair: DelegationPair, wanted: Partial<AllowedActions>): PowerShellLines {
  const values = rights.flatMap((right) => {
    const held = wanted[right] ?? null;
    return held === null ? [] : [`${parameters[right]} $${held ? 'true' : 'false'}`];
  });
  return values.length === 0 ? undefined : withLook(pair, 'Set-CsUserCallingDelegate', values);
}

export const toRemoveLines = (pair: DelegationPair): PowerShellLines =>
  withLook(pair, 'Remove-CsUserCallingDelegate', []);

/**
 * Removes delegates whose accounts are deleted. The settings are shown afterwards only: showing them fails as a whole while a
 * deleted account is among the delegates.
 */
export function toRemoveGoneLines(pairs: readonly DelegationPair[]): readonly string[] {
  const removable = pairs.filter(({ delegatorId, delegateId }) => isGuid(delegatorId) && isGuid(delegateId));
  return [...removable.map(toRemoveLine), ...new Set(removable.flatMap((pair) => toLookLines(pair) ?? []))];
}

const toRemoveLine = ({ delegatorId, delegateId }: DelegationPair): string =>
  `Remove-CsUserCallingDelegate -Identity ${delegatorId} -Delegate ${delegateId}`;

/** Shows everybody who may act for the delegator, and how. */
export const toLookLines = ({ delegatorId }: DelegationPair): PowerShellLines =>
  isGuid(delegatorId) ? [`Get-CsUserCallingSettings -Identity ${delegatorId}`] : undefined;

/** Which calling policy somebody has: the one in which `AllowDelegation` has to be true. */
export const toPolicyLines = (userId: string): PowerShellLines =>
  isGuid(userId)
    ? [
        `Get-CsUserPolicyAssignment -Identity ${userId} -PolicyType TeamsCallingPolicy`,
        'Get-CsTeamsCallingPolicy | Format-Table Identity, AllowDelegation',
      ]
    : undefined;

/** The settings are shown before and after, since the commands act at once and have no dry run. */
function withLook(pair: DelegationPair, command: string, values: readonly string[]): PowerShellLines {
  const { delegatorId, delegateId } = pair;
  const look = toLookLines(pair);
  if (look === undefined || !isGuid(delegateId)) return undefined;
  const change = [command, '-Identity', delegatorId, '-Delegate', delegateId, ...values].join(' ');
  return [...look, change, ...look];
}
