import type { Delegation } from '../../../contract/delegation.js';
import { isInForce } from '../../delegation/standing.js';

/** Active delegations by *receive calls*: held, not held, or not reported. */
export type Receivers = {
  readonly known: readonly string[];
  readonly others: readonly string[];
  readonly unsure: readonly string[];
};

export function findReceivers(delegates: readonly Delegation[]): Receivers {
  const inForce = delegates.filter(isInForce);
  const idsWith = (held: boolean | null) =>
    inForce.filter(({ allowedActions }) => allowedActions.receiveCalls === held).map(({ id }) => id);
  return { known: idsWith(true), others: idsWith(false), unsure: idsWith(null) };
}
