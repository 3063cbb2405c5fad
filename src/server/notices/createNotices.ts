import { matchLanguage } from '../../contract/languages.js';
import type { NoticeProblem } from '../../contract/notifications.js';
import { sql, type Database } from '../database/Database.js';
import { createStateHasher } from './delegationState.js';
import { removeUnvisited } from './missing.js';
import type { Notices } from './Notices.js';
import { claim, settle } from './outbox.js';
import { remind } from './remind.js';
import { eraseSubscriber, ownerOf, toIso, toText } from './rows.js';
import { sight } from './sight.js';
import { createWatching } from './watching.js';

export type NoticesOptions = {
  readonly database: Database;
  /** Key of the hashes of rights. It is not stored in the database. */
  readonly key: Buffer;
  /** Ms since the epoch. Default: the system clock. */
  readonly nowMs?: () => number;
  /** Called with the number of subscriptions removed because their users left or stopped visiting. */
  readonly onRemoved?: (subscriptions: number) => void;
};

/** Stores subscriptions and their notifications in a database of either engine. */
export function createNotices(given: NoticesOptions): Notices {
  const { database, key, nowMs = Date.now, onRemoved = () => undefined } = given;
  const options = { database, nowMs, onRemoved, hasher: createStateHasher(key) };
  return {
    find: async (until, { tenantId, objectId }) => {
      const [row] = await database.read(
        until,
        sql`select language, problem from wishes where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
      if (row === undefined) return undefined;
      const problem = (toText(row, 'problem') ?? null) as NoticeProblem | null;
      return { language: matchLanguage([String(row['language'])]), problem };
    },

    turnOn: async (until, person, language) => {
      const { tenantId, objectId } = person;
      return await database.write(until, ownerOf(person), async (query) => {
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

    turnOff: (until, person) =>
      database.erase(until, ownerOf(person), (query) => eraseSubscriber(query, person)),

    sight: (until, sighting) => sight(options, until, sighting),
    remind: (until, days) => remind(options, until, days),
    watching: createWatching(options),
    sweep: async (until, days) => {
      const removed = await removeUnvisited(options, until, days);
      if (removed > 0) onRemoved(removed);
    },
    claim: (until, exceptTenants = []) => claim(options, until, exceptTenants),
    settle: (until, notice, outcome) => settle(options, until, notice, outcome),
  };
}
