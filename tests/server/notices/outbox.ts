import type { Outcome } from '../../../src/server/notices/Notices.js';
import { endRequests } from '../../support/asker.js';
import { useInstances } from '../../support/instances.js';
import {
  dayMs,
  hourMs,
  minuteMs,
  newPerson,
  read,
  sendNext,
  sighted,
  startNotices,
  until,
  type Noticing,
} from '../../support/noticing.js';
import type { EngineUnderTest } from '../../support/place.js';

/** Time and instance of each delivery, the same on each engine. Call within a `describe`. */
export function testOutbox(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, query } = useInstances(createEngine);
  afterEach(endRequests);

  const start = () => startNotices(open);
  const amina = newPerson();
  const bosses = Array.from({ length: 30 }, () => newPerson(amina.tenantId));

  /** Subscribes the user, who has seen every delegate with the same permission. */
  async function wish(notices: Noticing, person = amina): Promise<void> {
    await notices.turnOn(until(), person, 'en');
    await read(
      notices,
      person,
      'delegators',
      bosses.map((boss) => sighted(boss)),
    );
  }
  /** One delegator takes the permission away. */
  const change = async (notices: Noticing, number: number, person = amina) => {
    const boss = bosses[number];
    if (boss === undefined) throw new Error(`There is no ${number}.`);
    await read(notices, boss, 'delegates', [sighted(person, [])]);
    return { list: 'delegators', otherId: boss.objectId };
  };

  test('delivers the first change at once, and changes within the next five minutes together when these are over', async () => {
    const notices = start();
    await wish(notices);
    const first = await change(notices, 0);
    expect((await sendNext(notices))?.about).toEqual([first]);
    notices.pass(minuteMs);
    const second = await change(notices, 1);
    notices.pass(4 * minuteMs - 1);
    const third = await change(notices, 2);
    expect(await sendNext(notices)).toBeUndefined();
    notices.pass(1);

    const together = (await sendNext(notices))?.about ?? [];
    expect(together).toHaveLength(2);
    expect(together).toEqual(expect.arrayContaining([second, third]));
    expect(await sendNext(notices)).toBeUndefined();
    const fourth = await change(notices, 3);
    expect((await sendNext(notices))?.about).toEqual([fourth]);
  });

  test('delivers at most ten notifications a day, and later changes together on the next day', async () => {
    const notices = start();
    await wish(notices);
    for (let number = 0; number < 10; number += 1) {
      await change(notices, number);
      expect((await sendNext(notices))?.about).toHaveLength(1);
      notices.pass(6 * minuteMs);
    }
    await change(notices, 10);
    notices.pass(6 * minuteMs);
    await change(notices, 11);
    expect(await sendNext(notices)).toBeUndefined();
    notices.pass(12 * hourMs);
    expect(await sendNext(notices)).toBeUndefined();
    notices.pass(2 * hourMs);

    expect((await sendNext(notices))?.about).toHaveLength(2);
    expect(await sendNext(notices)).toBeUndefined();
  });

  test('one instance claims a notification, however many look', async () => {
    const [one, other] = [start(), start()];
    await wish(one);
    await change(one, 0);
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => (turn % 2 === 0 ? one : other).claim(until())),
    );

    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  test('another instance takes over the notification of an instance that has ended, after a minute', async () => {
    const [ended, other] = [start(), start()];
    await wish(ended);
    const about = [await change(ended, 0)];
    const lost = await ended.claim(until());
    other.pass(minuteMs - 1);
    expect(await other.claim(until())).toBeUndefined();
    other.pass(1);

    const taken = await other.claim(until());
    expect(taken).toMatchObject({ about, decidedAtMs: lost?.decidedAtMs });
    // The first instance was only slow.
    if (lost !== undefined) await ended.settle(until(), lost, { kind: 'sent' });
    expect(await query('select * from outbox')).toHaveLength(1);
    if (taken !== undefined) await other.settle(until(), taken, { kind: 'sent' });
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('delivers to each of two recipients, and a failure for one does not delay the other', async () => {
    const notices = start();
    const jonas = newPerson(amina.tenantId);
    await wish(notices);
    await wish(notices, jonas);
    await change(notices, 0);
    const failing = await notices.claim(until());
    notices.pass(1);
    await change(notices, 1, jonas);
    if (failing !== undefined) await notices.settle(until(), failing, { kind: 'again', afterMs: minuteMs });

    expect(await sendNext(notices)).toMatchObject({ person: jonas });
    expect(await sendNext(notices)).toBeUndefined();
    notices.pass(minuteMs);
    expect(await sendNext(notices)).toMatchObject({ person: amina, decidedAtMs: failing?.decidedAtMs });
  });

  test('retries for a day and no longer', async () => {
    const notices = start();
    await wish(notices);
    await change(notices, 0);
    let attempts = 0;
    for (
      let notice = await notices.claim(until());
      notice !== undefined;
      notice = await notices.claim(until())
    ) {
      attempts += 1;
      await notices.settle(until(), notice, { kind: 'again', afterMs: 2 * hourMs });
      notices.pass(2 * hourMs);
    }

    expect(attempts).toBe(13);
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('retries each notification for its own day, and reports when it gives up', async () => {
    const notices = start();
    await wish(notices);
    const startMs = notices.nowMs();
    await change(notices, 0);
    const givenUp: (readonly [hours: number, notifications: number])[] = [];
    for (let hours = 0; hours < 72; hours += 1) {
      if (hours === 23) await change(notices, 1);
      const notice = await notices.claim(until());
      if (notice !== undefined) {
        const count = await notices.settle(until(), notice, { kind: 'again', afterMs: 0 });
        if (count > 0) givenUp.push([hours, count]);
      }
      notices.pass(startMs + (hours + 1) * hourMs - notices.nowMs());
    }

    expect(givenUp).toEqual([
      [24, 1],
      [47, 1],
    ]);
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('keeps a notification that has failed for less than a day', async () => {
    const notices = start();
    await wish(notices);
    await change(notices, 0);
    const first = await notices.claim(until());
    if (first !== undefined) await notices.settle(until(), first, { kind: 'again', afterMs: 0 });
    notices.pass(dayMs - 1);
    const second = await notices.claim(until());
    expect(second && (await notices.settle(until(), second, { kind: 'again', afterMs: 0 }))).toBe(0);

    expect(await query('select * from outbox')).toHaveLength(1);
  });

  test.each([1, 3])('claims nothing for excluded tenants (%i)', async (count) => {
    const notices = start();
    const others = Array.from({ length: count }, () => newPerson());
    for (const other of others) {
      const boss = newPerson(other.tenantId);
      await notices.turnOn(until(), other, 'en');
      await read(notices, other, 'delegators', [sighted(boss)]);
      await read(notices, boss, 'delegates', [sighted(other, [])]);
    }
    notices.pass(1);
    await wish(notices);
    await change(notices, 0);
    const except = others.map(({ tenantId }) => tenantId);

    expect(await notices.claim(until(), except)).toMatchObject({ person: amina });
    expect(await notices.claim(until(), except)).toBeUndefined();
    expect(await notices.claim(until())).toBeDefined();
  });

  test('removes a user whom Graph does not know at two deliveries a week apart', async () => {
    const removed: number[] = [];
    const notices = startNotices(open, undefined, undefined, (subscriptions) => removed.push(subscriptions));
    await wish(notices);
    const miss = async (number: number) => {
      await change(notices, number);
      const notice = await notices.claim(until());
      const outcome = { kind: 'refused', problem: 'notInstalled', isUserMissing: true } as const;
      if (notice !== undefined) await notices.settle(until(), notice, outcome);
    };
    await miss(0);
    notices.pass(7 * dayMs - 1);
    await miss(1);
    expect(await notices.find(until(), amina)).toMatchObject({ problem: 'notInstalled' });
    notices.pass(5 * minuteMs);
    await miss(2);

    expect(await notices.find(until(), amina)).toBeUndefined();
    expect(removed).toEqual([1]);
    for (const table of ['wishes', 'seen_lists', 'seen_delegations', 'outbox'])
      expect(await query(`select * from ${table}`)).toEqual([]);
  });

  test('a delivery or a visit in between restarts that week', async () => {
    const notices = start();
    const miss = async (number: number, outcome: Outcome) => {
      await change(notices, number);
      const notice = await notices.claim(until());
      if (notice !== undefined) await notices.settle(until(), notice, outcome);
    };
    const missing = { kind: 'refused', problem: 'notInstalled', isUserMissing: true } as const;
    await wish(notices);
    await miss(0, missing);
    notices.pass(dayMs);
    await miss(1, { kind: 'sent' });
    notices.pass(7 * dayMs);
    await miss(2, missing);
    notices.pass(dayMs);
    await wish(notices);
    notices.pass(6 * dayMs);
    await miss(3, missing);

    expect(await notices.find(until(), amina)).toBeDefined();
  });

  test('removes a subscription without a visit for the retention period, and no other', async () => {
    const removed: number[] = [];
    const notices = startNotices(open, undefined, undefined, (subscriptions) => removed.push(subscriptions));
    const jonas = newPerson(amina.tenantId);
    await wish(notices);
    await wish(notices, jonas);
    notices.pass(10 * dayMs);
    await read(notices, jonas, 'delegators', [sighted(amina)]);
    notices.pass(20 * dayMs);
    await notices.sweep(until(), 30);
    expect(await notices.find(until(), amina)).toBeDefined();
    notices.pass(1);
    await notices.sweep(until(), 30);

    expect(await notices.find(until(), amina)).toBeUndefined();
    expect(await notices.find(until(), jonas)).toBeDefined();
    expect(removed).toEqual([1]);
  });

  test('waits before each retry as long as the delivery has failed so far, or longer if Graph says so', async () => {
    const notices = start();
    await wish(notices);
    await change(notices, 0);
    const waits: number[] = [];
    for (const afterMs of [0, 0, 0, 0, 2 * hourMs, 0, 0]) {
      const notice = await notices.claim(until());
      if (notice !== undefined) await notices.settle(until(), notice, { kind: 'again', afterMs });
      const [row] = await query('select due_at from wishes');
      const dueMs = new Date(row?.['due_at'] as string).getTime();
      waits.push((dueMs - notices.nowMs()) / 1_000);
      notices.pass(dueMs - notices.nowMs());
    }

    expect(waits).toEqual([30, 30, 60, 120, 7_200, 3_600, 3_600]);
  });

  test('a refusal ends the delivery and is kept until a later one succeeds', async () => {
    const notices = start();
    await wish(notices);
    await change(notices, 0);
    const notice = await notices.claim(until());
    if (notice !== undefined)
      await notices.settle(until(), notice, { kind: 'refused', problem: 'notInstalled' });
    expect(await notices.find(until(), amina)).toEqual({ language: 'en', problem: 'notInstalled' });
    notices.pass(dayMs);
    expect(await sendNext(notices)).toBeUndefined();
    await change(notices, 1);

    expect(await sendNext(notices)).toBeDefined();
    expect(await notices.find(until(), amina)).toEqual({ language: 'en', problem: null });
  });

  test('an old failure that the user has seen since does not count against the next notification', async () => {
    const notices = start();
    await wish(notices);
    await change(notices, 0);
    const failed = await notices.claim(until());
    if (failed !== undefined) await notices.settle(until(), failed, { kind: 'again', afterMs: 0 });
    notices.pass(1);
    await wish(notices);
    notices.pass(30 * dayMs);
    await change(notices, 1);
    const next = await notices.claim(until());
    if (next !== undefined) await notices.settle(until(), next, { kind: 'again', afterMs: 0 });
    notices.pass(minuteMs);

    expect((await sendNext(notices))?.about).toEqual(next?.about);
  });

  test('delivers one more notification for a change made during sending', async () => {
    const notices = start();
    await wish(notices);
    const about = await change(notices, 0);
    const [boss] = bosses;
    const first = await notices.claim(until());
    notices.pass(1);
    if (boss !== undefined) await read(notices, boss, 'delegates', [sighted(amina, ['makeCalls'])]);
    if (first !== undefined) await notices.settle(until(), first, { kind: 'sent' });
    expect(await sendNext(notices)).toBeUndefined();
    notices.pass(5 * minuteMs);

    expect((await sendNext(notices))?.about).toEqual([about]);
    expect(await sendNext(notices)).toBeUndefined();
  });

  test('stops the retries of a change that the user sees in the meantime', async () => {
    const notices = start();
    await wish(notices);
    await change(notices, 0);
    const failing = await notices.claim(until());
    notices.pass(1);
    await read(
      notices,
      amina,
      'delegators',
      bosses.map((boss, number) => sighted(boss, number === 0 ? [] : undefined)),
    );
    if (failing !== undefined) await notices.settle(until(), failing, { kind: 'again', afterMs: 0 });

    expect(await sendNext(notices)).toBeUndefined();
    expect(await query('select due_at from wishes')).toEqual([{ due_at: null }]);
  });
}
