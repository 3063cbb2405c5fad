import type { ConfirmedEntry } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import type { TeamsPhone } from '../../../contract/me.js';
import type { PresenceById } from '../../delegation/presenceNow.js';

/** What the page knows. Where it says so, undefined is *not there yet*, and null *could not be read*. */
export type AttentionInput = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** The same reader's other list; undefined and null as above. */
  readonly other: readonly Delegation[] | null | undefined;
  /** undefined and null as above. */
  readonly presence: PresenceById | null | undefined;
  /** Empty when nothing was ever confirmed; undefined and null as above. */
  readonly lastConfirmed: readonly ConfirmedEntry[] | null | undefined;
  /** undefined and null as above. */
  readonly teamsPhone: TeamsPhone | null | undefined;
  /** As the host says; undefined: it does not say. */
  readonly isCallingAllowed: boolean | undefined;
};
