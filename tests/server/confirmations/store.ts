import { randomUUID } from 'node:crypto';
import { createConfirmations, type Reading } from '../../../src/server/confirmations/createConfirmations.js';
import { parseCursor } from '../../../src/server/confirmations/cursor.js';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { sql, Statement } from '../../../src/server/database/Database.js';
import type { Migration } from '../../../src/server/database/migrate.js';
import { newCaller, type TestCaller } from '../../support/caller.js';
import { confirm, entry, idsOf, reading, unavailable, useInstances } from '../../support/instances.js';
import type { CreatePlace } from '../../support/place.js';

const dayMs = 24 * 60 * 60 * 1_000;
const startedAt = '2026-01-01T00:00:00.000Z';
const listChanged = { reason: { code: 'list_changed' } };

/**
 * Behaviour of the confirmation store, the same on each engine. Call within a `describe`.
 * @param explain prefix of a statement that returns its query plan
 */
export function testConfirmations(createPlace: CreatePlace, explain: string): void {
  const { open, start, query, outages } = useInstances(createPlace);

  /** Starts an instance whose clock only `pass` moves. */
  function begin() {
    let ms = Date.parse(startedAt);
    const now = () => new Date(ms);
    const confirmations = start(now);
    const caller = newCaller();
    return {
      confirmations,
      caller,
      now,
      pass: (by: number) => void (ms += by),
      /** Sends one more confirmation of the caller, by default of a new list. */
      send: (given?: Parameters<typeof confirm>[3], id?: string) =>
        confirm(confirmations, caller.again(), id, given),
    };
  }

  /** Inserts confirmations of a tenant, every other one shared. By default each is of another user. */
  async function insert(count: number, tenantId: string, objectId?: string, at = startedAt): Promise<void> {
    const toRow = (_: unknown, number: number) =>
      `('${tenantId}', '${objectId ?? randomUUID()}', 'delegates', '${randomUUID()}', '${at}', 'f', ${number % 2}, '[]')`;
    await query(`insert into confirmations
      (tenant_id, user_id, list, id, confirmed_at, fingerprint, shared, entries)
      values ${Array.from({ length: count }, toRow).join()}`);
  }

  test('refuses an aborted or expired request', async () => {
    const { confirmations, caller } = begin();
    caller.leave();

    await expect(idsOf(confirmations, caller)).rejects.toMatchObject({ name: 'CallerGone' });
    await expect(idsOf(confirmations, newCaller({}, 0))).rejects.toMatchObject(unavailable);
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
    const { confirmations, caller, pass, send } = begin();
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await send(reading, first)).toMatchObject({ isNew: true });
    pass(5 * 60_000 - 1);
    expect(await send(reading, second)).toMatchObject({ isNew: false, confirmation: { id: first } });
    pass(1);

    expect(await send(reading, third)).toMatchObject({ isNew: true, confirmation: { id: third } });
    expect(await idsOf(confirmations, caller)).toEqual([third, first]);
  });

  test('stores a reading that differs from the latest confirmation as another one', async () => {
    const { pass, send } = begin();
    const wrong: Reading = { ...reading, entries: [{ ...entry, isRight: false }] };
    const others = [{ ...reading, fingerprint: 'g' }, reading, { ...reading, shared: true }];
    for (const each of [reading, wrong, ...others]) {
      pass(1);
      expect(await send(each)).toMatchObject({ isNew: true });
    }
  });

  test('stores a hundred confirmations of one user and list in a day, then says when it accepts the next', async () => {
    const { confirmations, caller, now, pass, send } = begin();
    const { tenantId, objectId } = caller.user;
    const last = randomUUID();
    await send();
    pass(60_000);
    await insert(98, tenantId, objectId, now().toISOString());
    expect(await send(undefined, last)).toMatchObject({ isNew: true });
    const refusal = (retryAfter: number) => ({ reason: { code: 'rate_limited', retryAfter } });
    await expect(send()).rejects.toMatchObject(refusal(24 * 60 * 60 - 60));
    // A stored confirmation is still returned, and other users and lists are not limited.
    expect(await send(undefined, last)).toMatchObject({ isNew: false });
    expect(await confirm(confirmations, newCaller({ tenantId }))).toMatchObject({ isNew: true });
    expect(await send({ list: 'delegators' })).toMatchObject({ isNew: true });
    pass(dayMs - 60_001);
    await expect(send()).rejects.toMatchObject(refusal(1));
    pass(1);

    expect(await send()).toMatchObject({ isNew: true });
    await expect(send()).rejects.toMatchObject(refusal(60));
    expect(outages).toEqual([]);
  });

  test('pages newest first, each once, including confirmations of the same moment', async () => {
    const { confirmations, caller, pass, send } = begin();
    const expected: string[] = [];
    for (let moment = 0; moment < 4; moment += 1) {
      const ids = [randomUUID(), randomUUID(), randomUUID()];
      pass(1);
      for (const id of ids) await send(undefined, id);
      expected.unshift(...ids.sort().reverse());
    }
    const pages: (readonly string[])[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await confirmations.page(caller, 'delegates', { limit: 4, before: parseCursor(next) });
      pages.push(page.value.map(({ id }) => id));
      ({ next } = page);
    }

    expect(pages.map(({ length }) => length)).toEqual([4, 4, 4]);
    expect(pages.flat()).toEqual(expected);
  });

  test('keeps users, tenants and lists apart, and deletes both lists of one user only', async () => {
    const { confirmations, caller, send } = begin();
    const { tenantId, objectId } = caller.user;
    const others = [newCaller({ tenantId }), newCaller({ objectId })];
    const id = randomUUID();
    await send(undefined, id);
    expect(await idsOf(confirmations, caller, 'delegators')).toEqual([]);
    expect(await send({ list: 'delegators' }, id)).toMatchObject({ isNew: true });
    for (const other of others) {
      expect(await idsOf(confirmations, other)).toEqual([]);
      expect(await confirm(confirmations, other, id)).toMatchObject({ isNew: true });
    }
    await confirmations.forget(caller);

    for (const list of ['delegates', 'delegators'] as const)
      expect(await idsOf(confirmations, caller, list)).toEqual([]);
    for (const other of others) expect(await idsOf(confirmations, other)).toEqual([id]);
    expect(await send()).toMatchObject({ isNew: true });
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
    const { confirmations, caller, pass, send } = begin();
    const { tenantId, objectId } = caller.user;
    await send();
    // More rows than one transaction of the sweep deletes.
    await insert(1_200, tenantId, objectId);
    pass(2 * dayMs);
    const kept = randomUUID();
    await send(undefined, kept);
    await confirmations.forget(newCaller());
    pass(29 * dayMs);
    expect(await idsOf(confirmations, caller)).toEqual([kept]);
    expect(await query('select 1 from confirmations')).toHaveLength(1_202);
    await confirmations.sweep(newCaller().deadline);

    expect(await query('select 1 from confirmations')).toHaveLength(1);
    expect(await idsOf(confirmations, caller)).toEqual([kept]);
    expect(await query('select 1 from forgotten')).toEqual([]);
  });

  describe('shared entries:', () => {
    /** A boss shares their list of delegates, in which the assistant is. */
    function startPair() {
      const { confirmations, caller: boss, pass, send } = begin();
      const assistant = newCaller({ tenantId: boss.user.tenantId });
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
          send({ fingerprint: randomUUID(), shared: true, entries, ...more }),
        look: (caller: TestCaller = assistant, ids = [boss.user.objectId]) =>
          confirmations.counterparts(caller.again(), 'delegators', ids),
      };
    }

    test('returns nothing to anyone else, not even in another tenant under the same id', async () => {
      const { share, look, assistant, boss } = startPair();
      await share();

      expect(await look(newCaller({ tenantId: assistant.user.tenantId }))).toEqual([]);
      expect(await look(newCaller({ objectId: assistant.user.objectId }))).toEqual([]);
      expect(await look(boss)).toEqual([]);
    });

    test('returns the latest shared confirmation only, until it is past the retention period', async () => {
      const { share, look, about, colleague, pass } = startPair();
      await share();
      pass(1);
      await share([{ ...about, isRight: false }]);
      pass(1);
      await share(undefined, { shared: false });
      pass(30 * dayMs - 1);
      expect(await look()).toMatchObject([{ isRight: false, confirmedAt: '2026-01-01T00:00:00.001Z' }]);
      pass(1);
      expect(await look()).toEqual([]);
      await share();
      expect(await look()).toHaveLength(1);
      pass(1);
      // The latest one no longer contains the caller.
      await share([colleague]);

      expect(await look()).toEqual([]);
    });

    test('answers for fifty people at once, each with their own entry', async () => {
      const { confirmations, assistant, about, look } = startPair();
      const { tenantId } = assistant.user;
      const bosses = Array.from({ length: 50 }, (_, index) => ({
        boss: newCaller({ tenantId }),
        isRight: index % 2 === 0,
      }));
      for (const { boss, isRight } of bosses)
        await confirm(confirmations, boss, undefined, { shared: true, entries: [{ ...about, isRight }] });
      const ids = bosses.map(({ boss }) => boss.user.objectId);
      const found = await look(assistant, [randomUUID(), ...ids]);

      expect(new Map(found.map(({ id, isRight }) => [id, isRight]))).toEqual(
        new Map(bosses.map(({ boss, isRight }) => [boss.user.objectId, isRight])),
      );
    });

    test('reads one entry of the index of shared confirmations for each person, however many are stored', async () => {
      const database = open();
      const caller = newCaller();
      const plans: string[] = [];
      const explaining = createConfirmations({
        database: {
          ...database,
          read: async (until, statement) => {
            const explained = new Statement(`${explain} ${statement.text}`, statement.values);
            plans.push(JSON.stringify(await database.read(until, explained)));
            return [];
          },
        },
        retentionDays: 30,
      });
      await database.read(caller.deadline, sql`select 1`);
      await insert(2_000, caller.user.tenantId);
      await query('analyze confirmations');
      await explaining.counterparts(caller, 'delegators', [randomUUID(), randomUUID()]);

      expect(plans).toHaveLength(1);
      expect(plans[0]).toMatch(/(using (index )?confirmations_shared.*){2}/i);
      expect(plans[0]).not.toMatch(/seq scan|scan confirmations|sort|temp b-tree/i);
    });
  });

  testVersions(createPlace);
}

/** Several instances and versions of the program on one database. */
function testVersions(createPlace: CreatePlace): void {
  const { open, start, query, outages } = useInstances(createPlace, 'new');
  const onlyPage = { limit: 100, before: undefined };

  test('reads records of other versions without permissions that they lack or that are unknown here', async () => {
    const confirmations = start();
    const caller = newCaller();
    await confirm(confirmations, caller);
    const store = (entries: unknown) =>
      query(`update confirmations set entries = '${JSON.stringify(entries)}'`);
    const page = () => confirmations.page(caller, 'delegates', onlyPage);
    const { manageCallAndDelegateSettings: _, ...older } = entry.allowedActions;
    const newer = { ...entry, id: 'newer', isRight: false };
    await store([
      { id: 'older', isActive: null, allowedActions: older },
      { ...newer, note: 'x', allowedActions: { ...entry.allowedActions, x: true } },
    ]);

    expect((await page()).value[0]?.entries).toEqual([
      { id: 'older', isActive: null, allowedActions: older, isRight: true },
      newer,
    ]);
    await store([{ id: 1 }]);
    await expect(page()).rejects.toMatchObject({ ...unavailable, cause: 'a stored row cannot be parsed' });
  });

  test('a record of a version that could not share is not shared, even if written after the upgrade', async () => {
    const caller = newCaller();
    const { tenantId, objectId } = caller.user;
    const insert = () =>
      query(`insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, entries)
        values ('${tenantId}', '${objectId}', 'delegates', '${randomUUID()}', '${startedAt}', 'f', '[]')`);
    const old = open({ migrations: confirmationMigrations.slice(0, 2) });
    await old.read(caller.deadline, sql`select 1`);
    await insert();
    const confirmations = start(() => new Date(startedAt));
    await idsOf(confirmations, caller);
    await insert();
    const { value } = await confirmations.page(caller, 'delegates', onlyPage);

    expect(value.map(({ shared }) => shared)).toEqual([false, false]);
  });

  test('two versions of the program can use the database at the same time', async () => {
    const changes = ['alter table confirmations add column note text', 'create table later (id text)'];
    const later: Migration = { name: '9999-later', statements: changes };
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
    const found = await Promise.all(all.map((confirmations) => idsOf(confirmations, caller)));

    expect(found).toEqual(all.map(() => []));
    expect(outages).toEqual([]);
  });
}
