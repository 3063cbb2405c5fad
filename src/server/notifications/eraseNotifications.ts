import { randomUUID } from 'node:crypto';
import { sql, Statement, type Database, type Query } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import { notificationMigrations } from './migrations.js';
import { toIso } from './rows.js';

type Options = { readonly database: Database; readonly nowMs: () => number };

/** Name of the lease that every instance with notifications renews. */
const lease = 'notifications';
/** Milliseconds for which an instance with notifications counts as alive after it renewed the lease. */
const aliveMs = 60 * 60 * 1_000;
const erasedAtOnce = 1_000;

export async function renewLease({ database, nowMs }: Options, deadline: Deadline): Promise<void> {
  await database.write(deadline, lease, (query) => holdLease(query, nowMs()));
}

/** The lease has no single holder, so its ID has no meaning. */
const holdLease = (query: Query, nowMs: number) =>
  query`insert into leases (name, holder, held_until)
      values (${lease}, ${randomUUID()}, ${toIso(nowMs + aliveMs)})
      on conflict (name) do update set held_until = excluded.held_until`;

/**
 * Erases data of notifications, in bounded parts, when notifications are off. Waits until no instance with notifications
 * has renewed the lease for an hour. Without a lease, that hour begins now.
 */
export async function eraseNotifications(
  { database, nowMs }: Options,
  deadline: Deadline,
): Promise<{ readonly rows: number; readonly subscriptions: number }> {
  const erased = { rows: 0, subscriptions: 0 };
  const applied = new Set(
    (await database.read(deadline, sql`select name from applied_migrations`)).map(({ name }) => name),
  );
  // The tables do not exist if notifications have never been on.
  if (!notificationMigrations.every(({ name }) => applied.has(name))) return erased;
  for (const [name, key] of tables) {
    const findOne = new Statement(`select 1 from ${name} limit 1`);
    const removeSome = new Statement(
      `delete from ${name} where (${key}) in (select ${key} from ${name} limit ${erasedAtOnce}) returning user_id`,
    );
    while ((await database.read(deadline, findOne)).length > 0) {
      const count = await database.erase(deadline, lease, async (query) =>
        (await isHeld(query)) ? undefined : (await query`${removeSome}`).length,
      );
      if (count === undefined) return erased;
      erased.rows += count;
      if (name === 'wishes') erased.subscriptions += count;
    }
  }
  return erased;

  async function isHeld(query: Query): Promise<boolean> {
    const [row] = await query`select held_until from leases where name = ${lease}`;
    if (row === undefined) await holdLease(query, nowMs());
    return row === undefined || String(row['held_until']) > toIso(nowMs());
  }
}

/** Name and primary key. The subscriptions first: without one, nothing is stored for anyone. */
const tables = [
  ['wishes', 'tenant_id, user_id'],
  ['seen_lists', 'tenant_id, user_id, list'],
  ['seen_delegations', 'tenant_id, user_id, list, other_id'],
  ['outbox', 'tenant_id, user_id, kind, list, other_id'],
] as const;
