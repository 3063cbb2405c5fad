import type { Confirmation, ConfirmationPage, ConfirmedEntry } from '../../contract/confirmation.js';
import type { ListName } from '../../contract/delegation.js';
import type { Deadline, RequestScope } from '../http/RequestScope.js';
import type { Cursor } from './cursor.js';

/** Who asks, and until when. */
export type Asker = {
  /** Lower-case GUIDs. */
  readonly user: { readonly tenantId: string; readonly objectId: string };
  readonly scope: RequestScope;
};

/** A list as Graph had it. */
export type Reading = { readonly fingerprint: string; readonly entries: readonly ConfirmedEntry[] };

/** The last time that somebody had all of theirs forgotten, as it was when they began to confirm; null: no time lately. */
export type Mark = string | null;

/** A confirmation that is stored, or was already. */
export type Saved = { readonly confirmation: Confirmation; readonly isNew: boolean };

/** Whoever asks meets only what is theirs. All but `sweep` throw Problem `store_unavailable`, or CallerGone. */
export type Confirmations = {
  /** What was confirmed under an id of one's own; when nothing was, what `save` wants to know. */
  readonly find: (
    asker: Asker,
    list: ListName,
    id: string,
  ) => Promise<Confirmation | { readonly mark: Mark }>;
  /**
   * Stores it once, however often it is sent; undefined, and not at all, when `forget` came between. The same reading with
   * the same entries marked wrong within five minutes is the same confirmation, whatever its id. Throws Problem
   * `rate_limited` after a hundred of one list in a day.
   */
  readonly save: (
    asker: Asker,
    list: ListName,
    id: string,
    reading: Reading,
    mark: Mark,
  ) => Promise<Saved | undefined>;
  /** Newest first; nothing that has been kept for long enough, whether it has been removed yet or not. */
  readonly page: (
    asker: Asker,
    list: ListName,
    page: { readonly limit: number; readonly before: Cursor | undefined },
  ) => Promise<ConfirmationPage>;
  /** Everything of both lists. Nothing that was under way is stored afterwards. */
  readonly forget: (asker: Asker) => Promise<void>;
  /** For everybody: removes what has been kept for long enough. */
  readonly sweep: (until: Deadline) => Promise<void>;
};
