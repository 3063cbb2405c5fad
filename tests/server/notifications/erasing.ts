import { randomUUID } from 'node:crypto';
import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import type { Database } from '../../../src/server/database/Database.js';
import { eraseNotifications, renewLease } from '../../../src/server/notifications/eraseNotifications.js';
import { newCaller } from '../../support/caller.js';
import { confirm, type Instances } from '../../support/instances.js';
import {
  hourMs,
  listEntry,
  notificationTables as tables,
  startPair,
  until,
} from '../../support/notificationStore.js';
import { readFile } from '../../support/repository.js';

/** Erasing by an instance without notifications, the same on each engine. Call within a `describe`. */
export function testErasing({ open, query }: Instances): void {
  const count = async () =>
    (await Promise.all(tables.map((table) => query(`select 1 from ${table}`)))).map(({ length }) => length);

  /** Starts an instance with notifications, with one row in each table, and one without. */
  async function start() {
    const pair = await startPair(open);
    await pair.diegoReads(listEntry(pair.amina, []));
    const { database, nowMs } = pair.store;
    const options = { database, nowMs };
    return {
      ...pair,
      options,
      renew: () => renewLease(options, until(), randomUUID()),
      erase: (other = database) => eraseNotifications({ ...options, database: other }, until(), randomUUID()),
    };
  }

  test('erases nothing until no instance with notifications has been alive for an hour', async () => {
    const { store, renew, erase } = await start();
    await renew();
    store.pass(hourMs / 2);
    await renew();
    store.pass(hourMs - 1);
    expect(await erase()).toEqual({ rows: 0, subscriptions: 0 });
    expect(await count()).toEqual([1, 1, 1, 1]);
    store.pass(1);

    expect(await erase()).toEqual({ rows: 4, subscriptions: 1 });
    expect(await count()).toEqual([0, 0, 0, 0]);
    expect(await erase()).toEqual({ rows: 0, subscriptions: 0 });
  });

  test('the hour begins with the first attempt if no instance ever held the lease', async () => {
    const { store, erase } = await start();
    expect(await erase()).toEqual({ rows: 0, subscriptions: 0 });
    store.pass(hourMs - 1);
    expect(await erase()).toEqual({ rows: 0, subscriptions: 0 });
    store.pass(1);

    expect(await erase()).toEqual({ rows: 4, subscriptions: 1 });
  });

  /** Adds subscriptions of other users. */
  async function add(rows: number): Promise<void> {
    const [{ tenant_id: tenantId } = {}] = await query('select tenant_id from wishes');
    const values = Array.from(
      { length: rows },
      () => `('${String(tenantId)}', '${randomUUID()}', 'en', '2026-11-02T09:00:00.000Z')`,
    );
    await query(`insert into wishes (tenant_id, user_id, language, wished_at) values ${values.join(', ')}`);
  }

  test('erases in batches of a thousand rows, and an erased batch stays erased', async () => {
    const { store, options, renew, erase } = await start();
    await add(2_500);
    await renew();
    store.pass(hourMs);
    let parts = 0;
    const failing: Database = {
      ...options.database,
      erase: (...args) => {
        parts += 1;
        return parts > 2 ? Promise.reject(new Error('Broken.')) : options.database.erase(...args);
      },
    };
    await expect(erase(failing)).rejects.toThrow('Broken.');
    expect((await count())[0]).toBe(501);

    expect(await erase()).toEqual({ rows: 504, subscriptions: 501 });
  });

  test('an instance with notifications that starts in between stops the erasing', async () => {
    const { store, options, renew, erase } = await start();
    await add(1_500);
    await renew();
    store.pass(hourMs);
    const interrupted: Database = {
      ...options.database,
      erase: async (...args) => {
        const result = await options.database.erase(...args);
        await renew();
        return result;
      },
    };

    expect(await erase(interrupted)).toEqual({ rows: 1_000, subscriptions: 1_000 });
    expect(await count()).toEqual([501, 1, 1, 1]);
  });

  test('the documented statements erase one person and no one else', async () => {
    const { store, options, diego, amina, diegoReads } = await start();
    const confirmations = createConfirmations({ ...options, retentionDays: 30 });
    await store.subscribe(until(), diego, 'en');
    await diegoReads(listEntry(amina, []));
    await confirmations.forget(newCaller(amina));
    for (const user of [amina, diego]) await confirm(confirmations, newCaller(user));
    const ownedBy = async ({ objectId }: typeof amina) =>
      await Promise.all(
        ['confirmations', 'wishes', 'seen_lists', 'seen_delegations'].map(
          async (table) => (await query(`select 1 from ${table} where user_id = '${objectId}'`)).length,
        ),
      );
    expect(await ownedBy(amina)).toEqual([1, 1, 1, 1]);
    expect(await ownedBy(diego)).toEqual([1, 1, 1, 1]);
    const [, section = ''] = readFile('docs/operations.md').split('### Erasing one person');
    for (const [statement] of section.matchAll(/^delete from .+;$/gm))
      await query(statement.replaceAll('…', amina.objectId));

    expect(await ownedBy(amina)).toEqual([0, 0, 0, 0]);
    for (const table of [...tables, 'forgotten'])
      expect(JSON.stringify(await query(`select * from ${table}`))).not.toContain(amina.objectId);
    // His only delegation is the one with Amina.
    expect(await ownedBy(diego)).toEqual([1, 1, 1, 0]);
  });
}
