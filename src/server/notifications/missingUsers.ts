import { sql, type Database, type Query } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import type { User } from './NotificationStore.js';
import { eraseSubscriber, transactionOf, toIso, toText, toUser } from './rows.js';

const dayMs = 24 * 60 * 60 * 1_000;
/** Milliseconds between two "user not found" answers that end a subscription, without a success between them. */
const missingMs = 7 * dayMs;
/** Subscriptions read in one query. */
const foundAtOnce = 100;

/**
 * Records whether Graph knows a user. Removes the subscription after a week without the user.
 * @returns whether the subscription was removed
 */
export async function recordMissing(
  query: Query,
  user: User,
  isMissing: boolean,
  nowMs: number,
): Promise<boolean> {
  const { tenantId, objectId } = user;
  if (!isMissing) {
    await query(
      sql`update wishes set missing_since = null
        where tenant_id = ${tenantId} and user_id = ${objectId} and missing_since is not null`,
    );
    return false;
  }
  const [row] = await query(
    sql`update wishes set missing_since = coalesce(missing_since, ${toIso(nowMs)})
      where tenant_id = ${tenantId} and user_id = ${objectId} returning missing_since`,
  );
  const sinceMs = Date.parse((row && toText(row, 'missing_since')) ?? toIso(nowMs));
  if (nowMs - sinceMs < missingMs) return false;
  await eraseSubscriber(query, user);
  return true;
}

/**
 * Removes the subscriptions of users who have not visited the tab for `days` days, in bounded parts.
 * @returns the number of removed subscriptions
 */
export async function removeUnvisited(
  { database, nowMs }: { readonly database: Database; readonly nowMs: () => number },
  deadline: Deadline,
  days: number,
): Promise<number> {
  const since = toIso(nowMs() - days * dayMs);
  for (let removed = 0; ;) {
    const rows = await database.read(
      deadline,
      sql`select tenant_id, user_id from wishes where coalesce(visited_at, wished_at) < ${since} limit ${foundAtOnce}`,
    );
    for (const user of rows.map(toUser)) {
      removed += await database.erase(deadline, transactionOf(user), async (query) => {
        const { tenantId, objectId } = user;
        // The user may have visited since the query.
        const [unvisited] = await query(
          sql`select 1 from wishes where tenant_id = ${tenantId} and user_id = ${objectId}
            and coalesce(visited_at, wished_at) < ${since}`,
        );
        if (unvisited === undefined) return 0;
        await eraseSubscriber(query, user);
        return 1;
      });
    }
    if (rows.length < foundAtOnce) return removed;
  }
}
