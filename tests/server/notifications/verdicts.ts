import { randomUUID } from 'node:crypto';
import type { ConfirmedEntry } from '../../../src/contract/confirmation.js';
import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { newCaller } from '../../support/caller.js';
import { confirm, entry, type Instances } from '../../support/instances.js';
import { listEntry, minuteMs, newUser, startStore } from '../../support/notificationStore.js';

/** Notifications of a shared verdict "not right", the same on each engine. Call within a `describe`. */
export function testVerdicts({ open, query }: Instances): void {
  /** The assistant confirms their list of delegators, in which the executive is, who by default subscribes. */
  async function start({ isSubscribed = true } = {}) {
    const store = startStore(open);
    const executive = newUser();
    const assistant = newUser(executive.tenantId);
    const confirmations = createConfirmations({
      database: store.database,
      retentionDays: 400,
      now: () => new Date(store.nowMs()),
      onSharedWrong: store.queueVerdicts,
    });
    const wrong: ConfirmedEntry = { ...entry, id: executive.objectId.toUpperCase(), isRight: false };
    if (isSubscribed) await store.subscribe(executive);
    return {
      store,
      executive,
      assistant,
      confirmations,
      wrong,
      share: (
        entries = [wrong],
        { id, ...more }: { id?: string; shared?: boolean; fingerprint?: string } = {},
        duringRead?: () => Promise<void>,
      ) =>
        confirm(
          confirmations,
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
    const { assistant, confirmations, share } = await start();
    const forget = () => confirmations.forget(newCaller(assistant));

    await expect(share(undefined, {}, forget)).rejects.toMatchObject({ reason: { code: 'list_changed' } });
    expect(await queued()).toEqual([]);
  });
}
