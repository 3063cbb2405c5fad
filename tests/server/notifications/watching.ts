import { randomUUID } from 'node:crypto';
import type { User } from '../../../src/server/notifications/NotificationStore.js';
import type { Right } from '../../../src/contract/delegation.js';
import type { Instances } from '../../support/instances.js';
import {
  dayMs,
  hourMs,
  listEntry,
  minuteMs,
  newPair,
  newUser,
  notificationTables,
  read,
  sendNext,
  startPair,
  startStore,
  until,
} from '../../support/notificationStore.js';

/** Background reading, the same on each engine. Call within a `describe`. */
export function testWatching({ open, query }: Instances): void {
  const start = () => startStore(open);

  test('notifies the subscriber of changes in their own list, and the other side as well', async () => {
    const { store, diego, amina, diegoReads, aminaReads } = await startPair(open);
    await store.subscribe(until(), diego, 'en');
    await diegoReads(listEntry(amina));
    const watch = (held: readonly Right[]) =>
      read(store, amina, 'delegators', [listEntry(diego, held)], store.nowMs(), 'background');
    expect(await watch(['receiveCalls'])).toBe(false);
    expect(await watch([])).toBe(true);
    const deliveries = [await sendNext(store), await sendNext(store)];

    expect(deliveries.map((delivery) => delivery?.user)).toEqual(expect.arrayContaining([amina, diego]));
    expect(await watch([])).toBe(false);
    // Her own visit reports no new change.
    expect(await aminaReads(listEntry(diego, []))).toBe(false);
  });

  test('the first background reading of a list that was never seen is the baseline, if the user subscribes', async () => {
    const store = start();
    const [diego, amina] = newPair();
    const watch = (held: readonly Right[]) =>
      read(store, amina, 'delegators', [listEntry(diego, held)], store.nowMs(), 'background');
    await watch(['receiveCalls']);
    for (const table of notificationTables) expect(await query(`select * from ${table}`)).toEqual([]);
    await store.subscribe(until(), amina, 'en');
    expect(await watch(['receiveCalls'])).toBe(false);
    expect(await watch(['receiveCalls'])).toBe(false);
    store.pass(minuteMs);

    expect(await watch([])).toBe(true);
    expect(await sendNext(store)).toMatchObject({
      user: amina,
      about: [{ list: 'delegators', otherId: diego.objectId }],
    });
  });

  test('one instance at a time reads; another continues when it ends or stops renewing its lease', async () => {
    const [one, other] = [start(), start()];
    const [holder, second] = [randomUUID(), randomUUID()];
    expect(await one.watching.hold(until(), holder)).toBe(true);
    expect(await one.watching.hold(until(), holder)).toBe(true);
    other.pass(3 * minuteMs - 1);
    expect(await other.watching.hold(until(), second)).toBe(false);
    other.pass(1);
    expect(await other.watching.hold(until(), second)).toBe(true);
    expect(await one.watching.hold(until(), holder)).toBe(false);
    await other.watching.letGo(until(), second);
    expect(await one.watching.hold(until(), holder)).toBe(true);
    // The clock is set back.
    other.pass(-hourMs);

    expect(await other.watching.hold(until(), second)).toBe(true);
  });

  test('removes a user whom Graph does not know at two turns a week apart and never in between', async () => {
    const removed: number[] = [];
    const store = startStore(open, undefined, undefined, (count) => removed.push(count));
    const [amina, noor] = [newUser(), newUser()];
    for (const user of [amina, noor]) await store.subscribe(until(), user, 'en');
    const turn = (user: User, isFound?: boolean) =>
      store.watching.done(until(), [
        { user, atMs: store.nowMs(), ...(isFound !== undefined && { isFound }) },
      ]);
    for (const user of [amina, noor]) await turn(user, false);
    store.pass(6 * dayMs);
    await turn(noor, true);
    store.pass(dayMs - 1);
    for (const user of [amina, noor]) await turn(user, false);
    await turn(amina);
    expect(await store.findSubscription(until(), amina)).toBeDefined();
    store.pass(1);
    for (const user of [amina, noor]) await turn(user, false);

    expect(await store.findSubscription(until(), amina)).toBeUndefined();
    expect(await store.findSubscription(until(), noor)).toBeDefined();
    expect(removed).toEqual([1]);
  });

  test('gives every user a turn in each interval, spread over it', async () => {
    const store = start();
    const users = Array.from({ length: 60 }, () => newUser());
    await Promise.all(users.map((user) => store.subscribe(until(), user, 'en')));
    expect(await store.watching.next(until(), 5)).toEqual([]);
    store.pass(5 * minuteMs);
    const turns: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      const next = await store.watching.next(until(), 5);
      expect(next).toHaveLength(12);
      await store.watching.done(
        until(),
        next.map((user) => ({ user, atMs: store.nowMs() })),
      );
      turns.push(...next.map(({ objectId }) => objectId));
      store.pass(minuteMs);
    }

    expect(new Set(turns).size).toBe(60);
    const again = (await store.watching.next(until(), 5)).map(({ objectId }) => objectId);
    expect(new Set(again)).toEqual(new Set(turns.slice(0, 12)));
  });
}
