import { randomUUID } from 'node:crypto';
import type { ConfirmedEntry } from '../../../src/contract/confirmation.js';
import type { User } from '../../../src/server/User.js';
import { newCaller } from '../../support/caller.js';
import { confirm, entry, type Instances } from '../../support/instances.js';
import { dayMs, hourMs, listEntry, minuteMs, newUser, startStore } from '../../support/notificationStore.js';

/** Notifications of a shared verdict "not right", the same on each engine. Call within a `describe`. */
export function testVerdicts({ open, query }: Instances): void {
  /** The assistant confirms their list of delegators, in which the executive is, who by default subscribes. */
  async function start({ isSubscribed = true } = {}) {
    const store = startStore(open);
    const executive = newUser();
    const assistant = newUser(executive.tenantId);
    const wrong: ConfirmedEntry = { ...entry, id: executive.objectId.toUpperCase(), isRight: false };
    if (isSubscribed) await store.subscribe(executive);
    return {
      store,
      executive,
      assistant,
      wrong,
      share: (
        entries = [wrong],
        { id, ...more }: { id?: string; shared?: boolean; fingerprint?: string } = {},
        duringRead?: () => Promise<void>,
      ) =>
        confirm(
          store.confirmations,
          newCaller(assistant),
          id,
          { list: 'delegators', entries, shared: true, fingerprint: randomUUID(), ...more },
          duringRead,
        ),
    };
  }
  const queued = () => query('select * from outbox');

  test('notifies a subscribed counterpart of a shared verdict "not right", as of a change', async () => {
    const { store, executive, assistant, share, wrong } = await start();
    await share([wrong, { ...wrong, id: 'not a guid' }, { ...wrong, id: assistant.objectId }]);
    expect(JSON.stringify(await queued())).not.toMatch(/makeCalls|isRight|false/);

    expect(await store.sendNext()).toMatchObject({
      user: executive,
      kind: 'changed',
      about: [{ list: 'delegates', otherId: assistant.objectId }],
    });
    expect(await store.claim()).toBeUndefined();
  });

  test('notifies no one who does not subscribe, and of nothing that is right or not shared', async () => {
    const { store, executive, share, wrong } = await start({ isSubscribed: false });
    await share();
    expect(await queued()).toEqual([]);
    await store.subscribe(executive);
    await share([wrong], { shared: false });
    await share([{ ...wrong, isRight: true }]);

    expect(await queued()).toEqual([]);
  });

  test('does not repeat the same verdict, however it is stored again', async () => {
    const { store, share, wrong } = await start();
    const [id, fingerprint] = [randomUUID(), randomUUID()];
    await share([wrong], { id, fingerprint });
    expect(await store.sendNext()).toBeDefined();
    await share([wrong], { id, fingerprint });
    await share([wrong], { fingerprint });
    store.pass(6 * minuteMs);
    await share([wrong]);
    await share([wrong], { shared: false });
    await share([wrong]);
    expect(await queued()).toEqual([]);

    await share([{ ...wrong, isActive: null }]);
    expect(await store.sendNext()).toBeDefined();
    store.pass(6 * minuteMs);
    await share([{ ...wrong, isRight: true }]);
    await share();
    expect(await store.sendNext()).toBeDefined();
  });

  test('delivers a verdict five minutes after another notification, unless the counterpart reads the list first', async () => {
    const { store, executive, assistant, share, wrong } = await start();
    await share();
    expect(await store.sendNext()).toBeDefined();
    store.pass(minuteMs);
    await share([{ ...wrong, isActive: null }]);
    expect(await store.claim()).toBeUndefined();
    store.pass(4 * minuteMs);
    expect(await store.sendNext()).toMatchObject({ about: [{ otherId: assistant.objectId }] });
    await share();
    expect(await queued()).toHaveLength(1);
    await store.read(executive, 'delegates', [listEntry(assistant)]);

    expect(await queued()).toEqual([]);
  });

  test('queues nothing for a confirmation that a deletion discards', async () => {
    const { store, assistant, share } = await start();
    const forget = () => store.confirmations.forget(newCaller(assistant));

    await expect(share(undefined, {}, forget)).rejects.toMatchObject({ reason: { code: 'list_changed' } });
    expect(await queued()).toEqual([]);
  });
}

/** Reminders to confirm, the same on each engine. Call within a `describe`. */
export function testReminders({ open, query }: Instances): void {
  /** Starts an instance to which a user has subscribed. */
  async function start() {
    const store = startStore(open);
    const amina = newUser();
    await store.subscribe(amina);
    return { store, amina, confirmAs: (user: User) => confirm(store.confirmations, newCaller(user)) };
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
