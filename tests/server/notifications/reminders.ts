import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { notificationMigrations } from '../../../src/server/notifications/migrations.js';
import type { User } from '../../../src/server/notifications/NotificationStore.js';
import { endRequests, newCaller } from '../../support/caller.js';
import { confirm, useInstances } from '../../support/instances.js';
import { dayMs, hourMs, newUser, sendNext, startStore, until } from '../../support/notificationStore.js';
import { toEnv, type EngineUnderTest } from '../../support/place.js';
import { startServer, until as eventually } from '../../support/startServer.js';
import { as } from '../../support/confirming.js';
import { feedOf, notificationsEnv, subscribe } from '../../support/notifications.js';

/** Reminders to confirm, the same on each engine. Call within a `describe`. */
export function testReminders(createEngine: () => Promise<EngineUnderTest>): void {
  const { open, query } = useInstances(createEngine);
  afterEach(endRequests);

  function start() {
    const store = startStore(open);
    const confirmations = createConfirmations({
      database: open({ migrations: [...confirmationMigrations, ...notificationMigrations] }),
      retentionDays: 400,
      now: () => new Date(store.nowMs()),
    });
    return { store, confirm: (user: User) => confirm(confirmations, newCaller(user)) };
  }

  test('reminds a user who has confirmed nothing for the whole interval, once per interval', async () => {
    const { store } = start();
    const amina = newUser();
    await store.subscribe(until(), amina, 'en');
    store.pass(90 * dayMs - 1);
    expect(await store.remind(until(), 90)).toBe(0);
    store.pass(1);

    expect(await store.remind(until(), 90)).toBe(1);
    expect(await sendNext(store)).toMatchObject({ user: amina, kind: 'confirmationDue', about: [] });
    store.pass(hourMs);
    expect(await store.remind(until(), 90)).toBe(0);
    store.pass(90 * dayMs);
    expect(await store.remind(until(), 90)).toBe(1);
    expect(await sendNext(store)).toMatchObject({ user: amina });
  });

  test('a confirmation restarts the interval', async () => {
    const { store, confirm: confirmOf } = start();
    const amina = newUser();
    await store.subscribe(until(), amina, 'en');
    store.pass(80 * dayMs);
    await confirmOf(amina);
    store.pass(89 * dayMs);
    expect(await store.remind(until(), 90)).toBe(0);
    store.pass(dayMs);

    expect(await store.remind(until(), 90)).toBe(1);
  });

  test('does not remind a user who confirms before the reminder is due', async () => {
    const { store, confirm: confirmOf } = start();
    const amina = newUser();
    await store.subscribe(until(), amina, 'en');
    store.pass(90 * dayMs);
    await store.remind(until(), 90);
    store.pass(1);
    await confirmOf(amina);

    expect(await sendNext(store)).toBeUndefined();
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('counts no confirmation of another user, or of the same object id in another tenant', async () => {
    const { store, confirm: confirmOf } = start();
    const amina = newUser();
    await store.subscribe(until(), amina, 'en');
    store.pass(89 * dayMs);
    await confirmOf(newUser(amina.tenantId));
    await confirmOf({ ...newUser(), objectId: amina.objectId });
    store.pass(dayMs);

    expect(await store.remind(until(), 90)).toBe(1);
  });

  test('reminds no one who did not subscribe or has unsubscribed', async () => {
    const { store, confirm: confirmOf } = start();
    const [amina, jonas] = [newUser(), newUser()];
    await confirmOf(jonas);
    await store.subscribe(until(), amina, 'en');
    store.pass(90 * dayMs);
    await store.remind(until(), 90);
    await store.unsubscribe(until(), amina);

    expect(await store.remind(until(), 90)).toBe(0);
    expect(await sendNext(store)).toBeUndefined();
  });

  test('several instances that look at once send one reminder', async () => {
    const instances = Array.from({ length: 4 }, () => start().store);
    const [store] = instances;
    await store?.subscribe(until(), newUser(), 'en');
    for (const instance of instances) instance.pass(90 * dayMs);
    const counts = await Promise.all(instances.map((instance) => instance.remind(until(), 90)));

    expect(counts.sort()).toEqual([0, 0, 0, 1]);
  });

  test('a reminder arrives in the activity feed, in the user’s language', async () => {
    const engine = await createEngine();
    const place = await engine.newPlace();
    const env = { ...toEnv(place), ...notificationsEnv, CONFIRMATION_REMINDER_DAYS: '30' };
    const before = await startServer({ env });
    await subscribe(before, 'amina', 'fr');
    await as(before, 'diego').confirm('delegates');
    await subscribe(before, 'diego');
    await before.close();
    await place.query(`update wishes set wished_at = '2020-01-01T00:00:00.000Z'`);
    const server = await startServer({ env });
    await eventually(() => feedOf(server, 'amina').length > 0);

    expect(feedOf(server, 'amina')).toMatchObject([
      { type: 'confirmationDue', topic: 'Call Delegates', preview: expect.stringMatching(/^Vous/) as string },
    ]);
    expect(feedOf(server, 'amina')[0]?.webUrl).not.toContain('context');
    expect(feedOf(server, 'diego')).toEqual([]);
    await server.close();
    await engine.remove();
  });
}
