import { randomUUID } from 'node:crypto';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { sql } from '../../../src/server/database/Database.js';
import type { Migration } from '../../../src/server/database/migrate.js';
import { newCaller } from '../../support/caller.js';
import { confirm, entry, idsOf, useInstances } from '../../support/instances.js';
import type { EngineUnderTest } from '../../support/place.js';

/** Several instances and versions of the program on one database. Call within a `describe`. */
export function testVersions(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, start, query, troubles } = useInstances(createEngine, 'new');

  test('reads records of another version without permissions that they lack or that are unknown here', async () => {
    const confirmations = start();
    const caller = newCaller();
    await confirm(confirmations, caller);
    const { manageCallAndDelegateSettings: _, ...older } = entry.allowedActions;
    const rows = [
      { id: 'older', isActive: null, allowedActions: older },
      {
        ...entry,
        id: 'newer',
        isRight: false,
        note: 'x',
        allowedActions: { ...entry.allowedActions, x: true },
      },
    ];
    await query(`update confirmations set entries = '${JSON.stringify(rows)}'`);
    const { value } = await confirmations.page(caller, 'delegates', { limit: 1, before: undefined });

    expect(value[0]?.entries).toEqual([
      { id: 'older', isActive: null, allowedActions: older, isRight: true },
      { ...entry, id: 'newer', isRight: false },
    ]);
  });

  test('a record of a version that could not share is not shared, even if written after the upgrade', async () => {
    const caller = newCaller();
    const { tenantId, objectId } = caller.user;
    const insert = () =>
      query(`insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, entries)
        values ('${tenantId}', '${objectId}', 'delegates', '${randomUUID()}', '2026-11-03T00:00:00.000Z', 'f', '[]')`);
    const old = open({ migrations: confirmationMigrations.slice(0, 2) });
    await old.read(caller.deadline, sql`select 1`);
    await insert();
    const confirmations = start(() => new Date('2026-11-04T00:00:00.000Z'));
    await idsOf(confirmations, caller);
    await insert();
    const { value } = await confirmations.page(caller, 'delegates', { limit: 2, before: undefined });

    expect(value.map(({ shared }) => shared)).toEqual([false, false]);
  });

  test('two versions of the program can use the database at the same time', async () => {
    const later: Migration = {
      name: '9999-later',
      libSQL: [sql`alter table confirmations add column note text`, sql`create table later (id text)`],
      PostgreSQL: [sql`alter table confirmations add column note text`, sql`create table later (id text)`],
    };
    const older = start();
    const caller = newCaller();
    await confirm(older, caller);
    const newer = start(undefined, { migrations: [...confirmationMigrations, later] });
    await confirm(newer, caller);
    await confirm(older, caller);
    // The older version starts after the newer one.
    await confirm(start(), caller);

    expect(await idsOf(newer, caller)).toHaveLength(4);
    expect(await idsOf(older, caller)).toHaveLength(4);
    expect(await query('select 1 from later')).toEqual([]);
  });

  test('several instances can start at once on an empty database', async () => {
    const all = Array.from({ length: 5 }, () => start());
    const caller = newCaller();

    expect(await Promise.all(all.map((confirmations) => idsOf(confirmations, caller)))).toEqual(
      all.map(() => []),
    );
    expect(troubles).toEqual([]);
  });
}
