import { randomUUID } from 'node:crypto';
import { endRequests } from '../../support/caller.js';
import { idOf } from '../../support/confirming.js';
import { useInstances } from '../../support/instances.js';
import { createManualClock } from '../../support/manualClock.js';
import type { User } from '../../../src/server/notifications/NotificationStore.js';
import {
  dayMs,
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
import { toEnv, type EngineUnderTest } from '../../support/place.js';
import { startServer, until as eventually } from '../../support/startServer.js';
import { feedOf, give, notificationsEnv, subscribe } from '../../support/notifications.js';

/** Background reading, the same on each engine. Call within a `describe`. */
export function testWatching(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, query } = useInstances(createEngine);
  afterEach(endRequests);

  const start = () => startStore(open);

  test('notifies the subscriber of changes in their own list, and the other side as well', async () => {
    const store = start();
    const [diego, amina] = newPair();
    for (const [user, list, other] of [
      [amina, 'delegators', diego],
      [diego, 'delegates', amina],
    ] as const) {
      // prettier-ignore
      await store.subscribe(until(), user, 'en');
      await read(store, user, list, [listEntry(other)]);
    }
    const watch = (held: Parameters<typeof listEntry>[1]) =>
      store.recordListRead(until(), {
        user: amina,
        list: 'delegators',
        entries: [listEntry(diego, held)],
        readAtMs: store.nowMs(),
        kind: 'background',
      });
    expect(await watch(['receiveCalls'])).toBe(false);
    expect(await watch([])).toBe(true);
    const deliveries = [await sendNext(store), await sendNext(store)];

    expect(deliveries.map((delivery) => delivery?.user)).toEqual(expect.arrayContaining([amina, diego]));
    expect(await watch([])).toBe(false);
    // Her own visit reports no new change.
    expect(await read(store, amina, 'delegators', [listEntry(diego, [])])).toBe(false);
  });

  test('the first background reading of a list that was never seen is the baseline', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await store.subscribe(until(), amina, 'en');
    const watch = (held: Parameters<typeof listEntry>[1]) =>
      read(store, amina, 'delegators', [listEntry(diego, held)], store.nowMs(), 'background');
    expect(await watch(['receiveCalls'])).toBe(false);
    expect(await watch(['receiveCalls'])).toBe(false);
    store.pass(minuteMs);

    expect(await watch([])).toBe(true);
    expect(await sendNext(store)).toMatchObject({
      user: amina,
      about: [{ list: 'delegators', otherId: diego.objectId }],
    });
  });

  test('a background reading of a user without a subscription leaves no trace', async () => {
    const store = start();
    const [diego, amina] = newPair();
    await read(store, amina, 'delegators', [listEntry(diego)], store.nowMs(), 'background');

    for (const table of ['seen_lists', 'seen_delegations', 'outbox'])
      expect(await query(`select * from ${table}`)).toEqual([]);
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
  });

  test('another instance can take over after the clock is set back an hour', async () => {
    const [one, other] = [start(), start()];
    await one.watching.hold(until(), randomUUID());
    other.pass(-hourMs);

    expect(await other.watching.hold(until(), randomUUID())).toBe(true);
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

  describe('over HTTP,', () => {
    /** Starts a server that reads every 15 minutes. Its clock moves only on request. */
    async function startWatching() {
      const engine = await createEngine();
      const clock = createManualClock(Date.now() + minuteMs);
      const server = await startServer({
        env: { ...toEnv(await engine.newPlace()), ...notificationsEnv, WATCH_INTERVAL_MINUTES: '15' },
        clock,
      });
      const batches = () => server.sandbox.graph.requests.filter(({ path }) => path === '/beta/$batch');
      return {
        server,
        batches,
        /** Advances the clock in steps, by default of a minute, until the condition is met. */
        passUntil: (isSo: () => boolean, stepMs = minuteMs) =>
          eventually(() => {
            clock.advance(stepMs);
            return isSo();
          }),
        close: async () => {
          await server.close();
          await engine.remove();
        },
      };
    }

    test('notifies of a change although no one opens the tab', async () => {
      const { server, passUntil, close } = await startWatching();
      server.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
      await subscribe(server, 'amina');
      give(server, 'diego', 'amina', 'makeCalls');
      await passUntil(() => feedOf(server, 'amina').length > 0);

      expect(decodeURIComponent(feedOf(server, 'amina')[0]?.webUrl ?? '')).toContain(idOf('diego'));
      await close();
    });

    test('where the app lacks the permission, reports it once and stops until the next day', async () => {
      const { server, batches, passUntil, close } = await startWatching();
      const warnings = () => server.log.filter(({ msg }) => String(msg).includes('CallDelegation.Read.All'));
      await subscribe(server, 'amina');
      give(server, 'diego', 'amina', 'makeCalls');
      await passUntil(() => warnings().length > 0);
      const asked = batches().length;
      let minutes = 0;
      await passUntil(() => (minutes += 1) > 60);
      expect(batches().length).toBe(asked);
      expect(warnings()).toHaveLength(1);
      expect(JSON.stringify(warnings())).not.toContain(idOf('amina'));

      server.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
      await passUntil(() => feedOf(server, 'amina').length > 0, hourMs);
      await close();
    });

    test.each([
      ['whom a policy refuses', 403],
      ['for whom Graph fails', 500],
    ])('one user %s does not keep the others from being read', async (_, status) => {
      const { server, passUntil, close } = await startWatching();
      server.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
      await subscribe(server, 'amina');
      await subscribe(server, 'noor');
      server.sandbox.graph.script = ({ path }) =>
        path.startsWith(`/beta/users/${idOf('noor')}/`) ? { status, body: {} } : undefined;
      give(server, 'diego', 'amina', 'makeCalls');
      const causes = () =>
        server.log
          .filter(({ msg }) => String(msg).includes('failed for some lists'))
          .map(({ cause }) => cause);
      // The two users may be read in different rounds.
      await passUntil(() => feedOf(server, 'amina').length > 0 && (status === 403 || causes().length > 0));

      expect(server.log.filter(({ msg }) => String(msg).includes('CallDelegation.Read.All'))).toEqual([]);
      expect(causes().slice(0, 1)).toEqual(status === 403 ? [] : ['Graph returned 500']);
      await close();
    });

    test('waits as long as a busy Graph asks', async () => {
      const { server, batches, passUntil, close } = await startWatching();
      server.sandbox.state.appRoles = new Set(['CallDelegation.Read.All']);
      await subscribe(server, 'amina');
      server.sandbox.graph.script = ({ path }) =>
        path.startsWith('/beta/users/')
          ? { status: 429, body: {}, headers: { 'retry-after': '3600' } }
          : undefined;
      give(server, 'diego', 'amina', 'makeCalls');
      await passUntil(() => batches().length > 0);
      const asked = batches().length;
      let minutes = 0;
      await passUntil(() => (minutes += 1) > 50);
      expect(batches().length).toBe(asked);
      server.sandbox.graph.script = undefined;
      await passUntil(() => feedOf(server, 'amina').length > 0);
      await close();
    });
  });
}
