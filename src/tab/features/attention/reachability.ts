import type { Delegation } from '../../../contract/delegation.js';
import { isInForce } from '../../delegation/standing.js';
import {
  presenceOf,
  toPresenceNow,
  type PresenceById,
  type PresenceNow,
} from '../../delegation/presenceNow.js';

/**
 * Reachability of a delegator: ids in list order. Only Teams decides whether a phone rings.
 * @param presence null or undefined when no presence is known
 */
export function groupReachability(
  delegates: readonly Delegation[],
  presence: PresenceById | null | undefined,
) {
  const { known, unsure } = findCallRecipients(delegates);
  const idsNow = (wanted: PresenceNow) =>
    known.filter((id) => toPresenceNow(presenceOf(presence, id)) === wanted);
  const idsWith = (right: 'pickUpHeldCalls' | 'joinActiveCalls') =>
    delegates
      .filter((delegation) => isInForce(delegation) && delegation.allowedActions[right] === true)
      .map(({ id }) => id);
  return {
    /** Holders of *receive calls*, by presence. */
    mayAnswer: {
      there: idsNow('there'),
      busy: idsNow('busy'),
      away: idsNow('away'),
      unknown: idsNow('unknown'),
    },
    /** People whose *receive calls* Microsoft does not report. */
    mayAnswerUnsure: unsure,
    mayPickUp: idsWith('pickUpHeldCalls'),
    mayJoin: idsWith('joinActiveCalls'),
  };
}

/** Ids of active delegations by *receive calls*: held, not held, or not reported. */
export function findCallRecipients(delegates: readonly Delegation[]) {
  const inForce = delegates.filter(isInForce);
  const idsWith = (held: boolean | null) =>
    inForce.filter(({ allowedActions }) => allowedActions.receiveCalls === held).map(({ id }) => id);
  return { known: idsWith(true), others: idsWith(false), unsure: idsWith(null) };
}
