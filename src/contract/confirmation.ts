import type { Delegation } from './delegation.js';

/** What a confirmation keeps of a delegation: no name, no mail, no photo. */
export type ConfirmedEntry = Pick<Delegation, 'id' | 'isActive' | 'allowedActions'>;

/** A list as its reader found it right: always the server's own reading of Graph. */
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

/** The body of a confirmation: the fingerprint of the list that its reader saw. */
export type ConfirmationRequest = { readonly fingerprint: string };

/** Confirmations on one page: default and most. */
export const confirmationsPerPage = { default: 20, most: 100 } as const;
