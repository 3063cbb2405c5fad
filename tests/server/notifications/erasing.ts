import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/server/database/Database.js';
import { eraseNotifications, renewLease } from '../../../src/server/notifications/eraseNotifications.js';
import { newCaller } from '../../support/caller.js';
import { confirm, type Instances } from '../../support/instances.js';
import {
  countRows,
  hourMs,
  listEntry,
  noRows,
  notificationTables,
  startPair,
} from '../../support/notificationStore.js';
import { readFile } from '../../support/repository.js';

/** Erasing by an instance without notifications, the same on each engine. Call within a `describe`. */
export function testErasing({ open, query }: Instances): void {
  const nothing = { rows: 0, subscriptions: 0 };

  /** Starts an instance with notifications, with one row in each table, and one without. */
  async function start() {
    const pair = await startPair(open);
    await pair.diegoReads(listEntry(pair.amina, []));
    const { database, nowMs } = pair.store;
    const until = () => newCaller().deadline;
    return {
      ...pair,
      database,
      renew: () => renewLease({ database, nowMs }, until()),
      erase: (other: Database = database) => eraseNotifications({ database: other, nowMs }, until()),
    };
  }

  test('erases nothing until no instance with notifications has been alive for an hour', async () => {
    const { store, renew, erase } = await start();
    await renew();
    store.pass(hourMs / 2);
    await renew();
    store.pass(hourMs - 1);
    expect(await erase()).toEqual(nothing);
    expect(await countRows(query)).toEqual([1, 1, 1, 1]);
    store.pass(1);

    expect(await erase()).toEqual({ rows: 4, subscriptions: 1 });
    expect(await countRows(query)).toEqual(noRows);
    expect(await erase()).toEqual(nothing);
  });

  test('the hour begins with the first attempt if no instance ever held the lease', async () => {
    const { store, erase } = await start();
    expect(await erase()).toEqual(nothing);
    store.pass(hourMs - 1);
    expect(await erase()).toEqual(nothing);
    store.pass(1);

    expect(await erase()).toEqual({ rows: 4, subscriptions: 1 });
  });

  test('erases in batches of a thousand rows; an erased batch stays erased, and an instance with notifications stops the next', async () => {
    const { store, amina, database, renew, erase } = await start();
    const row = () => `('${amina.tenantId}', '${randomUUID()}', 'en', '2026-11-02T09:00:00.000Z')`;
    const values = Array.from({ length: 2_500 }, row).join();
    await query(`insert into wishes (tenant_id, user_id, language, wished_at) values ${values}`);
    await renew();
    store.pass(hourMs);
    let parts = 0;
    const failing: Database = {
      ...database,
      erase: (...args) => {
        parts += 1;
        return parts > 1 ? Promise.reject(new Error('Broken.')) : database.erase(...args);
      },
    };
    await expect(erase(failing)).rejects.toThrow('Broken.');
    expect(await countRows(query)).toEqual([1_501, 1, 1, 1]);
    const interrupted: Database = {
      ...database,
      erase: async (...args) => await database.erase(...args).finally(renew),
    };
    expect(await erase(interrupted)).toEqual({ rows: 1_000, subscriptions: 1_000 });
    expect(await countRows(query)).toEqual([501, 1, 1, 1]);
    store.pass(hourMs);

    expect(await erase()).toEqual({ rows: 504, subscriptions: 501 });
  });

  test('the documented statements erase one person and no one else', async () => {
    const { store, diego, amina, diegoReads } = await start();
    await store.subscribe(diego);
    await diegoReads(listEntry(amina, []));
    await store.confirmations.forget(newCaller(amina));
    for (const user of [amina, diego]) await confirm(store.confirmations, newCaller(user));
    const tables = ['confirmations', 'wishes', 'seen_lists', 'seen_delegations'];
    const ownedBy = ({ objectId }: typeof amina) =>
      Promise.all(
        tables.map(
          async (table) => (await query(`select 1 from ${table} where user_id = '${objectId}'`)).length,
        ),
      );
    expect(await ownedBy(amina)).toEqual([1, 1, 1, 1]);
    expect(await ownedBy(diego)).toEqual([1, 1, 1, 1]);
    const [, section = ''] = readFile('docs/operations.md').split('### Erasing one person');
    for (const [statement] of section.matchAll(/^delete from .+;$/gm))
      await query(statement.replaceAll('…', amina.objectId));

    expect(await ownedBy(amina)).toEqual([0, 0, 0, 0]);
    for (const table of [...notificationTables, 'forgotten'])
      expect(JSON.stringify(await query(`select * from ${table}`))).not.toContain(amina.objectId);
    // His only delegation is the one with Amina.
    expect(await ownedBy(diego)).toEqual([1, 1, 1, 0]);
  });
}
