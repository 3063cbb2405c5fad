import type { Delegation, Right } from './delegation.js';

/** The part of a delegation that a confirmation stores. It contains no name, mail or photo. */
export type ConfirmedEntry = Pick<Delegation, 'id' | 'isActive'> & {
  /** A right that is newer than the record is missing. It counts as unknown, never as a change. */
  readonly allowedActions: { readonly [right in Right]?: boolean | null };
  /** false: the user marked this entry as wrong. */
  readonly isRight: boolean;
};

/** A list that the user confirmed, as the server itself read it from Graph. */
export type Confirmation = {
  /** A GUID from the client. It makes a retry idempotent. */
  readonly id: string;
  /** ISO 8601 in UTC, from the server's clock. */
  readonly confirmedAt: string;
  readonly fingerprint: string;
  /** true: the other party of each entry may see the verdict on their own delegation. */
  readonly shared: boolean;
  readonly entries: readonly ConfirmedEntry[];
};

export type ConfirmationPage = {
  /** Newest first. */
  readonly value: readonly Confirmation[];
  /** Cursor for `before` in the request for the next page. null: this is the last page. */
  readonly next: string | null;
};

export type ConfirmationRequest = {
  /** Fingerprint of the list that the user saw. */
  readonly fingerprint: string;
  /** Ids of the entries that the user marks as wrong. Default: none. */
  readonly wrong?: readonly string[];
  /** true: share this confirmation with the other party of each entry. Default: false. */
  readonly shared?: boolean;
};

/** The other party's latest shared entry about the caller. `id` is the other party. */
export type Counterpart = ConfirmedEntry & Pick<Confirmation, 'confirmedAt'>;

export type CounterpartsAnswer = { readonly value: readonly Counterpart[] };

/** Default and maximum page size. */
export const confirmationsPerPage = { default: 20, most: 100 } as const;
