import { sql, type Query, type Row, type Statement } from '../database/Database.js';
import type { User } from './NotificationStore.js';

/**
 * Transaction name for all writes for one user, so that they run one at a time. An older instance may be running: the text
 * must not change.
 */
export const transactionOf = ({ tenantId, objectId }: User): string => `notices ${tenantId}.${objectId}`;

/** Locks the subscription until the transaction ends. Without one it returns undefined, and nothing may be stored. */
export async function lockSubscription(
  query: Query,
  { tenantId, objectId }: User,
): Promise<{ readonly quietUntil: string | undefined } | undefined> {
  const [row] = await query(
    sql`update wishes set language = language where tenant_id = ${tenantId} and user_id = ${objectId}
      returning quiet_until`,
  );
  return row && { quietUntil: toText(row, 'quiet_until') };
}

/** Makes the subscription due with the first notification in its outbox. */
export const setNextDue = ({ tenantId, objectId }: User): Statement =>
  sql`update wishes set
      due_at = (select min(due_at) from outbox where tenant_id = ${tenantId} and user_id = ${objectId})
    where tenant_id = ${tenantId} and user_id = ${objectId} and claim is null`;

/** Erases everything that is kept for a subscriber. */
export async function eraseSubscriber(query: Query, { tenantId, objectId }: User): Promise<void> {
  // The subscription first: a concurrent write for this user either ended before or finds no subscription.
  await query(sql`delete from wishes where tenant_id = ${tenantId} and user_id = ${objectId}`);
  await query(sql`delete from seen_lists where tenant_id = ${tenantId} and user_id = ${objectId}`);
  await query(sql`delete from seen_delegations where tenant_id = ${tenantId} and user_id = ${objectId}`);
  await query(sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId}`);
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
