import { randomBytes, randomUUID } from 'node:crypto';
import { forEachRight, type ListName, type Right } from '../../src/contract/delegation.js';
import { createConfirmations } from '../../src/server/confirmations/createConfirmations.js';
import { createNotificationStore } from '../../src/server/notifications/createNotificationStore.js';
import type { ListEntry } from '../../src/server/notifications/delegationState.js';
import type { ListReadKind } from '../../src/server/notifications/listRecorder.js';
import type { Delivery, Outcome } from '../../src/server/notifications/outbox.js';
import type { User } from '../../src/server/User.js';
import { newCaller } from './caller.js';
import type { Instances } from './instances.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

const defaultKey = randomBytes(32);
const until = () => newCaller().deadline;

export type TestStore = ReturnType<typeof startStore>;

/** Starts an instance whose clock only `pass` moves. Each operation has its own deadline. */
export function startStore(open: Instances['open'], key = defaultKey) {
  let now = Date.UTC(2026, 10, 2, 9);
  const nowMs = () => now;
  const database = open();
  const removed: number[] = [];
  const onRemoved = (subscriptions: number) => void removed.push(subscriptions);
  const store = createNotificationStore({ database, key, nowMs, onRemoved });
  const confirmations = createConfirmations({
    database,
    retentionDays: 400,
    now: () => new Date(now),
    onSharedWrong: store.queueVerdicts,
  });
  const claim = (exceptTenants: readonly string[] = []) => store.claim(until(), exceptTenants);
  const settle = async (delivery: Delivery | undefined, outcome: Outcome) =>
    delivery && (await store.settle(until(), delivery, outcome));
  /** Claims the next due delivery and settles it. */
  const attempt = async (outcome: Outcome) => {
    const delivery = await claim();
    return { delivery, givenUp: await settle(delivery, outcome) };
  };
  return {
    database,
    /** Confirmations in the same database, with the same clock. */
    confirmations,
    nowMs,
    pass: (ms: number) => void (now += ms),
    /** Each call of `onRemoved`. */
    removed,
    subscribe: (user: User, language: 'en' | 'de' = 'en') => store.subscribe(until(), user, language),
    unsubscribe: (user: User) => store.unsubscribe(until(), user),
    subscriptionOf: (user: User) => store.findSubscription(until(), user),
    /** Records that a user read one of their lists. Returns whether a notification is queued. */
    read: (
      user: User,
      list: ListName,
      entries: readonly ListEntry[],
      { kind = 'shown', readAtMs = now }: { kind?: ListReadKind; readAtMs?: number } = {},
    ) => store.recordListRead(until(), { user, kind, list, entries, readAtMs }),
    remind: (days: number) => store.remind(until(), days),
    sweep: (days: number) => store.sweep(until(), days),
    hold: (holder: string) => store.watching.hold(until(), holder),
    letGo: (holder: string) => store.watching.letGo(until(), holder),
    next: (intervalMinutes: number) => store.watching.next(until(), intervalMinutes),
    /** Ends the turns of users in background reading. */
    done: (users: readonly User[], isFound?: boolean) =>
      store.watching.done(
        until(),
        users.map((user) => ({ user, atMs: now, ...(isFound !== undefined && { isFound }) })),
      ),
    claim,
    settle,
    attempt,
    /** Claims the next due delivery and marks it as sent. */
    sendNext: async () => (await attempt({ kind: 'sent' })).delivery,
  };
}

export const newUser = (tenantId: string = randomUUID()): User => ({ tenantId, objectId: randomUUID() });

export const listEntry = (user: User, held: readonly Right[] = ['receiveCalls']): ListEntry => ({
  id: user.objectId,
  isActive: true,
  allowedActions: forEachRight((right) => held.includes(right)),
});

/** Returns an executive, and their assistant, who subscribes and has seen the executive in their list. */
export async function startPair(open: Instances['open']) {
  const store = startStore(open);
  const diego = newUser();
  const amina = newUser(diego.tenantId);
  await store.subscribe(amina);
  await store.read(amina, 'delegators', [listEntry(diego)]);
  return {
    store,
    diego,
    amina,
    /** True: a notification is queued. */
    diegoReads: (...entries: ListEntry[]) => store.read(diego, 'delegates', entries),
    aminaReads: (...entries: ListEntry[]) => store.read(amina, 'delegators', entries),
  };
}

/** Tables of notifications, except the lease. */
export const notificationTables = ['wishes', 'seen_lists', 'seen_delegations', 'outbox'];

/** Counts the rows of each table of notifications. */
export const countRows = async (query: Instances['query']): Promise<readonly number[]> =>
  await Promise.all(notificationTables.map(async (table) => (await query(`select 1 from ${table}`)).length));

export const noRows = [0, 0, 0, 0];
