import type { LanguageTag } from '../../contract/languages.js';
import type { NotificationProblem } from '../../contract/notifications.js';
import { ofUser, sql, type Query } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import { toIso, toText, toUser, transactionOf, type StoreContext } from './rows.js';

const dayMs = 24 * 60 * 60 * 1_000;
/** Milliseconds between two "user not found" answers that end a subscription, without a success between them. */
const missingMs = 7 * dayMs;
const foundAtOnce = 100;

export const createSubscriptions = ({ database, nowMs, onRemoved }: StoreContext) => ({
  /** `problem`: why the last delivery was refused. */
  findSubscription: async (deadline: Deadline, user: User) => {
    const [row] = await database.read(deadline, sql`select problem from wishes where ${ofUser(user)}`);
    return row && { problem: (toText(row, 'problem') ?? null) as NotificationProblem | null };
  },

  /** @returns whether it was off before */
  subscribe: (deadline: Deadline, user: User, language: LanguageTag): Promise<boolean> =>
    database.write(deadline, transactionOf(user), async (query) => {
      const known =
        await query`update wishes set language = ${language} where ${ofUser(user)} returning user_id`;
      if (known.length > 0) return false;
      await query`insert into wishes (tenant_id, user_id, language, wished_at)
          values (${user.tenantId}, ${user.objectId}, ${language}, ${toIso(nowMs())})`;
      return true;
    }),

  /** Erases everything stored for the subscription. Work that is under way stores nothing afterwards. */
  unsubscribe: (deadline: Deadline, user: User): Promise<void> =>
    database.erase(deadline, transactionOf(user), (query) => eraseSubscriber(query, user)),

  /** Removes the subscriptions of users who have not visited the tab for `days` days, in bounded parts. */
  sweep: async (deadline: Deadline, days: number): Promise<void> => {
    const isUnvisited = sql`coalesce(visited_at, wished_at) < ${toIso(nowMs() - days * dayMs)}`;
    let removed = 0;
    for (let found = foundAtOnce; found === foundAtOnce;) {
      const rows = await database.read(
        deadline,
        sql`select tenant_id, user_id from wishes where ${isUnvisited} limit ${foundAtOnce}`,
      );
      for (const user of rows.map(toUser)) {
        removed += await database.erase(deadline, transactionOf(user), async (query) => {
          // The user may have visited since the query.
          const unvisited = await query`select 1 from wishes where ${ofUser(user)} and ${isUnvisited}`;
          if (unvisited.length > 0) await eraseSubscriber(query, user);
          return unvisited.length;
        });
      }
      found = rows.length;
    }
    if (removed > 0) onRemoved(removed);
  },
});

/** Locks the subscription until the transaction ends. Without one it returns undefined, and nothing may be stored. */
export async function lockSubscription(
  query: Query,
  user: User,
): Promise<{ readonly quietUntil: string | undefined } | undefined> {
  const [row] =
    await query`update wishes set language = language where ${ofUser(user)} returning quiet_until`;
  return row && { quietUntil: toText(row, 'quiet_until') };
}

async function eraseSubscriber(query: Query, user: User): Promise<void> {
  // The subscription first: a concurrent write for this user either ended before or finds no subscription.
  await query`delete from wishes where ${ofUser(user)}`;
  await query`delete from seen_lists where ${ofUser(user)}`;
  await query`delete from seen_delegations where ${ofUser(user)}`;
  await query`delete from outbox where ${ofUser(user)}`;
}

/** Removes the subscription after a week in which Graph did not know the user. @returns whether it was removed */
export async function recordMissing(
  query: Query,
  user: User,
  isMissing: boolean,
  nowMs: number,
): Promise<boolean> {
  if (!isMissing) {
    await query`update wishes set missing_since = null where ${ofUser(user)} and missing_since is not null`;
    return false;
  }
  const [row] = await query`update wishes set missing_since = coalesce(missing_since, ${toIso(nowMs)})
      where ${ofUser(user)} returning missing_since`;
  const sinceMs = Date.parse((row && toText(row, 'missing_since')) ?? toIso(nowMs));
  if (nowMs - sinceMs < missingMs) return false;
  await eraseSubscriber(query, user);
  return true;
}
