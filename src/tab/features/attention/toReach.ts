import type { Delegation } from '../../../contract/delegation.js';
import { isInForce } from '../../delegation/standing.js';
import {
  presenceOf,
  toPresenceNow,
  type PresenceById,
  type PresenceNow,
} from '../../delegation/presenceNow.js';
import { findReceivers } from './receivers.js';

/** Whether a delegator's calls can reach somebody; ids in the order of the list. Whether a phone rings is Teams' to decide. */
export type Reach = {
  /** Who holds *receive calls*, by how they are now. */
  readonly mayAnswer: Readonly<Record<PresenceNow, readonly string[]>>;
  /** Of whom Microsoft does not say whether they may answer. */
  readonly mayAnswerUnsure: readonly string[];
  readonly mayPickUp: readonly string[];
  readonly mayJoin: readonly string[];
};

/** @param presence null or undefined: not known of anybody */
export function toReach(delegates: readonly Delegation[], presence: PresenceById | null | undefined): Reach {
  const { known, unsure } = findReceivers(delegates);
  const idsNow = (wanted: PresenceNow) =>
    known.filter((id) => toPresenceNow(presenceOf(presence, id)) === wanted);
  const idsWith = (right: 'pickUpHeldCalls' | 'joinActiveCalls') =>
    delegates
      .filter((delegation) => isInForce(delegation) && delegation.allowedActions[right] === true)
      .map(({ id }) => id);
  return {
    mayAnswer: {
      there: idsNow('there'),
      busy: idsNow('busy'),
      away: idsNow('away'),
      unknown: idsNow('unknown'),
    },
    mayAnswerUnsure: unsure,
    mayPickUp: idsWith('pickUpHeldCalls'),
    mayJoin: idsWith('joinActiveCalls'),
  };
}
