import type { ConfirmedEntry } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import type { TeamsPhone } from '../../../contract/me.js';
import type { Counterparts } from '../../delegation/useCounterparts.js';
import type { PresenceById } from '../../delegation/presenceNow.js';

/** The page's data. In the marked fields undefined means not loaded yet, and null means that reading failed. */
export type AttentionInput = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** The user's other list. undefined: not loaded; null: failed. */
  readonly other: readonly Delegation[] | null | undefined;
  /** undefined: not loaded; null: failed. */
  readonly presence: PresenceById | null | undefined;
  /** Empty when nothing was ever confirmed. undefined: not loaded; null: failed. */
  readonly lastConfirmed: readonly ConfirmedEntry[] | null | undefined;
  /** What the people in the list shared. undefined: not loaded, or failed. */
  readonly counterparts: Counterparts | undefined;
  /** undefined: not loaded; null: failed. */
  readonly teamsPhone: TeamsPhone | null | undefined;
  /** Undefined when the host does not report it. */
  readonly isCallingAllowed: boolean | undefined;
};
