import { sql, type Database } from '../database/Database.js';
import { recordMissing } from './missingUsers.js';
import type { Watching } from './NotificationStore.js';
import { toIso, toUser } from './rows.js';

/** Milliseconds until the lease expires. */
const holdMs = 3 * 60 * 1_000;
/** Minimum number of users per minute: as many as fill one batch. */
const fewest = 10;

export function createWatching(options: {
  readonly database: Database;
  readonly nowMs: () => number;
  readonly onRemoved: (subscriptions: number) => void;
}): Watching {
  const { database, nowMs, onRemoved } = options;
  return {
    hold: (deadline, holder) =>
      database.write(deadline, 'watch', async (query) => {
        const [now, heldUntil] = [toIso(nowMs()), toIso(nowMs() + holdMs)];
        // A later end was written before the clock was set back.
        const tooFar = toIso(nowMs() + 2 * holdMs);
        const held = await query(
          sql`update leases set holder = ${holder}, held_until = ${heldUntil}
            where name = ${'watch'}
              and (holder = ${holder} or held_until <= ${now} or held_until > ${tooFar}) returning name`,
        );
        if (held.length > 0) return true;
        const made = await query(
          sql`insert into leases (name, holder, held_until) values (${'watch'}, ${holder}, ${heldUntil})
            on conflict (name) do nothing returning name`,
        );
        return made.length > 0;
      }),

    letGo: async (deadline, holder) => {
      await database.write(deadline, 'watch', (query) =>
        query(sql`delete from leases where name = ${'watch'} and holder = ${holder}`),
      );
    },

    next: async (deadline, intervalMinutes) => {
      const [total] = await database.read(deadline, sql`select count(*) as total from wishes`);
      const share = Math.ceil(Number(total?.['total']) / intervalMinutes);
      const since = toIso(nowMs() - intervalMinutes * 60_000);
      const rows = await database.read(
        deadline,
        sql`select tenant_id, user_id from wishes where coalesce(watched_at, wished_at) <= ${since}
          order by coalesce(watched_at, wished_at) limit ${Math.max(fewest, share)}`,
      );
      return rows.map(toUser);
    },

    done: async (deadline, turns) => {
      const removed = await database.write(deadline, 'watched', async (query) => {
        let count = 0;
        for (const { user, atMs, isFound } of turns) {
          const { tenantId, objectId } = user;
          await query(
            sql`update wishes set watched_at = ${toIso(atMs)} where tenant_id = ${tenantId} and user_id = ${objectId}`,
          );
          if (isFound !== undefined && (await recordMissing(query, user, !isFound, nowMs()))) count += 1;
        }
        return count;
      });
      if (removed > 0) onRemoved(removed);
    },
  };
}
