import type { Confirmation, ConfirmationPage, Counterpart } from '../../contract/confirmation.js';
import type { ListName } from '../../contract/delegation.js';
import type { Deadline, RequestDeadline } from '../time/Deadline.js';
import type { Cursor } from './cursor.js';

/** The part of a request's caller that this folder needs. */
export type Caller = {
  /** Lower-case GUIDs. */
  readonly user: { readonly tenantId: string; readonly objectId: string };
  readonly deadline: RequestDeadline;
};

/** A list as the server read it from Graph, with what the user says about it. */
export type Reading = Omit<Confirmation, 'id' | 'confirmedAt'>;

/** `isNew` is false when the confirmation was stored before. */
export type Saved = { readonly confirmation: Confirmation; readonly isNew: boolean };

/**
 * `sweep` concerns all users, and `counterparts` reads what others share with the user. All other operations access only
 * data of their user. They throw Problem `store_unavailable`, or CallerGone.
 */
export type Confirmations = {
  /**
   * Stores what `read` returns as one confirmation, even if it is sent again: a known ID returns the stored confirmation
   * without a call of `read`. Within five minutes, the same reading with the same entries marked wrong, shared or not
   * shared as before, is the same confirmation, even under another ID. Throws what `read` throws, Problem `list_changed`
   * if `forget` ran meanwhile, and Problem `rate_limited` after a hundred confirmations of one list in a day.
   */
  readonly confirm: (
    caller: Caller,
    list: ListName,
    id: string,
    read: () => Promise<Reading>,
  ) => Promise<Saved>;
  /** Newest first. Omits confirmations past the retention period, even those that are not yet removed. */
  readonly page: (
    caller: Caller,
    list: ListName,
    page: { readonly limit: number; readonly before: Cursor | undefined },
  ) => Promise<ConfirmationPage>;
  /**
   * Returns what the people in the user's list share: of each, the entry about the user in their latest shared confirmation
   * of the opposite list. Omits people without such an entry. Never returns an entry about anyone but the user.
   * @param ids lower-case GUIDs, each once
   */
  readonly counterparts: (
    caller: Caller,
    list: ListName,
    ids: readonly string[],
  ) => Promise<readonly Counterpart[]>;
  /** Erases the confirmations of both lists. A `confirm` that is under way stores nothing afterwards. */
  readonly forget: (caller: Caller) => Promise<void>;
  /** Erases the confirmations of all users that are past the retention period. */
  readonly sweep: (deadline: Deadline) => Promise<void>;
};
