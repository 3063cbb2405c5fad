import type { Database } from '../../../src/server/database/Database.js';
import type { Instances } from '../../support/instances.js';
import {
  hourMs,
  listEntry,
  minuteMs,
  newUser,
  notificationTables,
  read,
  sendNext,
  startPair,
  startStore,
  until,
} from '../../support/notificationStore.js';

/** Detection of changes, the same on each engine. Call within a `describe`. */
export function testChanges({ open, query }: Instances): void {
  const expectNoRows = async () => {
    for (const table of notificationTables) expect(await query(`select * from ${table}`)).toEqual([]);
  };

  test('notifies a subscriber once of a change between the two', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    await store.subscribe(until(), amina, 'de');
    expect(await diegoReads(listEntry(amina))).toBe(false);
    store.pass(minuteMs);

    expect(await diegoReads(listEntry(amina, ['makeCalls']))).toBe(true);
    expect(await sendNext(store)).toMatchObject({
      user: amina,
      language: 'de',
      kind: 'changed',
      about: [{ list: 'delegators', otherId: diego.objectId }],
      decidedAtMs: store.nowMs(),
    });
    expect(await diegoReads(listEntry(amina, ['makeCalls']))).toBe(false);
    store.pass(hourMs);
    expect(await sendNext(store)).toBeUndefined();
  });

  test('notifies both sides, each about their own list', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await store.subscribe(until(), diego, 'en');
    await diegoReads(listEntry(amina));
    await aminaReads(listEntry(diego, []));

    expect((await sendNext(store))?.about).toEqual([{ list: 'delegates', otherId: amina.objectId }]);
  });

  test.each(['new', 'changed', 'inactive', 'ended'])('notifies of a delegation that is %s', async (what) => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    const jonas = newUser(diego.tenantId);
    if (what === 'new') {
      // Unlike an empty list, a list without Diego ends the delegation at once.
      await aminaReads(listEntry(jonas));
    }
    const now = {
      new: [listEntry(amina)],
      changed: [listEntry(amina, ['receiveCalls', 'makeCalls'])],
      inactive: [listEntry(amina, ['receiveCalls'], false)],
      ended: [],
    }[what];

    expect(await diegoReads(...(now ?? []), listEntry(jonas))).toBe(true);
    expect((await sendNext(store))?.about).toEqual([{ list: 'delegators', otherId: diego.objectId }]);
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

  test('a value that Graph leaves out is no change, and is compared again once it is known', async () => {
    const { diego, amina, diegoReads, aminaReads } = await startPair(open);
    const thin = { ...listEntry(amina), isActive: null };
    await aminaReads({ ...listEntry(diego), isActive: null });

    expect(await diegoReads(listEntry(amina))).toBe(false);
    expect(await diegoReads(thin)).toBe(false);
    expect(await diegoReads({ ...thin, isActive: false })).toBe(true);
  });

  test('does not notify of a change that the user has seen, or that is undone before its delivery', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await diegoReads(listEntry(amina, []));
    expect(await diegoReads(listEntry(amina))).toBe(false);
    expect(await sendNext(store)).toBeUndefined();
    await diegoReads(listEntry(amina, []));
    store.pass(1);
    await aminaReads(listEntry(diego, []));

    expect(await sendNext(store)).toBeUndefined();
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
  });

  test('notifies of a change detected while the user was reading', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    const readAtMs = store.nowMs() + 1;
    store.pass(2);
    await diegoReads(listEntry(amina, []));
    await read(store, amina, 'delegators', [listEntry(diego)], readAtMs);

    expect(await sendNext(store)).toMatchObject({ user: amina });
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
  });

  test('a list that did not reach the user does not count as seen, and the other side is notified', async () => {
    const { store, diego, amina, diegoReads } = await startPair(open);
    await store.subscribe(until(), diego, 'en');
    await diegoReads(listEntry(amina));
    store.pass(1);
    const lost = read(store, amina, 'delegators', [listEntry(diego, [])], store.nowMs(), 'notShown');

    expect(await lost).toBe(true);
    expect(await sendNext(store)).toMatchObject({ user: diego });
    expect(await sendNext(store)).toBeUndefined();
    expect(await diegoReads(listEntry(amina, []))).toBe(true);
    expect(await sendNext(store)).toMatchObject({ user: amina });
  });

  test('notifies of changes after the clock is set back an hour', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await diegoReads(listEntry(amina, ['makeCalls']));
    expect(await sendNext(store)).toMatchObject({ user: amina });
    store.pass(-hourMs);

    expect(await diegoReads(listEntry(amina, []))).toBe(true);
    expect(await sendNext(store)).toMatchObject({ user: amina });
    await diegoReads(listEntry(amina));
    store.pass(-hourMs);
    await aminaReads(listEntry(diego));
    expect(await query('select * from outbox')).toEqual([]);
    // Her visit updates what the other side knows, too.
    expect(await diegoReads(listEntry(amina))).toBe(false);
  });

  test('stores nothing about users without a subscription, and does not notify them', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await store.unsubscribe(until(), amina);
    await aminaReads(listEntry(diego));
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
    await expectNoRows();
    await store.subscribe(until(), amina, 'en');

    // She has not seen this list since.
    expect(await diegoReads(listEntry(amina, []))).toBe(false);
  });

  test('notifies no one of the other list, or in another tenant', async () => {
    const { store, diego, amina } = await startPair(open);
    const stranger = { tenantId: newUser().tenantId, objectId: diego.objectId };

    expect(await read(store, stranger, 'delegates', [listEntry(amina, [])])).toBe(false);
    expect(await read(store, diego, 'delegators', [listEntry(amina, [])])).toBe(false);
  });

  test('stores no name and no readable permission', async () => {
    const { diego, amina, diegoReads, aminaReads } = await startPair(open);
    const named = { ...listEntry(diego), user: { displayName: 'Diego Marenco' } };
    await aminaReads(named, listEntry(newUser(diego.tenantId)));
    await diegoReads(listEntry(amina, []));
    const rows = [
      ...(await query('select * from seen_delegations')),
      ...(await query('select * from outbox')),
    ];
    const states = (await query('select state from seen_delegations')).map(({ state }) => String(state));

    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/Diego|displayName|true|false/);
    // The hashes do not show that two users hold the same permission.
    const hashes = states.flatMap((state) => state.match(/(?<=:)"[\w-]{12}"/g) ?? []);
    expect(hashes).toHaveLength(12);
    expect(new Set(hashes).size).toBe(12);
  });

  test('after a change of the key nothing is notified, and everything is recorded as new', async () => {
    const { diego, amina } = await startPair(open);
    const renewed = startStore(open, undefined, Buffer.alloc(32, 7));

    expect(await read(renewed, diego, 'delegates', [listEntry(amina, [])])).toBe(false);
    expect(await read(renewed, diego, 'delegates', [listEntry(amina)])).toBe(true);
  });

  test('unsubscribing erases everything, and nothing in progress comes back', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await diegoReads(listEntry(amina, []));
    const underWay = await store.claim(until());
    await store.unsubscribe(until(), amina);
    if (underWay !== undefined)
      await store.settle(until(), underWay, { kind: 'refused', problem: 'notInstalled' });
    await aminaReads(listEntry(diego));
    await diegoReads(listEntry(amina, []));

    expect(underWay).toBeDefined();
    expect(await store.findSubscription(until(), amina)).toBeUndefined();
    await expectNoRows();
  });

  test('unsubscribing and subscribing at any moment of a reading keeps nothing from before', async () => {
    const { store: one, diego, amina } = await startPair(open);
    const other = startStore(open);
    for (let turn = 0; turn < 10; turn += 1) {
      await one.subscribe(until(), amina, 'en');
      await read(one, amina, 'delegators', [listEntry(diego, turn % 2 === 0 ? [] : ['makeCalls'])]);
      await Promise.all([
        read(other, diego, 'delegates', [listEntry(amina)]),
        one.unsubscribe(until(), amina),
        read(other, amina, 'delegators', [listEntry(diego)]),
      ]);
      await expectNoRows();
    }
  });

  test('notifies once of a change that many instances read at the same time', async () => {
    const { diego, amina } = await startPair(open);
    const instances = Array.from({ length: 4 }, () => startStore(open));
    const queued = await Promise.all(
      instances.map((instance) => read(instance, diego, 'delegates', [listEntry(amina, [])])),
    );

    expect(queued.filter((isQueued) => isQueued)).toHaveLength(1);
    expect(await query('select * from outbox')).toHaveLength(1);
  });

  test('an unchanged list costs one more read, for any number of subscribers', async () => {
    const asked: string[] = [];
    const store = startStore((options) => {
      const database = open(options);
      const counted: Database = {
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
      return counted;
    });
    const boss = newUser();
    const assistants = Array.from({ length: 25 }, () => newUser(boss.tenantId));
    for (const user of [boss, ...assistants]) await store.subscribe(until(), user, 'en');
    for (const assistant of assistants) await read(store, assistant, 'delegators', [listEntry(boss)]);
    const whole = assistants.map((assistant) => listEntry(assistant));
    await read(store, boss, 'delegates', whole);
    asked.length = 0;
    await read(store, boss, 'delegates', whole);
    await read(store, newUser(boss.tenantId), 'delegates', whole.slice(0, 3));

    // The second caller is unknown: their list is new for three subscribers, each with its own write.
    expect(asked).toEqual(['read', 'read', 'write', 'write', 'write']);
    asked.length = 0;
    await read(store, newUser(boss.tenantId), 'delegates', []);
    expect(asked).toEqual(['read']);
  });
}
