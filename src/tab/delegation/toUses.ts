import { rights, type Delegation, type Presence, type Right } from '../../contract/delegation.js';
import { isInForce, standingOf, type Standing } from './standing.js';
import { isInCall } from './presenceNow.js';

/** Where Teams can run. `desktop`: a computer, of which the host does not say whether it is a Mac. */
export type Device = 'desktop' | 'mac' | 'web' | 'phone' | 'deskPhone';

/**
 * Where a right does not work at all; everywhere else it does.
 * @see https://learn.microsoft.com/microsoftteams/user-call-settings
 */
export const worksNotOn: Readonly<Partial<Record<Right, readonly Device[]>>> = {
  // Holding, resuming, and seeing the delegator's calls.
  pickUpHeldCalls: ['phone'],
  joinActiveCalls: ['mac', 'phone'],
};

/** What one right lets a delegate do now. */
export type Use = {
  readonly right: Right;
  /** null: Microsoft does not say. */
  readonly isHeld: boolean | null;
  /** Held, and the delegation is in force. */
  readonly isUsable: boolean;
  /** On the reader's own device; null: cannot be told. */
  readonly worksHere: boolean | null;
  /** Of rights over a call that is under way: whether the delegator is in one; null: not known. Undefined for the others. */
  readonly isInCall: boolean | null | undefined;
};

/** For a delegate: what each of the five rights is good for at this moment, and why it may be good for nothing. */
export type Uses = { readonly standing: Standing; readonly uses: readonly Use[] };

/** @param device undefined: not known */
export function toUses(
  delegation: Delegation,
  presence: Presence | null | undefined,
  device: Device | undefined,
): Uses {
  const standing = standingOf(delegation);
  return {
    standing,
    uses: rights.map((right) => {
      const isHeld = delegation.allowedActions[right];
      return {
        right,
        isHeld,
        isUsable: isHeld === true && isInForce(delegation),
        worksHere: worksOn(right, device),
        isInCall: needsCall.includes(right) ? isInCall(presence) : undefined,
      };
    }),
  };
}

const needsCall: readonly Right[] = ['pickUpHeldCalls', 'joinActiveCalls'];

function worksOn(right: Right, device: Device | undefined): boolean | null {
  const excluded = worksNotOn[right];
  if (excluded === undefined) return true;
  if (device === undefined) return null;
  if (excluded.includes(device)) return false;
  return device === 'desktop' && excluded.includes('mac') ? null : true;
}

/** teams-js' `HostClientType` → device. @see https://learn.microsoft.com/javascript/api/@microsoft/teams-js/hostclienttype */
export function toDevice(clientType: string | undefined): Device | undefined {
  switch (clientType) {
    case 'desktop':
    case 'web':
      return clientType;
    case 'macos':
      return 'mac';
    case 'android':
    case 'ios':
    case 'ipados':
      return 'phone';
    case 'teamsPhones':
      return 'deskPhone';
    default:
      return undefined;
  }
}
