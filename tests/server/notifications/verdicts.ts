import { randomUUID } from 'node:crypto';
import type { ConfirmedEntry } from '../../../src/contract/confirmation.js';
import { createConfirmations } from '../../../src/server/confirmations/createConfirmations.js';
import { newCaller } from '../../support/caller.js';
import { confirm, entry, type Instances } from '../../support/instances.js';
import {
  listEntry,
  minuteMs,
  newPair,
  read,
  sendNext,
  startStore,
  until,
} from '../../support/notificationStore.js';

/** Notifications of a shared verdict "not right", the same on each engine. Call within a `describe`. */
export function testVerdicts({ open, query }: Instances): void {
  /** The assistant confirms their list of delegators, in which the executive is. */
  function start() {
    const store = startStore(open);
    const [executive, assistant] = newPair();
    const confirmations = createConfirmations({
      database: store.database,
      retentionDays: 400,
      now: () => new Date(store.nowMs()),
      onSharedWrong: store.queueVerdicts,
    });
    const wrong: ConfirmedEntry = { ...entry, id: executive.objectId.toUpperCase(), isRight: false };
    return {
      store,
      executive,
      assistant,
      wrong,
      share: (
        entries = [wrong],
        shared = true,
        id: string = randomUUID(),
        fingerprint: string = randomUUID(),
      ) =>
        confirm(confirmations, newCaller(assistant), id, {
          list: 'delegators',
          entries,
          shared,
          fingerprint,
        }),
      confirmations,
    };
  }

  test('notifies a subscribed counterpart of a shared verdict "not right", as of a change', async () => {
    const { store, executive, assistant, share, wrong } = start();
    await store.subscribe(until(), executive, 'en');
    await share([wrong, { ...wrong, id: 'not a guid' }, { ...wrong, id: assistant.objectId }]);
    const rows = JSON.stringify(await query('select * from outbox'));

    expect(await sendNext(store)).toMatchObject({
      user: executive,
      kind: 'changed',
      about: [{ list: 'delegates', otherId: assistant.objectId }],
    });
    expect(await store.claim(until())).toBeUndefined();
    expect(rows).not.toMatch(/makeCalls|isRight|false/);
  });

  test('notifies no one who does not subscribe, and of nothing that is right or not shared', async () => {
    const { store, executive, share, wrong } = start();
    await share();
    expect(await query('select 1 from outbox')).toEqual([]);
    await store.subscribe(until(), executive, 'en');
    await share([wrong], false);
    await share([{ ...wrong, isRight: true }]);

    expect(await query('select 1 from outbox')).toEqual([]);
  });

  test('does not repeat the same verdict, however it is stored again', async () => {
    const { store, executive, share, wrong } = start();
    await store.subscribe(until(), executive, 'en');
    const [id, fingerprint] = [randomUUID(), randomUUID()];
    await share([wrong], true, id, fingerprint);
    expect(await sendNext(store)).toBeDefined();
    await share([wrong], true, id, fingerprint);
    await share([wrong], true, randomUUID(), fingerprint);
    store.pass(6 * minuteMs);
    await share([wrong]);
    await share([wrong], false);
    await share([wrong]);
    expect(await query('select 1 from outbox')).toEqual([]);

    await share([{ ...wrong, isActive: null }]);
    expect(await sendNext(store)).toBeDefined();
    store.pass(6 * minuteMs);
    await share([{ ...wrong, isRight: true }]);
    await share();
    expect(await sendNext(store)).toBeDefined();
  });

  test('delivers a verdict that follows another notification only after five minutes', async () => {
    const { store, executive, assistant, share, wrong } = start();
    await store.subscribe(until(), executive, 'en');
    await share();
    expect(await sendNext(store)).toBeDefined();
    store.pass(minuteMs);
    await share([{ ...wrong, isActive: null }]);
    expect(await store.claim(until())).toBeUndefined();
    store.pass(4 * minuteMs);

    expect(await sendNext(store)).toMatchObject({ about: [{ otherId: assistant.objectId }] });
  });

  test('does not notify a counterpart who has read the list since', async () => {
    const { store, executive, assistant, share, wrong } = start();
    await store.subscribe(until(), executive, 'en');
    await share();
    await sendNext(store);
    await share([{ ...wrong, isActive: null }]);
    expect(await query('select 1 from outbox')).toHaveLength(1);
    await read(store, executive, 'delegates', [listEntry(assistant)]);

    expect(await query('select 1 from outbox')).toEqual([]);
  });

  test('queues nothing for a confirmation that a deletion discards', async () => {
    const { store, executive, assistant, confirmations, wrong } = start();
    await store.subscribe(until(), executive, 'en');
    const forget = () => confirmations.forget(newCaller(assistant));
    const reading = { list: 'delegators', shared: true, entries: [wrong] } as const;

    await expect(
      confirm(confirmations, newCaller(assistant), randomUUID(), reading, forget),
    ).rejects.toMatchObject({
      reason: { code: 'list_changed' },
    });
    expect(await query('select 1 from outbox')).toEqual([]);
  });
}
