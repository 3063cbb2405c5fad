import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import type { User } from '../../../src/server/User.js';
import { newCaller } from '../../support/caller.js';
import { confirm, type Instances } from '../../support/instances.js';
import { dayMs, hourMs, newUser, startStore } from '../../support/notificationStore.js';

/** Reminders to confirm, the same on each engine. Call within a `describe`. */
export function testReminders({ open, query }: Instances): void {
  /** Starts an instance to which a user has subscribed. */
  async function start() {
    const store = startStore(open);
    const now = () => new Date(store.nowMs());
    const confirmations = createConfirmations({ database: store.database, retentionDays: 400, now });
    const amina = newUser();
    await store.subscribe(amina);
    return { store, amina, confirmAs: (user: User) => confirm(confirmations, newCaller(user)) };
  }

  test('reminds a user who has confirmed nothing for the whole interval, once per interval', async () => {
    const { store, amina } = await start();
    store.pass(90 * dayMs - 1);
    expect(await store.remind(90)).toBe(0);
    store.pass(1);

    expect(await store.remind(90)).toBe(1);
    expect(await store.sendNext()).toMatchObject({ user: amina, kind: 'confirmationDue', about: [] });
    store.pass(hourMs);
    expect(await store.remind(90)).toBe(0);
    store.pass(90 * dayMs);
    expect(await store.remind(90)).toBe(1);
    expect(await store.sendNext()).toMatchObject({ user: amina });
  });

  test('does not send a reminder to a user who confirms or unsubscribes before it is sent', async () => {
    const { store, amina, confirmAs } = await start();
    const jonas = newUser();
    await store.subscribe(jonas);
    store.pass(90 * dayMs);
    expect(await store.remind(90)).toBe(2);
    store.pass(1);
    await confirmAs(amina);
    await store.unsubscribe(jonas);

    expect(await store.sendNext()).toBeUndefined();
    expect(await query('select * from outbox')).toEqual([]);
  });

  test('the user’s confirmation restarts the interval, and no confirmation of another user or tenant', async () => {
    const { store, amina, confirmAs } = await start();
    store.pass(80 * dayMs);
    await confirmAs(amina);
    store.pass(89 * dayMs);
    await confirmAs(newUser(amina.tenantId));
    await confirmAs({ ...newUser(), objectId: amina.objectId });
    expect(await store.remind(90)).toBe(0);
    store.pass(dayMs);

    // The others did not subscribe.
    expect(await store.remind(90)).toBe(1);
  });

  test('several instances that look at once send one reminder', async () => {
    const { store } = await start();
    const instances = [store, startStore(open), startStore(open)];
    for (const instance of instances) instance.pass(90 * dayMs);
    const counts = await Promise.all(instances.map(({ remind }) => remind(90)));

    expect(counts.sort()).toEqual([0, 0, 1]);
  });
}
