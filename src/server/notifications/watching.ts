import { ofUser, sql } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import { toIso, toUser, type StoreContext } from './rows.js';
import { recordMissing } from './subscriptions.js';

/** A turn of a user in background reading. The next one is an interval after `atMs` (ms since the epoch). */
export type Turn = {
  readonly user: User;
  readonly atMs: number;
  /** True when Graph knows the user. Undefined when Graph did not say. */
  readonly isFound?: boolean;
};

const holdMs = 3 * 60 * 1_000;
/** Minimum number of users per minute: as many as fill one batch. */
const fewest = 10;

/** Lease and schedule of background reading. */
export function createWatching({ database, nowMs, onRemoved }: StoreContext) {
  return {
    /** Acquires or renews the lease for three minutes. Returns whether this instance holds it. */
    hold: (deadline: Deadline, holder: string): Promise<boolean> =>
      database.write(deadline, 'watch', async (query) => {
        const [now, heldUntil] = [toIso(nowMs()), toIso(nowMs() + holdMs)];
        // A later end was written before the clock was set back.
        const tooFar = toIso(nowMs() + 2 * holdMs);
        const held =
          await query`insert into leases (name, holder, held_until) values ('watch', ${holder}, ${heldUntil})
            on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
              where leases.holder = excluded.holder or leases.held_until <= ${now} or leases.held_until > ${tooFar}
            returning name`;
        return held.length > 0;
      }),

    letGo: async (deadline: Deadline, holder: string): Promise<void> => {
      await database.write(
        deadline,
        'watch',
        (query) => query`delete from leases where name = 'watch' and holder = ${holder}`,
      );
    },

    /** Users to read in this minute, longest waiting first. Spreads all users over the interval. */
    next: async (deadline: Deadline, intervalMinutes: number): Promise<readonly User[]> => {
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

    done: async (deadline: Deadline, turns: readonly Turn[]): Promise<void> => {
      const removed = await database.write(deadline, 'watched', async (query) => {
        let count = 0;
        for (const { user, atMs, isFound } of turns) {
          await query`update wishes set watched_at = ${toIso(atMs)} where ${ofUser(user)}`;
          if (isFound !== undefined && (await recordMissing(query, user, !isFound, nowMs()))) count += 1;
        }
        return count;
      });
      if (removed > 0) onRemoved(removed);
    },
  };
}
