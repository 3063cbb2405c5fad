import type { Right } from '../../../src/contract/delegation.js';
import type { Outcome } from '../../../src/server/notifications/outbox.js';
import type { Instances } from '../../support/instances.js';
import {
  countRows,
  dayMs,
  hourMs,
  listEntry,
  minuteMs,
  newUser,
  noRows,
  startPair,
  startStore,
  type TestStore,
} from '../../support/notificationStore.js';

/** Time and instance of each delivery, the same on each engine. Call within a `describe`. */
export function testOutbox({ open, query }: Instances): void {
  const amina = newUser();
  const bosses = Array.from({ length: 12 }, () => newUser(amina.tenantId));
  const again: Outcome = { kind: 'again', afterMs: 0 };
  const missing: Outcome = { kind: 'refused', problem: 'notInstalled', isUserMissing: true };
  const queued = () => query('select * from outbox');

  /** Subscribes the user, who has seen every delegate with the same permission. */
  async function subscribeTo(store: TestStore, user = amina): Promise<void> {
    await store.subscribe(user);
    const entries = bosses.map((boss) => listEntry(boss));
    await store.read(user, 'delegators', entries);
  }
  /** One delegator takes the permission away, or grants others. */
  const change = async (store: TestStore, number: number, user = amina, held: readonly Right[] = []) => {
    const boss = bosses[number] ?? newUser();
    await store.read(boss, 'delegates', [listEntry(user, held)]);
    return { list: 'delegators', otherId: boss.objectId };
  };
  /** Starts an instance to which the user has subscribed. One delegation has changed. */
  async function startChanged(store = startStore(open)) {
    await subscribeTo(store);
    const about = await change(store, 0);
    return { store, about };
  }

  test('delivers the first change at once, and changes within the next five minutes together when these are over', async () => {
    const { store, about: first } = await startChanged();
    expect((await store.sendNext())?.about).toEqual([first]);
    store.pass(minuteMs);
    const second = await change(store, 1);
    store.pass(4 * minuteMs - 1);
    const third = await change(store, 2);
    expect(await store.sendNext()).toBeUndefined();
    store.pass(1);

    const together = (await store.sendNext())?.about ?? [];
    expect(together).toHaveLength(2);
    expect(together).toEqual(expect.arrayContaining([second, third]));
    expect(await store.sendNext()).toBeUndefined();
    const fourth = await change(store, 3);
    expect((await store.sendNext())?.about).toEqual([fourth]);
  });

  test('delivers at most ten notifications a day, and later changes together on the next day', async () => {
    const store = startStore(open);
    await subscribeTo(store);
    for (let number = 0; number < 10; number += 1) {
      await change(store, number);
      expect((await store.sendNext())?.about).toHaveLength(1);
      store.pass(6 * minuteMs);
    }
    await change(store, 10);
    store.pass(6 * minuteMs);
    await change(store, 11);
    expect(await store.sendNext()).toBeUndefined();
    store.pass(12 * hourMs);
    expect(await store.sendNext()).toBeUndefined();
    store.pass(2 * hourMs);

    expect((await store.sendNext())?.about).toHaveLength(2);
    expect(await store.sendNext()).toBeUndefined();
  });

  test('one instance claims a notification, however many look', async () => {
    const { store: one } = await startChanged();
    const other = startStore(open);
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? one : other).claim()),
    );

    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('sends nothing else to a user while a delivery to them is under way', async () => {
    const { store } = await startChanged();
    const first = await store.claim();
    expect(await store.remind(0)).toBe(1);
    expect(await store.claim()).toBeUndefined();
    await store.settle(first, { kind: 'sent' });

    expect(await store.sendNext()).toMatchObject({ kind: 'confirmationDue' });
  });

  test('another instance takes over the notification of an instance that has ended, after a minute', async () => {
    const { store: ended, about } = await startChanged();
    const other = startStore(open);
    const lost = await ended.claim();
    other.pass(minuteMs - 1);
    expect(await other.claim()).toBeUndefined();
    other.pass(1);

    const taken = await other.claim();
    expect(taken).toMatchObject({ about: [about], decidedAtMs: lost?.decidedAtMs });
    // The first instance was only slow.
    await ended.settle(lost, { kind: 'refused', problem: 'notInstalled' });
    expect(await queued()).toHaveLength(1);
    expect(await other.subscriptionOf(amina)).toMatchObject({ problem: null });
    await other.settle(taken, { kind: 'sent' });
    expect(await queued()).toEqual([]);
  });

  test('delivers to each of two recipients, and a failure for one does not delay the other', async () => {
    const store = startStore(open);
    const jonas = newUser(amina.tenantId);
    await subscribeTo(store);
    await change(store, 0);
    const failing = await store.claim();
    store.pass(1);
    // Only now: the first change ends a delegation of Jonas too, due at the same time.
    await subscribeTo(store, jonas);
    await change(store, 1, jonas);
    await store.settle(failing, { kind: 'again', afterMs: minuteMs });

    expect(await store.sendNext()).toMatchObject({ user: jonas });
    expect(await store.sendNext()).toBeUndefined();
    store.pass(minuteMs);
    expect(await store.sendNext()).toMatchObject({ user: amina, decidedAtMs: failing?.decidedAtMs });
  });

  test('retries each notification for its own day, and reports when it gives up', async () => {
    const { store } = await startChanged();
    const startMs = store.nowMs();
    const givenUp: (readonly [hours: number, notifications: number])[] = [];
    for (let hours = 0; hours < 48; hours += 1) {
      if (hours === 23) await change(store, 1);
      const count = (await store.attempt(again)).givenUp ?? 0;
      if (count > 0) givenUp.push([hours, count]);
      store.pass(startMs + (hours + 1) * hourMs - store.nowMs());
    }

    expect(givenUp).toEqual([
      [24, 1],
      [47, 1],
    ]);
    expect(await queued()).toEqual([]);
  });

  test('claims nothing for excluded tenants', async () => {
    const others = [await startPair(open), await startPair(open), await startPair(open)];
    for (const { diegoReads, amina: other } of others) await diegoReads(listEntry(other, []));
    const store = startStore(open);
    store.pass(1);
    await startChanged(store);
    const except = others.map(({ diego }) => diego.tenantId);

    expect(await store.claim(except)).toMatchObject({ user: amina });
    expect(await store.claim(except)).toBeUndefined();
    expect(await store.claim()).toBeDefined();
  });

  test('removes a user whom Graph does not know at two deliveries a week apart, without a delivery or a visit in between', async () => {
    const { store } = await startChanged();
    const attemptChange = async (number: number, outcome: Outcome) => {
      await change(store, number);
      await store.attempt(outcome);
    };
    await store.attempt(missing);
    store.pass(dayMs);
    await attemptChange(1, { kind: 'sent' });
    store.pass(7 * dayMs);
    await attemptChange(2, missing);
    store.pass(dayMs);
    await subscribeTo(store);
    store.pass(6 * dayMs);
    await attemptChange(3, missing);
    store.pass(7 * dayMs - 1);
    await attemptChange(4, missing);
    expect(await store.subscriptionOf(amina)).toMatchObject({ problem: 'notInstalled' });
    store.pass(5 * minuteMs);
    await attemptChange(5, missing);

    expect(await store.subscriptionOf(amina)).toBeUndefined();
    expect(store.removed).toEqual([1]);
    expect(await countRows(query)).toEqual(noRows);
  });

  test('removes a subscription without a visit for the retention period, and no other', async () => {
    const store = startStore(open);
    const jonas = newUser(amina.tenantId);
    await subscribeTo(store);
    await subscribeTo(store, jonas);
    store.pass(10 * dayMs);
    await store.read(jonas, 'delegators', [listEntry(amina)]);
    store.pass(20 * dayMs);
    await store.sweep(30);
    expect(await store.subscriptionOf(amina)).toBeDefined();
    store.pass(1);
    await store.sweep(30);

    expect(await store.subscriptionOf(amina)).toBeUndefined();
    expect(await store.subscriptionOf(jonas)).toBeDefined();
    expect(store.removed).toEqual([1]);
  });

  test('waits before each retry as long as the delivery has failed so far, or longer if Graph says so', async () => {
    const { store } = await startChanged();
    const waits: number[] = [];
    for (const afterMs of [0, 0, 0, 0, 2 * hourMs, 0, 0]) {
      await store.attempt({ kind: 'again', afterMs });
      const [row] = await query('select due_at from wishes');
      const dueMs = new Date(row?.['due_at'] as string).getTime();
      waits.push((dueMs - store.nowMs()) / 1_000);
      store.pass(dueMs - store.nowMs());
    }

    expect(waits).toEqual([30, 30, 60, 120, 7_200, 3_600, 3_600]);
  });

  test('a refusal ends the delivery and is kept until a later one succeeds', async () => {
    const { store } = await startChanged();
    await store.attempt({ kind: 'refused', problem: 'notInstalled' });
    expect(await store.subscriptionOf(amina)).toEqual({ problem: 'notInstalled' });
    store.pass(dayMs);
    expect(await store.sendNext()).toBeUndefined();
    await change(store, 1);

    expect(await store.sendNext()).toBeDefined();
    expect(await store.subscriptionOf(amina)).toEqual({ problem: null });
  });

  test('an old failure that the user has seen since does not count against the next notification', async () => {
    const { store } = await startChanged();
    await store.attempt(again);
    store.pass(1);
    await subscribeTo(store);
    store.pass(30 * dayMs);
    await change(store, 1);
    const { delivery: next } = await store.attempt(again);
    store.pass(minuteMs);

    expect((await store.sendNext())?.about).toEqual(next?.about);
  });

  test('delivers one more notification for a change made during sending', async () => {
    const { store, about } = await startChanged();
    const first = await store.claim();
    store.pass(1);
    await change(store, 0, amina, ['makeCalls']);
    await store.settle(first, { kind: 'sent' });
    expect(await store.sendNext()).toBeUndefined();
    store.pass(5 * minuteMs);

    expect((await store.sendNext())?.about).toEqual([about]);
    expect(await store.sendNext()).toBeUndefined();
  });

  test('stops the retries of a change that the user sees in the meantime', async () => {
    const { store } = await startChanged();
    const failing = await store.claim();
    store.pass(1);
    const entries = bosses.map((boss, number) => listEntry(boss, number === 0 ? [] : undefined));
    await store.read(amina, 'delegators', entries);
    await store.settle(failing, again);

    expect(await store.sendNext()).toBeUndefined();
    expect(await query('select due_at from wishes')).toEqual([{ due_at: null }]);
  });
}
