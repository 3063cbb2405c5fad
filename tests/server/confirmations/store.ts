import { randomUUID } from 'node:crypto';
import type { Reading } from '../../../src/server/confirmations/Confirmations.js';
import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { parseCursor } from '../../../src/server/confirmations/cursor.js';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { sql } from '../../../src/server/database/Database.js';
import type { Migration } from '../../../src/server/database/migrate.js';
import { newCaller, type TestCaller } from '../../support/caller.js';
import { confirm, entry, idsOf, reading, useInstances } from '../../support/instances.js';
import type { EngineUnderTest } from '../../support/place.js';

export type Dialect = {
  /** Expression for a new id. */
  readonly newId: string;
  /** The prefix of a statement that returns its query plan. */
  readonly explain: string;
};

type Create = () => Promise<EngineUnderTest>;

const dayMs = 24 * 60 * 60 * 1_000;
const startMs = Date.UTC(2026, 0, 1);
const listChanged = { reason: { code: 'list_changed' } };

/** Selects the numbers from 1. */
const numbers = (last: number) =>
  `(with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${last}) select n from numbers) as many`;

/** A clock that moves only on request. */
function createClock() {
  let ms = startMs;
  return { now: () => new Date(ms), pass: (by: number) => void (ms += by) };
}

/** Behaviour of the confirmation store, the same on each engine. Call within a `describe`. */
export function testConfirmations(createEngine: Create): void {
  const { start, query } = useInstances(createEngine);

  test('returns and pages a confirmation as it was saved, and stores nothing but the snapshot', async () => {
    const { now } = createClock();
    const confirmations = start(now);
    const caller = newCaller();
    const id = randomUUID();
    const wrong = { ...entry, id: 'b', isActive: null, isRight: false };
    const person = { displayName: 'Somebody Somewhere', mail: 'some@body.example' };
    const saved = await confirm(confirmations, caller, id, {
      list: 'delegators',
      shared: true,
      entries: [{ ...entry, ...{ person } }, wrong],
    });
    const confirmation = {
      id,
      confirmedAt: '2026-01-01T00:00:00.000Z',
      fingerprint: 'f',
      shared: true,
      entries: [entry, wrong],
    };
    expect(saved).toEqual({ confirmation, isNew: true });
    expect(await confirmations.page(caller, 'delegators', { limit: 1, before: undefined })).toEqual({
      value: [confirmation],
      next: null,
    });
    expect(JSON.stringify(await query('select * from confirmations'))).not.toMatch(
      /Somebody|body\.example|displayName/,
    );
    const read = jest.fn();

    expect(await confirmations.confirm(caller.again(), 'delegators', id, read)).toEqual({
      confirmation,
      isNew: false,
    });
    expect(read).not.toHaveBeenCalled();
  });

  test('stores nothing if the list cannot be read, and refuses an aborted or expired request', async () => {
    const confirmations = start();
    const caller = newCaller();
    const refusal = new Error('Graph refuses');
    await expect(
      confirmations.confirm(caller, 'delegates', randomUUID(), () => Promise.reject(refusal)),
    ).rejects.toBe(refusal);
    expect(await idsOf(confirmations, caller)).toEqual([]);
    const gone = newCaller();
    gone.leave();

    await expect(idsOf(confirmations, gone)).rejects.toMatchObject({ name: 'CallerGone' });
    await expect(idsOf(confirmations, newCaller({}, 0))).rejects.toMatchObject({
      reason: { code: 'store_unavailable' },
    });
  });

  test('stores a confirmation once, however often and from however many instances it is sent', async () => {
    const [one, other] = [start(), start()];
    const caller = newCaller();
    const id = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => confirm(turn % 2 === 0 ? one : other, caller, id)),
    );

    expect(all.filter((saved) => saved.isNew)).toHaveLength(1);
    expect(new Set(all.map((saved) => JSON.stringify(saved.confirmation))).size).toBe(1);
    expect(await idsOf(one, caller)).toEqual([id]);
  });

  test('a reading repeated within five minutes is the same confirmation under any id', async () => {
    const { now, pass } = createClock();
    const confirmations = start(now);
    const caller = newCaller();
    const save = (id: string) => confirm(confirmations, caller.again(), id, reading);
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await save(first)).toMatchObject({ isNew: true });
    pass(5 * 60_000 - 1);
    expect(await save(second)).toMatchObject({ isNew: false, confirmation: { id: first } });
    pass(1);

    expect(await save(third)).toMatchObject({ isNew: true, confirmation: { id: third } });
    expect(await idsOf(confirmations, caller)).toEqual([third, first]);
  });

  test('stores a reading that differs from the latest confirmation as another one', async () => {
    const { now, pass } = createClock();
    const confirmations = start(now);
    const caller = newCaller();
    const wrong: Reading = { ...reading, entries: [{ ...entry, isRight: false }] };
    for (const each of [
      reading,
      wrong,
      { ...reading, fingerprint: 'g' },
      reading,
      { ...reading, shared: true },
    ]) {
      pass(1);
      expect(await confirm(confirmations, caller.again(), randomUUID(), each)).toMatchObject({ isNew: true });
    }

    expect(await idsOf(confirmations, caller)).toHaveLength(5);
  });

  test('stores a hundred confirmations of one user and list in a day, then says when it accepts the next', async () => {
    const { now, pass } = createClock();
    const confirmations = start(now);
    const caller = newCaller();
    const repeated = randomUUID();
    await confirm(confirmations, caller.again());
    pass(60_000);
    for (let count = 0; count < 98; count += 1) await confirm(confirmations, caller.again());
    expect(await confirm(confirmations, caller.again(), repeated)).toMatchObject({ isNew: true });
    const refusal = (retryAfter: number) => ({ reason: { code: 'rate_limited', retryAfter } });
    await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(refusal(24 * 60 * 60 - 60));
    // A stored confirmation is still returned, and other users and lists are not limited.
    expect(await confirm(confirmations, caller.again(), repeated)).toMatchObject({ isNew: false });
    const other = newCaller({ tenantId: caller.user.tenantId });
    expect(await confirm(confirmations, other)).toMatchObject({ isNew: true });
    const inOtherList = await confirm(confirmations, caller.again(), randomUUID(), { list: 'delegators' });
    expect(inOtherList).toMatchObject({ isNew: true });
    pass(dayMs - 60_001);
    await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(refusal(1));
    pass(1);

    expect(await confirm(confirmations, caller.again())).toMatchObject({ isNew: true });
    await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(refusal(60));
  });

  test('pages newest first, each once, including confirmations of the same moment', async () => {
    const { now, pass } = createClock();
    const confirmations = start(now);
    const caller = newCaller();
    const saved: { readonly id: string; readonly at: number }[] = [];
    for (let count = 0; count < 7; count += 1) {
      const id = randomUUID();
      // Two confirmations share each moment.
      if (count % 2 === 0) pass(1);
      saved.push({ id, at: now().getTime() });
      await confirm(confirmations, caller, id);
    }
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await confirmations.page(caller, 'delegates', {
        limit: 2,
        before: before === null ? undefined : parseCursor(before),
      });
      expect(page.value.length).toBeLessThanOrEqual(2);
      seen.push(...page.value.map(({ id }) => id));
      before = page.next;
    } while (before !== null);

    expect(seen).toEqual(saved.sort((a, b) => b.at - a.at || (b.id > a.id ? 1 : -1)).map(({ id }) => id));
  });

  test('keeps users, tenants and lists apart, and deletes both lists of one user only', async () => {
    const confirmations = start();
    const caller = newCaller();
    const others = [
      newCaller({ tenantId: caller.user.tenantId }),
      newCaller({ objectId: caller.user.objectId }),
    ];
    const id = randomUUID();
    await confirm(confirmations, caller, id);
    expect(await idsOf(confirmations, caller, 'delegators')).toEqual([]);
    expect(await confirm(confirmations, caller, id, { list: 'delegators' })).toMatchObject({ isNew: true });
    for (const other of others) {
      expect(await idsOf(confirmations, other)).toEqual([]);
      expect(await confirm(confirmations, other, id)).toMatchObject({ isNew: true });
    }
    await confirmations.forget(caller);

    for (const list of ['delegates', 'delegators'] as const)
      expect(await idsOf(confirmations, caller, list)).toEqual([]);
    for (const other of others) expect(await idsOf(confirmations, other)).toEqual([id]);
    expect(await confirm(confirmations, caller.again())).toMatchObject({ isNew: true });
  });

  test.each([
    ['first', []],
    ['second', [1]],
  ])('a %s deletion discards confirmations in progress, on any instance', async (_, earlier) => {
    const [here, elsewhere] = [start(), start()];
    const before = newCaller();
    for (const __ of earlier) await elsewhere.forget(before);
    const caller = before.again();
    const forget = () => elsewhere.forget(before.again());

    await expect(confirm(here, caller, randomUUID(), reading, forget)).rejects.toMatchObject(listChanged);
    expect(await idsOf(here, caller)).toEqual([]);
    expect(await confirm(here, caller.again())).toMatchObject({ isNew: true });
  });

  test('a deletion discards a request that arrived earlier and reads the deletion mark afterwards', async () => {
    const confirmations = start();
    const [caller, other] = [newCaller(), newCaller()];
    await confirmations.forget(caller.again());

    await expect(confirm(confirmations, caller)).rejects.toMatchObject(listChanged);
    expect(await idsOf(confirmations, caller)).toEqual([]);
    expect(await confirm(confirmations, other)).toMatchObject({ isNew: true });
  });

  test('neither returns nor keeps confirmations older than the retention period, however many', async () => {
    const { now, pass } = createClock();
    const confirmations = start(now);
    const caller = newCaller();
    await confirm(confirmations, caller);
    // More rows than one transaction of the sweep deletes.
    await query(`insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, entries)
      select tenant_id, user_id, 'list' || n, id, confirmed_at, fingerprint, entries from confirmations, ${numbers(1_200)}`);
    pass(2 * dayMs);
    const kept = randomUUID();
    await confirm(confirmations, caller.again(), kept);
    await confirmations.forget(newCaller());
    pass(29 * dayMs);
    const later = caller.again();
    expect(await idsOf(confirmations, later)).toEqual([kept]);
    expect(await query('select 1 from confirmations')).toHaveLength(1_202);
    await confirmations.sweep(later.deadline);

    expect(await query('select 1 from confirmations')).toHaveLength(1);
    expect(await idsOf(confirmations, later)).toEqual([kept]);
    expect(await query('select 1 from forgotten')).toEqual([]);
  });
}

/** Shared entries, the same on each engine. Call within a `describe`. */
export function testCounterparts(createEngine: Create, { newId, explain }: Dialect): void {
  const { open, start, query } = useInstances(createEngine);

  /** A boss shares their list of delegates, in which the assistant is. */
  function startPair() {
    const { now, pass } = createClock();
    const confirmations = start(now);
    const assistant = newCaller();
    const boss = newCaller({ tenantId: assistant.user.tenantId });
    const about = { ...entry, id: assistant.user.objectId.toUpperCase() };
    const colleague = { ...entry, id: randomUUID(), isRight: false };
    return {
      confirmations,
      assistant,
      boss,
      about,
      colleague,
      pass,
      share: (entries = [colleague, about], more: object = {}) =>
        confirm(confirmations, boss.again(), randomUUID(), {
          fingerprint: randomUUID(),
          shared: true,
          entries,
          ...more,
        }),
      look: (caller: TestCaller = assistant, ids = [boss.user.objectId]) =>
        confirmations.counterparts(caller.again(), 'delegators', ids),
    };
  }

  test('returns the entry about the caller, and no other entry', async () => {
    const { share, look, boss, about } = startPair();
    await share();

    expect(await look()).toEqual([
      { ...about, id: boss.user.objectId, confirmedAt: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  test('returns nothing to anyone else, not even in another tenant under the same id', async () => {
    const { share, look, assistant, boss } = startPair();
    await share();

    expect(await look(newCaller({ tenantId: assistant.user.tenantId }))).toEqual([]);
    expect(await look(newCaller({ objectId: assistant.user.objectId }))).toEqual([]);
    expect(await look(boss)).toEqual([]);
  });

  test.each([
    ['from the list of the same name', { list: 'delegators' }],
    ['that is not shared', { shared: false }],
  ])('does not return a confirmation %s', async (_, more) => {
    const { share, look } = startPair();
    await share(undefined, more);

    expect(await look()).toEqual([]);
  });

  test('returns the latest shared confirmation only, until it is past the retention period', async () => {
    const { share, look, about, colleague, pass } = startPair();
    await share();
    pass(1);
    await share([{ ...about, isRight: false }]);
    pass(1);
    await share(undefined, { shared: false });
    const latest = [{ isRight: false, confirmedAt: '2026-01-01T00:00:00.001Z' }];
    expect(await look()).toMatchObject(latest);
    pass(30 * dayMs - 1);
    expect(await look()).toMatchObject(latest);
    pass(1);
    expect(await look()).toEqual([]);
    await share();
    expect(await look()).toHaveLength(1);
    pass(1);
    // The latest one no longer contains the caller.
    await share([colleague]);

    expect(await look()).toEqual([]);
  });

  test('returns nothing once the other party has deleted their history', async () => {
    const { confirmations, share, look, boss } = startPair();
    await share();
    await confirmations.forget(boss.again());

    expect(await look()).toEqual([]);
  });

  test('answers for fifty people at once, each with their own entry', async () => {
    const { confirmations, assistant, about, look } = startPair();
    const bosses = Array.from({ length: 50 }, () => newCaller({ tenantId: assistant.user.tenantId }));
    for (const [index, boss] of bosses.entries()) {
      const entries = [{ ...about, isRight: index % 2 === 0 }];
      await confirm(confirmations, boss, randomUUID(), { shared: index % 5 > 0, entries });
    }
    const found = await look(
      assistant,
      bosses.map(({ user }) => user.objectId),
    );

    expect(new Map(found.map(({ id, isRight }) => [id, isRight]))).toEqual(
      new Map(bosses.flatMap(({ user }, index) => (index % 5 > 0 ? [[user.objectId, index % 2 === 0]] : []))),
    );
  });

  test('reads one entry of the index of shared confirmations for each person, however many are stored', async () => {
    const database = open();
    const caller = newCaller();
    const plans: string[] = [];
    const confirmations = createConfirmations({
      database: {
        ...database,
        read: async (until, statement) => {
          const [first = '', ...others] = statement.text;
          const explained = { ...statement, text: [`${explain} ${first}`, ...others] };
          plans.push(JSON.stringify(await database.read(until, explained)));
          return await database.read(until, statement);
        },
      },
      retentionDays: 30,
    });
    await database.read(caller.deadline, sql`select 1`);
    // Many users of the same tenant, half of whose confirmations are shared.
    await query(`insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, shared, entries)
      select '${caller.user.tenantId}', ${newId}, 'delegates', ${newId}, '2026-01-01T00:00:00.000Z', 'f', n % 2, '[]'
      from ${numbers(5_000)}`);
    await query('analyze confirmations');
    await confirmations.counterparts(caller, 'delegators', [randomUUID(), randomUUID()]);

    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/(using (index )?confirmations_shared.*){2}/i);
    expect(plans[0]).not.toMatch(/seq scan|scan confirmations|sort|temp b-tree/i);
  });
}

/** Several instances and versions of the program on one database. Call within a `describe`. */
export function testVersions(createEngine: Create): void {
  const { open, start, query, outages } = useInstances(createEngine, 'new');

  test('reads records of other versions without permissions that they lack or that are unknown here', async () => {
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
    expect(outages).toEqual([]);
  });
}
