import { randomUUID } from 'node:crypto';
import { sql } from '../../../src/server/database/Database.js';
import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { newCaller, type TestCaller } from '../../support/caller.js';
import { confirm, entry, useInstances } from '../../support/instances.js';
import type { EngineUnderTest } from '../../support/place.js';

export type Dialect = {
  /** Expression for a new id. */
  readonly newId: string;
  /** The prefix of a statement that returns its query plan. */
  readonly explain: string;
};

const startMs = Date.UTC(2026, 0, 1);
const dayMs = 24 * 60 * 60 * 1_000;

/** Inserts many users of the same tenant, each with a shared and an unshared confirmation. */
const crowd = (tenantId: string, newId: string) => `
  insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, shared, entries)
  select '${tenantId}', ${newId}, 'delegates', ${newId}, '2026-01-01T00:00:00.000Z', 'f', n % 2, '[]'
  from (with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 5000)
    select n from numbers) as many`;

/** Declares the tests of shared entries, the same for each engine. Call within a `describe`. */
export function testCounterparts(
  createEngine: () => Promise<EngineUnderTest>,
  { newId, explain }: Dialect,
): void {
  const { open, start, query } = useInstances(createEngine);

  /** A boss shares their list of delegates, in which the assistant is. */
  function startPair() {
    let now = startMs;
    const confirmations = start(() => new Date(now));
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
      pass: (ms: number) => {
        now += ms;
      },
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

  test('returns nothing from the list of the same name', async () => {
    const { share, look } = startPair();
    await share(undefined, { list: 'delegators' });

    expect(await look()).toEqual([]);
  });

  test('does not return a confirmation that is not shared', async () => {
    const { share, look } = startPair();
    await share(undefined, { shared: false });

    expect(await look()).toEqual([]);
  });

  test('returns the latest shared confirmation, even if a later one is not shared', async () => {
    const { share, look, about, pass } = startPair();
    await share();
    pass(1);
    await share([{ ...about, isRight: false }]);
    pass(1);
    await share(undefined, { shared: false });

    expect(await look()).toMatchObject([{ isRight: false, confirmedAt: '2026-01-01T00:00:00.001Z' }]);
  });

  test('does not return an older confirmation if the latest shared one does not contain the caller', async () => {
    const { share, look, colleague, pass } = startPair();
    await share();
    pass(1);
    await share([colleague]);

    expect(await look()).toEqual([]);
  });

  test('does not return a confirmation past the retention period', async () => {
    const { share, look, pass } = startPair();
    await share();
    pass(30 * dayMs);
    expect(await look()).toHaveLength(1);
    pass(1);

    expect(await look()).toEqual([]);
  });

  test('returns nothing once the other party has deleted their history', async () => {
    const { confirmations, share, look, boss } = startPair();
    await share();
    await confirmations.forget(boss.again());

    expect(await look()).toEqual([]);
  });

  test('a deletion discards a shared confirmation in progress', async () => {
    const { confirmations, look, boss, about } = startPair();
    const reading = { shared: true, entries: [about] };
    const forget = () => confirmations.forget(boss.again());

    await expect(confirm(confirmations, boss, randomUUID(), reading, forget)).rejects.toMatchObject({
      reason: { code: 'list_changed' },
    });
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
    await query(crowd(caller.user.tenantId, newId));
    await query('analyze confirmations');
    await confirmations.counterparts(caller, 'delegators', [randomUUID(), randomUUID()]);

    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/(using (index )?confirmations_shared.*){2}/i);
    expect(plans[0]).not.toMatch(/seq scan|scan confirmations|sort|temp b-tree/i);
  });
}
