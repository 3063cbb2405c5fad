import type { Delegation, Right } from './delegation.js';

/** What a confirmation keeps of a delegation: no name, no mail, no photo. */
export type ConfirmedEntry = Pick<Delegation, 'id' | 'isActive'> & {
  /** A right is missing when it is newer than the record: not known, and never a change. */
  readonly allowedActions: { readonly [right in Right]?: boolean | null };
  /** false: whoever confirmed the list said that this entry is not right. */
  readonly isRight: boolean;
};

/** A list as its reader found it: always the server's own reading of Graph. */
export type Confirmation = {
  /** A GUID that the client made, so that a retry is stored once. */
  readonly id: string;
  /** ISO 8601, UTC, by the server's clock. */
  readonly confirmedAt: string;
  readonly fingerprint: string;
  readonly entries: readonly ConfirmedEntry[];
};

export type ConfirmationPage = {
  /** Newest first. */
  readonly value: readonly Confirmation[];
  /** For `before`, to get the next page; null on the last. */
  readonly next: string | null;
};

export type ConfirmationRequest = {
  /** Of the list that its reader saw. */
  readonly fingerprint: string;
  /** Ids of the entries in it that are not right. Default: none. */
  readonly wrong?: readonly string[];
};

/** Confirmations on one page: default and most. */
export const confirmationsPerPage = { default: 20, most: 100 } as const;
