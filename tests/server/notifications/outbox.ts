import type { Outcome } from '../../../src/server/notifications/NotificationStore.js';
import type { Instances } from '../../support/instances.js';
import {
  dayMs,
  hourMs,
  listEntry,
  minuteMs,
  newUser,
  notificationTables,
  read,
  sendNext,
  startStore,
  until,
  type TestStore,
} from '../../support/notificationStore.js';

/** Time and instance of each delivery, the same on each engine. Call within a `describe`. */
export function testOutbox({ open, query }: Instances): void {
  const start = () => startStore(open);
  const amina = newUser();
  const bosses = Array.from({ length: 12 }, () => newUser(amina.tenantId));
  const again: Outcome = { kind: 'again', afterMs: 0 };
  const missing: Outcome = { kind: 'refused', problem: 'notInstalled', isUserMissing: true };

  /** Subscribes the user, who has seen every delegate with the same permission. */
  async function subscribeTo(store: TestStore, user = amina): Promise<void> {
    await store.subscribe(until(), user, 'en');
    await read(
      store,
      user,
      'delegators',
      bosses.map((boss) => listEntry(boss)),
    );
  }
  /** One delegator takes the permission away. */
  const change = async (store: TestStore, number: number, user = amina) => {
    const boss = bosses[number];
    if (boss === undefined) throw new Error(`There is no ${number}.`);
    await read(store, boss, 'delegates', [listEntry(user, [])]);
    return { list: 'delegators', otherId: boss.objectId };
  };
  /** Returns an instance to which the user has subscribed. One delegation has changed. */
  async function startChanged(store = start()) {
    await subscribeTo(store);
    const about = await change(store, 0);
    return { store, about };
  }
  /** Claims the next delivery and settles it. */
  async function attempt(store: TestStore, outcome: Outcome) {
    const delivery = await store.claim(until());
    const givenUp = delivery && (await store.settle(until(), delivery, outcome));
    return { delivery, givenUp };
  }

  test('delivers the first change at once, and changes within the next five minutes together when these are over', async () => {
    const { store, about: first } = await startChanged();
    expect((await sendNext(store))?.about).toEqual([first]);
    store.pass(minuteMs);
    const second = await change(store, 1);
    store.pass(4 * minuteMs - 1);
    const third = await change(store, 2);
    expect(await sendNext(store)).toBeUndefined();
    store.pass(1);

    const together = (await sendNext(store))?.about ?? [];
    expect(together).toHaveLength(2);
    expect(together).toEqual(expect.arrayContaining([second, third]));
    expect(await sendNext(store)).toBeUndefined();
    const fourth = await change(store, 3);
    expect((await sendNext(store))?.about).toEqual([fourth]);
  });

  test('delivers at most ten notifications a day, and later changes together on the next day', async () => {
    const store = start();
    await subscribeTo(store);
    for (let number = 0; number < 10; number += 1) {
      await change(store, number);
      expect((await sendNext(store))?.about).toHaveLength(1);
      store.pass(6 * minuteMs);
    }
    await change(store, 10);
    store.pass(6 * minuteMs);
    await change(store, 11);
    expect(await sendNext(store)).toBeUndefined();
    store.pass(12 * hourMs);
    expect(await sendNext(store)).toBeUndefined();
    store.pass(2 * hourMs);

    expect((await sendNext(store))?.about).toHaveLength(2);
    expect(await sendNext(store)).toBeUndefined();
  });

  test('one instance claims a notification, however many look', async () => {
    const { store: one } = await startChanged();
    const other = start();
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? one : other).claim(until())),
    );

    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('another instance takes over the notification of an instance that has ended, after a minute', async () => {
    const { store: ended, about } = await startChanged();
    const other = start();
    const lost = await ended.claim(until());
    other.pass(minuteMs - 1);
    expect(await other.claim(until())).toBeUndefined();
    other.pass(1);

    const taken = await other.claim(until());
    expect(taken).toMatchObject({ about: [about], decidedAtMs: lost?.decidedAtMs });
    // The first instance was only slow.
    if (lost !== undefined) await ended.settle(until(), lost, { kind: 'sent' });
    expect(await query('select * from outbox')).toHaveLength(1);
    if (taken !== undefined) await other.settle(until(), taken, { kind: 'sent' });
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('delivers to each of two recipients, and a failure for one does not delay the other', async () => {
    const store = start();
    const jonas = newUser(amina.tenantId);
    await subscribeTo(store);
    await change(store, 0);
    const failing = await store.claim(until());
    store.pass(1);
    // Only now: the first change ends a delegation of Jonas too, due at the same time.
    await subscribeTo(store, jonas);
    await change(store, 1, jonas);
    if (failing !== undefined) await store.settle(until(), failing, { kind: 'again', afterMs: minuteMs });

    expect(await sendNext(store)).toMatchObject({ user: jonas });
    expect(await sendNext(store)).toBeUndefined();
    store.pass(minuteMs);
    expect(await sendNext(store)).toMatchObject({ user: amina, decidedAtMs: failing?.decidedAtMs });
  });

  test('retries each notification for its own day, and reports when it gives up', async () => {
    const { store } = await startChanged();
    const startMs = store.nowMs();
    const givenUp: (readonly [hours: number, notifications: number])[] = [];
    for (let hours = 0; hours < 48; hours += 1) {
      if (hours === 23) await change(store, 1);
      const count = (await attempt(store, again)).givenUp ?? 0;
      if (count > 0) givenUp.push([hours, count]);
      store.pass(startMs + (hours + 1) * hourMs - store.nowMs());
    }

    expect(givenUp).toEqual([
      [24, 1],
      [47, 1],
    ]);
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('keeps a notification that has failed for less than a day', async () => {
    const { store } = await startChanged();
    await attempt(store, again);
    store.pass(dayMs - 1);

    expect(await attempt(store, again)).toMatchObject({ givenUp: 0 });
    expect(await query('select * from outbox')).toHaveLength(1);
  });

  test.each([1, 3])('claims nothing for excluded tenants (%i)', async (count) => {
    const store = start();
    const others = Array.from({ length: count }, () => newUser());
    for (const other of others) {
      const boss = newUser(other.tenantId);
      await store.subscribe(until(), other, 'en');
      await read(store, other, 'delegators', [listEntry(boss)]);
      await read(store, boss, 'delegates', [listEntry(other, [])]);
    }
    store.pass(1);
    await startChanged(store);
    const except = others.map(({ tenantId }) => tenantId);

    expect(await store.claim(until(), except)).toMatchObject({ user: amina });
    expect(await store.claim(until(), except)).toBeUndefined();
    expect(await store.claim(until())).toBeDefined();
  });

  test('removes a user whom Graph does not know at two deliveries a week apart', async () => {
    const removed: number[] = [];
    const { store } = await startChanged(
      startStore(open, undefined, undefined, (subscriptions) => removed.push(subscriptions)),
    );
    await attempt(store, missing);
    store.pass(7 * dayMs - 1);
    await change(store, 1);
    await attempt(store, missing);
    expect(await store.findSubscription(until(), amina)).toMatchObject({ problem: 'notInstalled' });
    store.pass(5 * minuteMs);
    await change(store, 2);
    await attempt(store, missing);

    expect(await store.findSubscription(until(), amina)).toBeUndefined();
    expect(removed).toEqual([1]);
    for (const table of notificationTables) expect(await query(`select * from ${table}`)).toEqual([]);
  });

  test('a delivery or a visit in between restarts that week', async () => {
    const { store } = await startChanged();
    const attemptChange = async (number: number, outcome: Outcome) => {
      await change(store, number);
      await attempt(store, outcome);
    };
    await attempt(store, missing);
    store.pass(dayMs);
    await attemptChange(1, { kind: 'sent' });
    store.pass(7 * dayMs);
    await attemptChange(2, missing);
    store.pass(dayMs);
    await subscribeTo(store);
    store.pass(6 * dayMs);
    await attemptChange(3, missing);

    expect(await store.findSubscription(until(), amina)).toBeDefined();
  });

  test('removes a subscription without a visit for the retention period, and no other', async () => {
    const removed: number[] = [];
    const store = startStore(open, undefined, undefined, (subscriptions) => removed.push(subscriptions));
    const jonas = newUser(amina.tenantId);
    await subscribeTo(store);
    await subscribeTo(store, jonas);
    store.pass(10 * dayMs);
    await read(store, jonas, 'delegators', [listEntry(amina)]);
    store.pass(20 * dayMs);
    await store.sweep(until(), 30);
    expect(await store.findSubscription(until(), amina)).toBeDefined();
    store.pass(1);
    await store.sweep(until(), 30);

    expect(await store.findSubscription(until(), amina)).toBeUndefined();
    expect(await store.findSubscription(until(), jonas)).toBeDefined();
    expect(removed).toEqual([1]);
  });

  test('waits before each retry as long as the delivery has failed so far, or longer if Graph says so', async () => {
    const { store } = await startChanged();
    const waits: number[] = [];
    for (const afterMs of [0, 0, 0, 0, 2 * hourMs, 0, 0]) {
      await attempt(store, { kind: 'again', afterMs });
      const [row] = await query('select due_at from wishes');
      const dueMs = new Date(row?.['due_at'] as string).getTime();
      waits.push((dueMs - store.nowMs()) / 1_000);
      store.pass(dueMs - store.nowMs());
    }

    expect(waits).toEqual([30, 30, 60, 120, 7_200, 3_600, 3_600]);
  });

  test('a refusal ends the delivery and is kept until a later one succeeds', async () => {
    const { store } = await startChanged();
    await attempt(store, { kind: 'refused', problem: 'notInstalled' });
    expect(await store.findSubscription(until(), amina)).toEqual({ language: 'en', problem: 'notInstalled' });
    store.pass(dayMs);
    expect(await sendNext(store)).toBeUndefined();
    await change(store, 1);

    expect(await sendNext(store)).toBeDefined();
    expect(await store.findSubscription(until(), amina)).toEqual({ language: 'en', problem: null });
  });

  test('an old failure that the user has seen since does not count against the next notification', async () => {
    const { store } = await startChanged();
    await attempt(store, again);
    store.pass(1);
    await subscribeTo(store);
    store.pass(30 * dayMs);
    await change(store, 1);
    const { delivery: next } = await attempt(store, again);
    store.pass(minuteMs);

    expect((await sendNext(store))?.about).toEqual(next?.about);
  });

  test('delivers one more notification for a change made during sending', async () => {
    const { store, about } = await startChanged();
    const [boss] = bosses;
    const first = await store.claim(until());
    store.pass(1);
    if (boss !== undefined) await read(store, boss, 'delegates', [listEntry(amina, ['makeCalls'])]);
    if (first !== undefined) await store.settle(until(), first, { kind: 'sent' });
    expect(await sendNext(store)).toBeUndefined();
    store.pass(5 * minuteMs);

    expect((await sendNext(store))?.about).toEqual([about]);
    expect(await sendNext(store)).toBeUndefined();
  });

  test('stops the retries of a change that the user sees in the meantime', async () => {
    const { store } = await startChanged();
    const failing = await store.claim(until());
    store.pass(1);
    await read(
      store,
      amina,
      'delegators',
      bosses.map((boss, number) => listEntry(boss, number === 0 ? [] : undefined)),
    );
    if (failing !== undefined) await store.settle(until(), failing, again);

    expect(await sendNext(store)).toBeUndefined();
    expect(await query('select due_at from wishes')).toEqual([{ due_at: null }]);
  });
}
