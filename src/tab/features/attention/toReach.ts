import type { Delegation } from '../../../contract/delegation.js';
import { isInForce } from '../../delegation/standing.js';
import {
  presenceOf,
  toPresenceNow,
  type PresenceById,
  type PresenceNow,
} from '../../delegation/presenceNow.js';
import { findReceivers } from './receivers.js';

/** Reachability of a delegator, in list order. Only Teams decides whether a phone rings. */
export type Reach = {
  /** Holders of *receive calls*, by presence. */
  readonly mayAnswer: Readonly<Record<PresenceNow, readonly string[]>>;
  /** People whose *receive calls* Microsoft does not report. */
  readonly mayAnswerUnsure: readonly string[];
  readonly mayPickUp: readonly string[];
  readonly mayJoin: readonly string[];
};

/** @param presence null or undefined when no presence is known */
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
