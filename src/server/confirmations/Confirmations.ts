import type { Confirmation, ConfirmationPage, ConfirmedEntry } from '../../contract/confirmation.js';
import type { ListName } from '../../contract/delegation.js';
import type { Deadline, RequestScope } from '../time/RequestScope.js';
import type { Cursor } from './cursor.js';

/** The authenticated user of a request, with the scope that limits its time. */
export type Asker = {
  /** Lower-case GUIDs. */
  readonly user: { readonly tenantId: string; readonly objectId: string };
  readonly scope: RequestScope;
};

/** A list as Graph returned it. */
export type Reading = { readonly fingerprint: string; readonly entries: readonly ConfirmedEntry[] };

/** Identifies the user's last `forget` at the time they began to confirm. null: none recently. */
export type Mark = string | null;

/** `isNew` is false when the confirmation was stored before. */
export type Saved = { readonly confirmation: Confirmation; readonly isNew: boolean };

/** All but `sweep` access only data of their user. They throw Problem `store_unavailable`, or CallerGone. */
export type Confirmations = {
  /** Returns the user's confirmation with this ID or, if there is none, the mark to pass to `save`. */
  readonly find: (
    asker: Asker,
    list: ListName,
    id: string,
  ) => Promise<Confirmation | { readonly mark: Mark }>;
  /**
   * Stores a confirmation once, even if it is sent again. Stores nothing and returns undefined if `forget` ran since the
   * mark was read. Within five minutes, the same reading with the same entries marked wrong is the same confirmation, even
   * under another ID. Throws Problem `rate_limited` after a hundred confirmations of one list in a day.
   */
  readonly save: (
    asker: Asker,
    list: ListName,
    id: string,
    reading: Reading,
    mark: Mark,
  ) => Promise<Saved | undefined>;
  /** Newest first. Omits confirmations past the retention period, even those that are not yet removed. */
  readonly page: (
    asker: Asker,
    list: ListName,
    page: { readonly limit: number; readonly before: Cursor | undefined },
  ) => Promise<ConfirmationPage>;
  /** Erases the confirmations of both lists. A `save` that is under way stores nothing afterwards. */
  readonly forget: (asker: Asker) => Promise<void>;
  /** Erases the confirmations of all users that are past the retention period. */
  readonly sweep: (until: Deadline) => Promise<void>;
};
