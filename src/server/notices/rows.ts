import { sql, type Query, type Row, type Statement } from '../database/Database.js';
import type { Person } from './Notices.js';

/** Of all that is written for one person; those of one name run one after another. */
export const ownerOf = ({ tenantId, objectId }: Person): string => `notices ${tenantId}.${objectId}`;

/** Holds the wish until the transaction ends; undefined when there is none, and then nothing may be stored. */
export async function holdWish(
  query: Query,
  { tenantId, objectId }: Person,
): Promise<{ readonly quietUntil: string | undefined; readonly isClaimed: boolean } | undefined> {
  const [row] = await query(
    sql`update wishes set language = language where tenant_id = ${tenantId} and user_id = ${objectId}
      returning quiet_until, claim`,
  );
  return row === undefined
    ? undefined
    : { quietUntil: toText(row, 'quiet_until'), isClaimed: row['claim'] !== null };
}

/** When the person is to be looked at again: with the first of what waits for them. With nothing left, nothing fails any more. */
export const setNextDue = ({ tenantId, objectId }: Person): Statement =>
  sql`update wishes set
      due_at = (select min(due_at) from outbox where tenant_id = ${tenantId} and user_id = ${objectId}),
      failing_since = case when exists (select 1 from outbox
        where tenant_id = ${tenantId} and user_id = ${objectId}) then failing_since end
    where tenant_id = ${tenantId} and user_id = ${objectId} and claim is null`;

export const toText = (row: Row, column: string): string | undefined => {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
};

export const toIso = (ms: number): string => new Date(ms).toISOString();
