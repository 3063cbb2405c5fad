import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import type { User } from '../../../src/server/notifications/NotificationStore.js';
import { newCaller } from '../../support/caller.js';
import { confirm, type Instances } from '../../support/instances.js';
import { dayMs, hourMs, newUser, sendNext, startStore, until } from '../../support/notificationStore.js';

/** Reminders to confirm, the same on each engine. Call within a `describe`. */
export function testReminders({ open, query }: Instances): void {
  function start() {
    const store = startStore(open);
    const confirmations = createConfirmations({
      database: store.database,
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

  test('the user’s confirmation restarts the interval, and no confirmation of another user or tenant', async () => {
    const { store, confirm: confirmOf } = start();
    const amina = newUser();
    await store.subscribe(until(), amina, 'en');
    store.pass(80 * dayMs);
    await confirmOf(amina);
    store.pass(89 * dayMs);
    await confirmOf(newUser(amina.tenantId));
    await confirmOf({ ...newUser(), objectId: amina.objectId });
    expect(await store.remind(until(), 90)).toBe(0);
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
}
