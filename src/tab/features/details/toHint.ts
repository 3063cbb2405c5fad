import type { Delegation, Presence, Right } from '../../../contract/delegation.js';
import { phones } from '../../components/useTeamsClient.js';
import { isInCall } from '../../delegation/presenceNow.js';
import { isInForce } from '../../delegation/standing.js';
import type { LaterMessages } from '../../i18n/messages.js';

/**
 * Rights over active calls, with the Teams clients in which they do not work. The clients are values of teams-js's
 * `HostClientType`. A host that reports `desktop` may be a Mac.
 * @see https://learn.microsoft.com/microsoftteams/user-call-settings
 */
const worksNotIn: Readonly<Partial<Record<Right, readonly string[]>>> = {
  // Includes holding, resuming, and seeing the delegator's calls.
  pickUpHeldCalls: phones,
  joinActiveCalls: ['macos', ...phones],
};

/**
 * Returns a hint about using a held right now. An obstacle comes first. Undefined when nothing is known.
 * @param presence of the delegator
 */
export function toHint(
  right: Right,
  delegation: Delegation,
  presence: Presence | null | undefined,
  clientType: string,
): keyof LaterMessages['details']['uses'] | undefined {
  if (!isInForce(delegation)) return 'notNow';
  const excluded = worksNotIn[right];
  if (excluded === undefined) return undefined;
  if (excluded.includes(clientType)) return 'notHere';
  const isCalling = isInCall(presence);
  if (isCalling === null) return undefined;
  return isCalling ? 'inCall' : 'notInCall';
}
