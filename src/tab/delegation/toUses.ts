import { rights, type Delegation, type Presence, type Right } from '../../contract/delegation.js';
import { isInForce, standingOf, type Standing } from './standing.js';
import { isInCall } from './presenceNow.js';

/** Devices that run Teams. `desktop`: a computer that may be a Mac, because the host does not say. */
export type Device = 'desktop' | 'mac' | 'web' | 'phone' | 'deskPhone';

/**
 * Devices on which a right does not work. It works on all others.
 * @see https://learn.microsoft.com/microsoftteams/user-call-settings
 */
const worksNotOn: Readonly<Partial<Record<Right, readonly Device[]>>> = {
  // Includes holding, resuming, and seeing the delegator's calls.
  pickUpHeldCalls: ['phone'],
  joinActiveCalls: ['mac', 'phone'],
};

/** Current use of a right for a delegate. */
export type Use = {
  readonly right: Right;
  /** null when Microsoft does not report it. */
  readonly isHeld: boolean | null;
  /** True when the right is held and the delegation is in force. */
  readonly isUsable: boolean;
  /** Applies to the user's own device. null when it cannot be determined. */
  readonly worksHere: boolean | null;
  /** The delegator is in a call. null: not known. Undefined for rights that do not concern active calls. */
  readonly isInCall: boolean | null | undefined;
};

/** Current use of each of the five rights, with the standing that may prevent it. */
export type Uses = { readonly standing: Standing; readonly uses: readonly Use[] };

/** @param device undefined when not known */
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

/**
 * Maps teams-js's `HostClientType` to a device.
 * @see https://learn.microsoft.com/javascript/api/@microsoft/teams-js/hostclienttype
 */
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
