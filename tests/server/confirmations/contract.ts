import { randomUUID } from 'node:crypto';
import type { Reading } from '../../../src/server/confirmations/Confirmations.js';
import { parseCursor } from '../../../src/server/confirmations/cursor.js';
import { sweepHourly } from '../../../src/server/confirmations/sweepHourly.js';
import { newCaller } from '../../support/caller.js';
import { confirm, entry, idsOf, reading, useInstances } from '../../support/instances.js';
import type { EngineUnderTest } from '../../support/place.js';
import { until } from '../../support/startServer.js';

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1_000);

const listChanged = { reason: { code: 'list_changed' } };

/** Inserts more rows than one sweep deletes at once. */
const copies = `
  insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, entries)
  select tenant_id, user_id, 'list' || n, id, confirmed_at, fingerprint, entries
  from confirmations, (
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 1200) select n from numbers
  ) as many`;

/** Behaviour of the confirmation store, the same on each engine. Call within a `describe`. */
export function testConfirmations(createEngine: () => Promise<EngineUnderTest>): void {
  const { start, query } = useInstances(createEngine);

  test('finds and pages a confirmation as it was saved', async () => {
    const confirmations = start(() => new Date('2026-03-04T05:06:07.089Z'));
    const caller = newCaller();
    const id = randomUUID();
    const wrong = { ...entry, id: 'b', isActive: null, isRight: false };
    const saved = await confirm(confirmations, caller, id, {
      list: 'delegators',
      shared: true,
      entries: [entry, wrong],
    });
    const confirmation = {
      id,
      confirmedAt: '2026-03-04T05:06:07.089Z',
      fingerprint: 'f',
      shared: true,
      entries: [entry, wrong],
    };

    expect(saved).toEqual({ confirmation, isNew: true });
    expect(await confirmations.page(caller, 'delegators', { limit: 1, before: undefined })).toEqual({
      value: [confirmation],
      next: null,
    });
  });

  test('returns a stored confirmation without reading the list again', async () => {
    const confirmations = start();
    const caller = newCaller();
    const id = randomUUID();
    const { confirmation } = await confirm(confirmations, caller, id);
    const read = jest.fn();

    expect(await confirmations.confirm(caller.again(), 'delegates', id, read)).toEqual({
      confirmation,
      isNew: false,
    });
    expect(read).not.toHaveBeenCalled();
  });

  test('stores nothing if the list cannot be read', async () => {
    const confirmations = start();
    const caller = newCaller();
    const refusal = new Error('Graph refuses');

    await expect(
      confirmations.confirm(caller, 'delegates', randomUUID(), () => Promise.reject(refusal)),
    ).rejects.toBe(refusal);
    expect(await idsOf(confirmations, caller)).toEqual([]);
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

  test('stores nothing but the snapshot', async () => {
    const confirmations = start();
    const person = { displayName: 'Somebody Somewhere', mail: 'some@body.example' };
    await confirm(confirmations, newCaller(), randomUUID(), { entries: [{ ...entry, ...{ person } }] });
    const rows = await query('select * from confirmations');

    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Somebody|body\.example|displayName/);
  });

  test('a reading repeated within five minutes is the same confirmation under any id', async () => {
    const start0 = daysAgo(2).getTime();
    let at = start0;
    const confirmations = start(() => new Date(at));
    const caller = newCaller();
    const save = (id: string) => confirm(confirmations, caller.again(), id, reading);
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    expect(await save(first)).toMatchObject({ isNew: true });
    at = start0 + 5 * 60_000 - 1;
    expect(await save(second)).toMatchObject({ isNew: false, confirmation: { id: first } });
    expect(await idsOf(confirmations, caller)).toEqual([first]);
    at += 1;

    expect(await save(third)).toMatchObject({ isNew: true, confirmation: { id: third } });
    expect(await idsOf(confirmations, caller)).toEqual([third, first]);
  });

  test('stores a reading that differs from the latest confirmation as another one', async () => {
    let at = daysAgo(2).getTime();
    const confirmations = start(() => new Date((at += 1)));
    const caller = newCaller();
    const wrong: Reading = { ...reading, entries: [{ ...entry, isRight: false }] };
    const readings = [
      reading,
      wrong,
      reading,
      { ...reading, fingerprint: 'g' },
      reading,
      { ...reading, shared: true },
    ];
    for (const each of readings) {
      const saved = await confirm(confirmations, caller.again(), randomUUID(), each);
      expect(saved).toMatchObject({ isNew: true });
    }
    const inOtherList = await confirm(confirmations, caller.again(), randomUUID(), { list: 'delegators' });
    expect(inOtherList).toMatchObject({ isNew: true });
    expect(await confirm(confirmations, newCaller())).toMatchObject({ isNew: true });

    expect(await idsOf(confirmations, caller)).toHaveLength(readings.length);
  });

  test('stores a hundred confirmations of one user and list in a day, then says when it accepts the next', async () => {
    const startMs = daysAgo(5).getTime();
    let at = startMs;
    const confirmations = start(() => new Date(at));
    const caller = newCaller();
    const [first, repeated] = [randomUUID(), randomUUID()];
    await confirm(confirmations, caller.again(), first);
    at += 60_000;
    for (let count = 0; count < 98; count += 1) await confirm(confirmations, caller.again());
    expect(await confirm(confirmations, caller.again(), repeated)).toMatchObject({ isNew: true });
    await expect(confirm(confirmations, caller.again())).rejects.toMatchObject({
      reason: { code: 'rate_limited', retryAfter: 24 * 60 * 60 - 60 },
    });
    // A stored confirmation is still returned, and other users are not limited.
    expect(await confirm(confirmations, caller.again(), repeated)).toMatchObject({ isNew: false });
    const other = newCaller({ tenantId: caller.user.tenantId });
    expect(await confirm(confirmations, other)).toMatchObject({ isNew: true });
    const inOtherList = await confirm(confirmations, caller.again(), randomUUID(), { list: 'delegators' });
    expect(inOtherList).toMatchObject({ isNew: true });
    at = startMs + 24 * 60 * 60 * 1_000 - 1;
    await expect(confirm(confirmations, caller.again())).rejects.toMatchObject({
      reason: { code: 'rate_limited', retryAfter: 1 },
    });
    at += 1;

    expect(await confirm(confirmations, caller.again())).toMatchObject({ isNew: true });
    await expect(confirm(confirmations, caller.again())).rejects.toMatchObject({
      reason: { code: 'rate_limited' },
    });
  });

  test('pages newest first, each once, including confirmations of the same moment', async () => {
    let at = daysAgo(2).getTime();
    const confirmations = start(() => new Date(at));
    const caller = newCaller();
    const saved: { readonly id: string; readonly at: number }[] = [];
    for (let count = 0; count < 7; count += 1) {
      const id = randomUUID();
      // Two confirmations share each moment.
      if (count % 2 === 0) at += 1;
      saved.push({ id, at });
      await confirm(confirmations, caller, id);
    }
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page = await confirmations.page(caller, 'delegates', {
        limit: 2,
        before: before === null ? undefined : parseCursor(before),
      });
      expect(page.value.length).toBeLessThanOrEqual(2);
      seen.push(...page.value.map(({ id }) => id));
      before = page.next;
    } while (before !== null);

    expect(seen).toEqual(saved.sort((a, b) => b.at - a.at || (b.id > a.id ? 1 : -1)).map(({ id }) => id));
  });

  test('keeps the confirmations of users, tenants and lists apart', async () => {
    const confirmations = start();
    const caller = newCaller();
    const id = randomUUID();
    await confirm(confirmations, caller, id);
    const others = [
      newCaller({ tenantId: caller.user.tenantId }),
      newCaller({ objectId: caller.user.objectId }),
    ];

    for (const other of others) {
      expect(await idsOf(confirmations, other)).toEqual([]);
      expect(await confirm(confirmations, other, id)).toMatchObject({ isNew: true });
    }
    expect(await idsOf(confirmations, caller, 'delegators')).toEqual([]);
    expect(await confirm(confirmations, caller, id, { list: 'delegators' })).toMatchObject({ isNew: true });
  });

  test('deletes both lists of one user and nothing of any other user', async () => {
    const confirmations = start();
    const caller = newCaller();
    const others = [
      newCaller({ tenantId: caller.user.tenantId }),
      newCaller({ objectId: caller.user.objectId }),
    ];
    for (const somebody of [caller, ...others]) await confirm(confirmations, somebody);
    await confirm(confirmations, caller, randomUUID(), { list: 'delegators' });
    await confirmations.forget(caller);

    expect(await idsOf(confirmations, caller)).toEqual([]);
    expect(await idsOf(confirmations, caller, 'delegators')).toEqual([]);
    for (const other of others) expect(await idsOf(confirmations, other)).toHaveLength(1);
    expect(await confirm(confirmations, caller.again())).toMatchObject({ isNew: true });
  });

  test('a deletion discards confirmations in progress, on any instance', async () => {
    const [here, elsewhere] = [start(), start()];
    const caller = newCaller();
    const forget = () => elsewhere.forget(caller.again());

    await expect(confirm(here, caller, randomUUID(), reading, forget)).rejects.toMatchObject(listChanged);
    expect(await idsOf(here, caller)).toEqual([]);
    expect(await confirm(here, caller.again())).toMatchObject({ isNew: true });
  });

  test('a second deletion also discards confirmations in progress', async () => {
    const [here, elsewhere] = [start(), start()];
    const before = newCaller();
    await elsewhere.forget(before);
    const caller = before.again();
    const forget = () => elsewhere.forget(before.again());

    await expect(confirm(here, caller, randomUUID(), reading, forget)).rejects.toMatchObject(listChanged);
    expect(await idsOf(here, caller)).toEqual([]);
  });

  test('a deletion discards a request that arrived earlier and reads the deletion mark afterwards', async () => {
    const confirmations = start();
    const caller = newCaller();
    await confirmations.forget(caller.again());

    await expect(confirm(confirmations, caller)).rejects.toMatchObject(listChanged);
    expect(await idsOf(confirmations, caller)).toEqual([]);
  });

  test('a deletion of one user’s confirmations does not discard those of another in progress', async () => {
    const confirmations = start();
    const other = newCaller();
    await confirmations.forget(newCaller());

    expect(await confirm(confirmations, other)).toMatchObject({ isNew: true });
  });

  test('neither returns nor keeps confirmations older than the retention period', async () => {
    let at = daysAgo(31);
    const confirmations = start(() => at);
    const caller = newCaller();
    await confirm(confirmations, caller);
    at = daysAgo(29);
    const kept = randomUUID();
    await confirm(confirmations, caller, kept);
    await confirmations.forget(newCaller());
    at = new Date();

    expect(await idsOf(confirmations, caller)).toEqual([kept]);
    expect(await query('select 1 from confirmations')).toHaveLength(2);
    await confirmations.sweep(caller.deadline);
    expect(await query('select 1 from confirmations')).toHaveLength(1);
    expect(await idsOf(confirmations, caller)).toEqual([kept]);
    expect(await query('select 1 from forgotten')).toEqual([]);
  });

  test('the hourly sweep deletes all expired confirmations, however many', async () => {
    const confirmations = start(() => daysAgo(31));
    await confirm(confirmations, newCaller());
    const later = start();
    jest.useFakeTimers({
      doNotFake: ['Date', 'nextTick', 'performance', 'setImmediate', 'setTimeout', 'clearTimeout'],
    });
    const sweeping = sweepHourly(later);
    const isSwept = async () => (await query('select 1 from confirmations')).length === 0;
    await until(isSwept);
    await confirm(confirmations, newCaller());
    await query(copies);
    await jest.advanceTimersByTimeAsync(60 * 60 * 1_000);

    await until(isSwept);
    sweeping.stop();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  test('refuses an aborted or expired request without waiting', async () => {
    const confirmations = start();
    const gone = newCaller();
    gone.leave();
    await expect(idsOf(confirmations, gone)).rejects.toMatchObject({ name: 'CallerGone' });
    await expect(idsOf(confirmations, newCaller({}, 0))).rejects.toMatchObject({
      reason: { code: 'store_unavailable' },
    });
  });
}
