import { ofUser, type Database, type Query, type Row } from '../database/Database.js';
import type { User } from '../User.js';
import type { StateHasher } from './delegationState.js';

/** Dependencies that the parts of the store share. */
export type StoreContext = {
  readonly database: Database;
  /** Ms since the epoch. */
  readonly nowMs: () => number;
  readonly hasher: StateHasher;
  /** Called with the number of subscriptions removed because their users left or stopped visiting. */
  readonly onRemoved: (subscriptions: number) => void;
};

/**
 * Transaction name for all writes for one user, so that they run one at a time. An older instance may be running: the text
 * must not change.
 */
export const transactionOf = ({ tenantId, objectId }: User): string => `notices ${tenantId}.${objectId}`;

/** Makes the subscription due with the first notification in its outbox. */
export async function setNextDue(query: Query, user: User): Promise<void> {
  await query`update wishes set due_at = (select min(due_at) from outbox where ${ofUser(user)})
    where ${ofUser(user)} and claim is null`;
}

export const toUser = (row: Row): User => ({
  tenantId: String(row['tenant_id']),
  objectId: String(row['user_id']),
});

export const toText = (row: Row, column: string): string | undefined => {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
};

export const toIso = (ms: number): string => new Date(ms).toISOString();
