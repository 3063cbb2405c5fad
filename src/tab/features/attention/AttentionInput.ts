import type { AllowedActions, Delegation, ListName } from '../../../contract/delegation.js';
import type { TeamsPhone } from '../../../contract/me.js';
import type { PresenceById } from './presenceNow.js';

/** An entry of the last confirmation; a right that is missing in it is newer than the record. */
export type LastConfirmed = {
  readonly id: string;
  readonly isActive: boolean | null;
  readonly allowedActions: Partial<AllowedActions>;
  /** false: its reader said that it is not right. */
  readonly isRight: boolean;
};

/** What the page knows. Where it says so, undefined is *not there yet*, and null *could not be read*. */
export type AttentionInput = {
  readonly list: ListName;
  readonly delegations: readonly Delegation[];
  /** The same reader's other list; undefined and null as above. */
  readonly other: readonly Delegation[] | null | undefined;
  /** undefined and null as above. */
  readonly presence: PresenceById | null | undefined;
  /** Empty when nothing was ever confirmed; undefined and null as above. */
  readonly lastConfirmed: readonly LastConfirmed[] | null | undefined;
  /** undefined and null as above. */
  readonly teamsPhone: TeamsPhone | null | undefined;
  /** As the host says; undefined: it does not say. */
  readonly isCallingAllowed: boolean | undefined;
};
