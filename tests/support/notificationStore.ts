import { randomBytes, randomUUID } from 'node:crypto';
import { forEachRight, type ListName, type Right } from '../../src/contract/delegation.js';
import { confirmationMigrations } from '../../src/server/confirmations/migrations.js';
import type { DatabaseOptions } from '../../src/server/database/createDatabase.js';
import type { Database } from '../../src/server/database/Database.js';
import { createNotificationStore } from '../../src/server/notifications/createNotificationStore.js';
import { notificationMigrations } from '../../src/server/notifications/migrations.js';
import type {
  NotificationStore,
  User,
  ListReadKind,
  ListEntry,
} from '../../src/server/notifications/NotificationStore.js';
import { newCaller } from './caller.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export type TestStore = NotificationStore & {
  readonly database: Database;
  /** Moves the clock of this instance. */
  readonly pass: (ms: number) => void;
  readonly nowMs: () => number;
};

const key = randomBytes(32);

/** Starts an instance whose clock only `pass` moves. */
export function startStore(
  open: (options: Partial<DatabaseOptions>) => Database,
  startMs = Date.UTC(2026, 10, 2, 9),
  ownKey = key,
  onRemoved?: (subscriptions: number) => void,
): TestStore {
  let now = startMs;
  const nowMs = () => now;
  const database = open({ migrations: [...confirmationMigrations, ...notificationMigrations] });
  return {
    ...createNotificationStore({
      database,
      key: ownKey,
      nowMs,
      ...(onRemoved && { onRemoved }),
    }),
    database,
    nowMs,
    pass: (ms) => {
      now += ms;
    },
  };
}

export const until = () => newCaller().deadline;

export const newUser = (tenantId: string = randomUUID()): User => ({ tenantId, objectId: randomUUID() });

/** Returns two users of one tenant. */
export const newPair = (): readonly [executive: User, assistant: User] => {
  const executive = newUser();
  return [executive, newUser(executive.tenantId)];
};

export const listEntry = (
  user: User,
  held: readonly Right[] = ['receiveCalls'],
  isActive: boolean | null = true,
): ListEntry => ({
  id: user.objectId,
  isActive,
  allowedActions: forEachRight((right) => held.includes(right)),
});

/** Records that a user read one of their lists. */
export const read = async (
  store: TestStore,
  user: User,
  list: ListName,
  entries: readonly ListEntry[],
  readAtMs = store.nowMs(),
  kind: ListReadKind = 'shown',
): Promise<boolean> => await store.recordListRead(until(), { user, kind, list, entries, readAtMs });

/** Returns an executive and an assistant, who subscribes and has seen the executive in their list. */
export async function startPair(open: Parameters<typeof startStore>[0]) {
  const store = startStore(open);
  const [diego, amina] = newPair();
  await store.subscribe(until(), amina, 'en');
  await read(store, amina, 'delegators', [listEntry(diego)]);
  return {
    store,
    diego,
    amina,
    /** True: a notification is queued. */
    diegoReads: (...entries: ListEntry[]) => read(store, diego, 'delegates', entries),
    aminaReads: (...entries: ListEntry[]) => read(store, amina, 'delegators', entries),
  };
}

/** Tables of notifications, except the lease. */
export const notificationTables = ['wishes', 'seen_lists', 'seen_delegations', 'outbox'];

/** Claims the next due notification and marks it as sent. */
export async function sendNext(store: NotificationStore) {
  const delivery = await store.claim(until());
  if (delivery !== undefined) await store.settle(until(), delivery, { kind: 'sent' });
  return delivery;
}
