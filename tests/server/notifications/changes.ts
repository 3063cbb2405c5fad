import { endRequests } from '../../support/caller.js';
import { useInstances } from '../../support/instances.js';
import {
  hourMs,
  minuteMs,
  newPair,
  newUser,
  read,
  sendNext,
  listEntry,
  startStore,
  until,
} from '../../support/notificationStore.js';
import type { EngineUnderTest } from '../../support/place.js';

/** Detection of changes, the same on each engine. Call within a `describe`. */
export function testChanges(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, query } = useInstances(createEngine);
  afterEach(endRequests);

  const start = () => startStore(open);

  test('notifies a subscriber once of a change between the two', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'de');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    expect(await read(store, diego, 'delegates', [listEntry(amina)])).toBe(false);
    store.pass(minuteMs);

    expect(await read(store, diego, 'delegates', [listEntry(amina, ['makeCalls'])])).toBe(true);
    expect(await sendNext(store)).toMatchObject({
      user: amina,
      language: 'de',
      kind: 'changed',
      about: [{ list: 'delegators', otherId: diego.objectId }],
      decidedAtMs: store.nowMs(),
    });
    expect(await read(store, diego, 'delegates', [listEntry(amina, ['makeCalls'])])).toBe(false);
    store.pass(hourMs);
    expect(await sendNext(store)).toBeUndefined();
  });

  test('notifies both sides, each about their own list', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), diego, 'en');
    await read(store, diego, 'delegates', [listEntry(amina)]);
    await read(store, amina, 'delegators', [listEntry(diego, [])]);

    expect((await sendNext(store))?.about).toEqual([{ list: 'delegates', otherId: amina.objectId }]);
  });

  test.each(['new', 'changed', 'inactive', 'ended'])('notifies of a delegation that is %s', async (what) => {
    const store = start();
    const [diego, amina] = newPair();
    const jonas = newUser(diego.tenantId);
    const before = what === 'new' ? [] : [listEntry(diego)];
    const now = {
      new: [listEntry(amina)],
      changed: [listEntry(amina, ['receiveCalls', 'makeCalls'])],
      inactive: [listEntry(amina, ['receiveCalls'], false)],
      ended: [],
    }[what];
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [...before, listEntry(jonas)]);

    expect(await read(store, diego, 'delegates', [...(now ?? []), listEntry(jonas)])).toBe(true);
    expect((await sendNext(store))?.about).toEqual([{ list: 'delegators', otherId: diego.objectId }]);
  });

  test('an empty list ends a delegation only when it has been read twice', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);

    expect(await read(store, diego, 'delegates', [])).toBe(false);
    // The first empty list was a glitch.
    expect(await read(store, diego, 'delegates', [listEntry(amina)])).toBe(false);
    expect(await read(store, diego, 'delegates', [])).toBe(false);
    expect(await read(store, diego, 'delegates', [])).toBe(true);
  });

  test('entries are not new after the user’s own list was empty once', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, amina, 'delegators', []);

    expect(await read(store, diego, 'delegates', [listEntry(amina)])).toBe(false);
  });

  test('a list with entries without an id ends no delegation', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    const withoutId = { ...listEntry(amina), id: '' };
    for (let turn = 0; turn < 3; turn += 1)
      expect(await read(store, diego, 'delegates', [withoutId])).toBe(false);
  });

  test('a value that Graph leaves out is no change, and is compared again once it is known', async () => {
    const store = start();
    const [diego, amina] = newPair();
    const thin = { ...listEntry(amina), isActive: null };
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [{ ...listEntry(diego), isActive: null }]);

    expect(await read(store, diego, 'delegates', [listEntry(amina)])).toBe(false);
    expect(await read(store, diego, 'delegates', [thin])).toBe(false);
    expect(await read(store, diego, 'delegates', [{ ...thin, isActive: false }])).toBe(true);
  });

  test('does not notify of a change that the user has seen', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, diego, 'delegates', [listEntry(amina, [])]);
    store.pass(1);
    await read(store, amina, 'delegators', [listEntry(diego, [])]);

    expect(await sendNext(store)).toBeUndefined();
    expect(await read(store, diego, 'delegates', [listEntry(amina, [])])).toBe(false);
  });

  test('notifies of a change detected while the user was reading', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    const readAtMs = store.nowMs() + 1;
    store.pass(2);
    await read(store, diego, 'delegates', [listEntry(amina, [])]);
    await read(store, amina, 'delegators', [listEntry(diego)], readAtMs);

    expect(await sendNext(store)).toMatchObject({ user: amina });
    expect(await read(store, diego, 'delegates', [listEntry(amina, [])])).toBe(false);
  });

  test('a list that did not reach the user does not count as seen, and the other side is notified', async () => {
    const store = start();
    const [diego, amina] = newPair();
    for (const [user, list, other] of [
      [amina, 'delegators', diego],
      [diego, 'delegates', amina],
    ] as const) {
      await store.subscribe(until(), user, 'en');
      await read(store, user, list, [listEntry(other)]);
    }
    store.pass(1);

    expect(await read(store, amina, 'delegators', [listEntry(diego, [])], store.nowMs(), 'notShown')).toBe(
      true,
    );
    expect(await sendNext(store)).toMatchObject({ user: diego });
    expect(await sendNext(store)).toBeUndefined();
    expect(await read(store, diego, 'delegates', [listEntry(amina, [])])).toBe(true);
    expect(await sendNext(store)).toMatchObject({ user: amina });
  });

  test('notifies of changes after the clock is set back an hour', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, diego, 'delegates', [listEntry(amina, ['makeCalls'])]);
    expect(await sendNext(store)).toMatchObject({ user: amina });
    store.pass(-hourMs);

    expect(await read(store, diego, 'delegates', [listEntry(amina, [])])).toBe(true);
    expect(await sendNext(store)).toMatchObject({ user: amina });
    await read(store, diego, 'delegates', [listEntry(amina)]);
    store.pass(-hourMs);
    await read(store, amina, 'delegators', [listEntry(diego)]);
    expect(await query('select * from outbox')).toEqual([]);
    // Her visit updates what the other side knows, too.
    expect(await read(store, diego, 'delegates', [listEntry(amina)])).toBe(false);
  });

  test('does not notify of a change that is undone before its delivery', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, diego, 'delegates', [listEntry(amina, [])]);
    expect(await read(store, diego, 'delegates', [listEntry(amina)])).toBe(false);

    expect(await sendNext(store)).toBeUndefined();
  });

  test('notifies no one without a subscription, of a list they never saw, or in another tenant', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await read(store, amina, 'delegators', [listEntry(diego)]);
    expect(await read(store, diego, 'delegates', [listEntry(amina, [])])).toBe(false);

    await store.subscribe(until(), amina, 'en');
    expect(await read(store, diego, 'delegates', [listEntry(amina, [])])).toBe(false);

    await read(store, amina, 'delegators', [listEntry(diego)]);
    const stranger = { tenantId: newUser().tenantId, objectId: diego.objectId };
    expect(await read(store, stranger, 'delegates', [listEntry(amina, [])])).toBe(false);
    // The other list is tracked separately.
    expect(await read(store, diego, 'delegators', [listEntry(amina, [])])).toBe(false);
  });

  test('stores nothing about users without a subscription', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, diego, 'delegates', [listEntry(amina)]);

    for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(await query(`select * from ${table}`)).toEqual([]);
  });

  test('stores no name and no readable permission', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    const named = { ...listEntry(diego), user: { displayName: 'Diego Marenco' } };
    const other = listEntry(newUser(diego.tenantId));
    await read(store, amina, 'delegators', [named, other]);
    await read(store, diego, 'delegates', [listEntry(amina, [])]);
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
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    const renewed = startStore(open, undefined, Buffer.alloc(32, 7));

    expect(await read(renewed, diego, 'delegates', [listEntry(amina, [])])).toBe(false);
    expect(await read(renewed, diego, 'delegates', [listEntry(amina)])).toBe(true);
  });

  test('unsubscribing erases everything, and nothing in progress comes back', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, diego, 'delegates', [listEntry(amina, [])]);
    const underWay = await store.claim(until());
    await store.unsubscribe(until(), amina);
    if (underWay !== undefined)
      await store.settle(until(), underWay, { kind: 'refused', problem: 'notInstalled' });
    await read(store, amina, 'delegators', [listEntry(diego)]);
    await read(store, diego, 'delegates', [listEntry(amina, [])]);

    expect(underWay).toBeDefined();
    expect(await store.findSubscription(until(), amina)).toBeUndefined();
    for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(await query(`select * from ${table}`)).toEqual([]);
  });

  test('unsubscribing and subscribing at any moment of a reading keeps nothing from before', async () => {
    const [one, other] = [start(), start()];
    const [diego, amina] = newPair();
    for (let turn = 0; turn < 10; turn += 1) {
      await one.subscribe(until(), amina, 'en');
      await read(one, amina, 'delegators', [listEntry(diego, turn % 2 === 0 ? [] : ['makeCalls'])]);
      await Promise.all([
        read(other, diego, 'delegates', [listEntry(amina)]),
        one.unsubscribe(until(), amina),
        read(other, amina, 'delegators', [listEntry(diego)]),
      ]);

      for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
        expect(await query(`select * from ${table}`)).toEqual([]);
    }
  });

  test('notifies once of a change that many instances read at the same time', async () => {
    const instances = Array.from({ length: 4 }, start);
    const [store] = instances;
    if (store === undefined) throw new Error('There is none.');
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    await read(store, amina, 'delegators', [listEntry(diego)]);
    const queued = await Promise.all(
      instances.map((instance) => read(instance, diego, 'delegates', [listEntry(amina, [])])),
    );

    expect(queued.filter((isQueued) => isQueued)).toHaveLength(1);
    expect(await query('select * from outbox')).toHaveLength(1);
  });
}
