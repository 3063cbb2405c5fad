import { randomUUID } from 'node:crypto';
import type { Right } from '../../../src/contract/delegation.js';
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
} from '../../support/notificationStore.js';

/** Background reading, the same on each engine. Call within a `describe`. */
export function testWatching({ open, query }: Instances): void {
  /** Starts a pair whose subscriber's list is read in the background. */
  async function startWatched() {
    const pair = await startPair(open);
    const { store, diego, amina } = pair;
    const watch = (held: readonly Right[]) =>
      store.read(amina, 'delegators', [listEntry(diego, held)], { kind: 'background' });
    return { ...pair, watch };
  }

  test('notifies the subscriber of changes in their own list, and the other side as well', async () => {
    const { store, diego, amina, diegoReads, aminaReads, watch } = await startWatched();
    await store.subscribe(diego);
    await diegoReads(listEntry(amina));
    expect(await watch(['receiveCalls'])).toBe(false);
    expect(await watch([])).toBe(true);
    const deliveries = [await store.sendNext(), await store.sendNext()];

    expect(deliveries.map((delivery) => delivery?.user)).toEqual(expect.arrayContaining([amina, diego]));
    expect(await watch([])).toBe(false);
    // Her own visit reports no new change.
    expect(await aminaReads(listEntry(diego, []))).toBe(false);
  });

  test('the first background reading of a list that was never seen is the baseline, if the user subscribes', async () => {
    const { store, diego, amina, watch } = await startWatched();
    await store.unsubscribe(amina);
    await watch(['receiveCalls']);
    expect(await countRows(query)).toEqual(noRows);
    await store.subscribe(amina);
    expect(await watch(['receiveCalls'])).toBe(false);
    expect(await watch(['receiveCalls'])).toBe(false);
    store.pass(minuteMs);

    expect(await watch([])).toBe(true);
    const about = [{ list: 'delegators', otherId: diego.objectId }];
    expect(await store.sendNext()).toMatchObject({ user: amina, about });
  });

  test('one instance at a time reads; another continues when it ends or stops renewing its lease', async () => {
    const [one, other] = [startStore(open), startStore(open)];
    const [holder, second] = [randomUUID(), randomUUID()];
    expect(await one.hold(holder)).toBe(true);
    expect(await one.hold(holder)).toBe(true);
    other.pass(3 * minuteMs - 1);
    expect(await other.hold(second)).toBe(false);
    other.pass(1);
    expect(await other.hold(second)).toBe(true);
    expect(await one.hold(holder)).toBe(false);
    await other.letGo(second);
    expect(await one.hold(holder)).toBe(true);
    // The clock is set back.
    other.pass(-hourMs);

    expect(await other.hold(second)).toBe(true);
  });

  test('removes a user whom Graph does not know at two turns a week apart and never in between', async () => {
    const store = startStore(open);
    const [amina, noor] = [newUser(), newUser()];
    for (const user of [amina, noor]) await store.subscribe(user);
    await store.done([amina, noor], false);
    store.pass(6 * dayMs);
    await store.done([noor], true);
    store.pass(dayMs - 1);
    await store.done([amina, noor], false);
    await store.done([amina]);
    expect(await store.subscriptionOf(amina)).toBeDefined();
    store.pass(1);
    await store.done([amina, noor], false);

    expect(await store.subscriptionOf(amina)).toBeUndefined();
    expect(await store.subscriptionOf(noor)).toBeDefined();
    expect(store.removed).toEqual([1]);
  });

  test('gives every user a turn in each interval, spread over it', async () => {
    const store = startStore(open);
    const users = Array.from({ length: 60 }, () => newUser());
    await Promise.all(users.map((user) => store.subscribe(user)));
    expect(await store.next(5)).toEqual([]);
    store.pass(5 * minuteMs);
    const turns: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      const next = await store.next(5);
      expect(next).toHaveLength(12);
      await store.done(next);
      turns.push(...next.map(({ objectId }) => objectId));
      store.pass(minuteMs);
    }

    expect(new Set(turns).size).toBe(60);
    const again = (await store.next(5)).map(({ objectId }) => objectId);
    expect(new Set(again)).toEqual(new Set(turns.slice(0, 12)));
  });
}
