import { oppositeList } from '../../contract/delegation.js';
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
import { queueVerdict } from './writeListRead.js';

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
    findSubscription: async (deadline, { tenantId, objectId }) => {
      const [row] = await database.read(
        deadline,
        sql`select language, problem from wishes where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
      if (row === undefined) return undefined;
      const problem = (toText(row, 'problem') ?? null) as NotificationProblem | null;
      return { language: matchLanguage([String(row['language'])]), problem };
    },

    subscribe: async (deadline, user, language) => {
      const { tenantId, objectId } = user;
      return await database.write(deadline, transactionOf(user), async (query) => {
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

    unsubscribe: (deadline, user) =>
      database.erase(deadline, transactionOf(user), (query) => eraseSubscriber(query, user)),

    recordListRead: (deadline, listRead) => recordListRead(options, deadline, listRead),
    remind: (deadline, days) => remind(options, deadline, days),
    queueVerdicts: async (query, { tenantId, objectId: otherId }, list, ids) => {
      // Sorted, because transactions that lock subscriptions in different orders could block each other.
      for (const objectId of [...ids].sort()) {
        await queueVerdict(query, options, {
          user: { tenantId, objectId },
          list: oppositeList[list],
          otherId,
        });
      }
    },
    watching: createWatching(options),
    sweep: async (deadline, days) => {
      const removed = await removeUnvisited(options, deadline, days);
      if (removed > 0) onRemoved(removed);
    },
    claim: (deadline, exceptTenants = []) => claim(options, deadline, exceptTenants),
    settle: (deadline, delivery, outcome) => settle(options, deadline, delivery, outcome),
  };
}
