import { matchLanguage } from '../../contract/languages.js';
import type { NotificationProblem } from '../../contract/notifications.js';
import { sql, type Database } from '../database/Database.js';
import { createStateHasher } from './delegationState.js';
import { removeUnvisited } from './missingUsers.js';
import type { NotificationStore } from './NotificationStore.js';
import { claim, settle } from './outbox.js';
import { remind } from './remind.js';
import { eraseSubscriber, transactionOf, toIso, toText } from './rows.js';
import { recordListRead } from './recordListRead.js';
import { createWatching } from './watching.js';

export type NotificationStoreOptions = {
  readonly database: Database;
  /** Key of the hashes of rights. It is not stored in the database. */
  readonly key: Buffer;
  /** Ms since the epoch. Default: the system clock. */
  readonly nowMs?: () => number;
  /** Called with the number of subscriptions removed because their users left or stopped visiting. */
  readonly onRemoved?: (subscriptions: number) => void;
};

/** Stores subscriptions and their notifications in a database of either engine. */
export function createNotificationStore(given: NotificationStoreOptions): NotificationStore {
  const { database, key, nowMs = Date.now, onRemoved = () => undefined } = given;
  const options = { database, nowMs, onRemoved, hasher: createStateHasher(key) };
  return {
    findSubscription: async (until, { tenantId, objectId }) => {
      const [row] = await database.read(
        until,
        sql`select language, problem from wishes where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
      if (row === undefined) return undefined;
      const problem = (toText(row, 'problem') ?? null) as NotificationProblem | null;
      return { language: matchLanguage([String(row['language'])]), problem };
    },

    subscribe: async (until, user, language) => {
      const { tenantId, objectId } = user;
      return await database.write(until, transactionOf(user), async (query) => {
        const known = await query(
          sql`update wishes set language = ${language}
            where tenant_id = ${tenantId} and user_id = ${objectId} returning user_id`,
        );
        if (known.length > 0) return false;
        await query(
          sql`insert into wishes (tenant_id, user_id, language, wished_at)
            values (${tenantId}, ${objectId}, ${language}, ${toIso(nowMs())})`,
        );
        return true;
      });
    },

    unsubscribe: (until, user) =>
      database.erase(until, transactionOf(user), (query) => eraseSubscriber(query, user)),

    recordListRead: (until, listRead) => recordListRead(options, until, listRead),
    remind: (until, days) => remind(options, until, days),
    watching: createWatching(options),
    sweep: async (until, days) => {
      const removed = await removeUnvisited(options, until, days);
      if (removed > 0) onRemoved(removed);
    },
    claim: (until, exceptTenants = []) => claim(options, until, exceptTenants),
    settle: (until, delivery, outcome) => settle(options, until, delivery, outcome),
  };
}
