import type { Instances } from '../../support/instances.js';
import {
  countRows,
  hourMs,
  listEntry,
  minuteMs,
  newUser,
  noRows,
  startPair,
  startStore,
} from '../../support/notificationStore.js';

/** Detection of changes, the same on each engine. Call within a `describe`. `delegationState.test.ts` lists what is a change. */
export function testChanges({ open, query }: Instances): void {
  test('notifies a subscriber once of a change between the two', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    await store.subscribe(amina, 'de');
    expect(await diegoReads(listEntry(amina))).toBe(false);
    store.pass(minuteMs);

    expect(await diegoReads(listEntry(amina, ['makeCalls']))).toBe(true);
    expect(await store.sendNext()).toMatchObject({
      user: amina,
      language: 'de',
      kind: 'changed',
      about: [{ list: 'delegators', otherId: diego.objectId }],
      decidedAtMs: store.nowMs(),
    });
    expect(await diegoReads(listEntry(amina, ['makeCalls']))).toBe(false);
    store.pass(hourMs);
    expect(await store.sendNext()).toBeUndefined();
  });

  test('notifies of a delegation that has ended, and of one that is new', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    const about = [{ list: 'delegators', otherId: diego.objectId }];
    const jonas = newUser(diego.tenantId);

    expect(await diegoReads(listEntry(jonas))).toBe(true);
    expect((await store.sendNext())?.about).toEqual(about);
    store.pass(hourMs);
    expect(await diegoReads(listEntry(jonas), listEntry(amina))).toBe(true);
    expect((await store.sendNext())?.about).toEqual(about);
  });

  test('an empty list ends a delegation only when it has been read twice', async () => {
    const { amina, diegoReads } = await startPair(open);

    expect(await diegoReads()).toBe(false);
    // The first empty list was a glitch.
    expect(await diegoReads(listEntry(amina))).toBe(false);
    expect(await diegoReads()).toBe(false);
    expect(await diegoReads()).toBe(true);
  });

  test('an empty own list makes no entry new, and a list with entries without an id ends no delegation', async () => {
    const { amina, diegoReads, aminaReads } = await startPair(open);
    await aminaReads();

    expect(await diegoReads(listEntry(amina))).toBe(false);
    for (let turn = 0; turn < 3; turn += 1)
      expect(await diegoReads({ ...listEntry(amina), id: '' })).toBe(false);
  });

  test('does not notify of a change that the user has seen, or that is undone before its delivery', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await diegoReads(listEntry(amina, []));
    await diegoReads(listEntry(amina, ['makeCalls']));
    expect(await diegoReads(listEntry(amina))).toBe(false);
    expect(await store.sendNext()).toBeUndefined();
    await diegoReads(listEntry(amina, []));
    store.pass(1);
    await aminaReads(listEntry(diego, []));

    expect(await store.sendNext()).toBeUndefined();
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
  });

  test('notifies of a change detected while the user was reading', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    const readAtMs = store.nowMs() + 1;
    store.pass(2);
    await diegoReads(listEntry(amina, []));
    await store.read(amina, 'delegators', [listEntry(diego)], { readAtMs });

    expect(await store.sendNext()).toMatchObject({ user: amina });
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
  });

  test('a list that did not reach the user does not count as seen, and the other side is notified', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    await store.subscribe(diego);
    await diegoReads(listEntry(amina));
    store.pass(1);

    expect(await store.read(amina, 'delegators', [listEntry(diego, [])], { kind: 'notShown' })).toBe(true);
    const about = [{ list: 'delegates', otherId: amina.objectId }];
    expect(await store.sendNext()).toMatchObject({ user: diego, about });
    expect(await store.sendNext()).toBeUndefined();
    expect(await diegoReads(listEntry(amina, []))).toBe(true);
    expect(await store.sendNext()).toMatchObject({ user: amina });
  });

  test('notifies of changes after the clock is set back an hour', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await diegoReads(listEntry(amina, ['makeCalls']));
    expect(await store.sendNext()).toMatchObject({ user: amina });
    store.pass(-hourMs);

    expect(await diegoReads(listEntry(amina, []))).toBe(true);
    expect(await store.sendNext()).toMatchObject({ user: amina });
    await diegoReads(listEntry(amina));
    store.pass(-hourMs);
    await aminaReads(listEntry(diego));
    expect(await query('select * from outbox')).toEqual([]);
    // Her visit updates what the other side knows, too.
    expect(await diegoReads(listEntry(amina))).toBe(false);
  });

  test('stores nothing about users without a subscription, and does not notify them', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await store.unsubscribe(amina);
    await aminaReads(listEntry(diego));
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
    expect(await countRows(query)).toEqual(noRows);
    await store.subscribe(amina);

    // She has not seen this list since.
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
  });

  test('notifies no one of the other list, or in another tenant', async () => {
    const { store, diego, amina } = await startPair(open);
    const stranger = { tenantId: newUser().tenantId, objectId: diego.objectId };

    expect(await store.read(stranger, 'delegates', [listEntry(amina, [])])).toBe(false);
    expect(await store.read(diego, 'delegators', [listEntry(amina, [])])).toBe(false);
  });

  test('stores no name and no readable permission', async () => {
    const { diego, amina, diegoReads, aminaReads } = await startPair(open);
    const named = { ...listEntry(diego), user: { displayName: 'Diego Marenco' } };
    await aminaReads(named);
    await diegoReads(listEntry(amina, []));
    const rows = [
      ...(await query('select * from seen_delegations')),
      ...(await query('select * from outbox')),
    ];

    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/Diego|displayName|true|false/);
  });

  test('after a change of the key nothing is notified, and everything is recorded as new', async () => {
    const { diego, amina } = await startPair(open);
    const renewed = startStore(open, Buffer.alloc(32, 7));

    expect(await renewed.read(diego, 'delegates', [listEntry(amina, [])])).toBe(false);
    expect(await renewed.read(diego, 'delegates', [listEntry(amina)])).toBe(true);
  });

  test('unsubscribing erases everything, and nothing in progress comes back', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await diegoReads(listEntry(amina, []));
    const underWay = await store.claim();
    await store.unsubscribe(amina);
    await store.settle(underWay, { kind: 'refused', problem: 'notInstalled' });
    await aminaReads(listEntry(diego));
    await diegoReads(listEntry(amina, []));

    expect(underWay).toBeDefined();
    expect(await store.subscriptionOf(amina)).toBeUndefined();
    expect(await countRows(query)).toEqual(noRows);
  });

  test('unsubscribing and subscribing at any moment of a reading keeps nothing from before', async () => {
    const { store: one, diego, amina } = await startPair(open);
    const other = startStore(open);
    for (let turn = 0; turn < 10; turn += 1) {
      await one.subscribe(amina);
      await one.read(amina, 'delegators', [listEntry(diego, turn % 2 === 0 ? [] : ['makeCalls'])]);
      await Promise.all([
        other.read(diego, 'delegates', [listEntry(amina)]),
        one.unsubscribe(amina),
        other.read(amina, 'delegators', [listEntry(diego)]),
      ]);
      expect(await countRows(query)).toEqual(noRows);
    }
  });

  test('notifies once of a change that many instances read at the same time', async () => {
    const { diego, amina } = await startPair(open);
    const instances = Array.from({ length: 4 }, () => startStore(open));
    const queued = await Promise.all(
      instances.map(({ read }) => read(diego, 'delegates', [listEntry(amina, [])])),
    );

    expect(queued.filter((isQueued) => isQueued)).toHaveLength(1);
    expect(await query('select * from outbox')).toHaveLength(1);
  });

  test('an unchanged list costs one more read, for any number of subscribers', async () => {
    const asked: string[] = [];
    const store = startStore((options) => {
      const database = open(options);
      return {
        ...database,
        read: (...args) => {
          asked.push('read');
          return database.read(...args);
        },
        write: (...args) => {
          asked.push('write');
          return database.write(...args);
        },
      };
    });
    const boss = newUser();
    const assistants = Array.from({ length: 25 }, () => newUser(boss.tenantId));
    for (const user of [boss, ...assistants]) await store.subscribe(user);
    for (const assistant of assistants) await store.read(assistant, 'delegators', [listEntry(boss)]);
    const whole = assistants.map((assistant) => listEntry(assistant));
    await store.read(boss, 'delegates', whole);
    asked.length = 0;
    await store.read(boss, 'delegates', whole);
    await store.read(newUser(boss.tenantId), 'delegates', whole.slice(0, 3));

    // The second caller is unknown: their list is new for three subscribers, each with its own write.
    expect(asked).toEqual(['read', 'read', 'write', 'write', 'write']);
    asked.length = 0;
    await store.read(newUser(boss.tenantId), 'delegates', []);
    expect(asked).toEqual(['read']);
  });
}
