import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { NotificationsConfig } from '../config.js';
import type { Database } from '../database/Database.js';
import type { HttpClient } from '../outbound/httpClient.js';
import type { Clock } from '../time/clock.js';
import { withTimeout, type Deadline } from '../time/Deadline.js';
import { repeat } from '../time/repeat.js';
import { toCause } from '../toCause.js';
import { createActivityFeed, type Attempt, type GetAppToken } from './activityFeed.js';
import { createNotificationStore, type NotificationStore } from './createNotificationStore.js';
import { eraseNotifications, renewLease } from './eraseNotifications.js';
import { createListReads, type ListReads } from './listReads.js';
import type { User } from '../User.js';
import { mostReminded, type Delivery } from './outbox.js';
import { createSender } from './sender.js';
import { readNotificationWords } from './toNotification.js';
import { createWatcher, type ReadLists, type WatcherOptions } from './watcher.js';

export type NotificationsOptions = {
  readonly config: NotificationsConfig;
  /** Subscriptions are removed after this many days without a visit. */
  readonly retentionDays: number;
  readonly graphEndpoint: string;
  readonly pagesFolder: string;
  readonly database: Database;
  readonly http: HttpClient;
  readonly getAppToken: GetAppToken;
  readonly readLists: ReadLists;
  readonly log: FastifyBaseLogger;
  readonly toLogHash: LogHash;
  readonly clock: Clock;
};

type LogHash = (id: string | User) => string;

/** The parts of notifications that routes use. */
export type Notifications = { readonly store: NotificationStore; readonly listReads: ListReads };

/** Interval between two renewals of the lease. It outlasts several intervals. */
const renewMs = 15 * 60 * 1_000;
/** Deadline of one renewal. */
const renewalMs = 10_000;
/** Interval between two searches for due reminders, which are sent near the time of day of the last confirmation. */
const remindMs = 60 * 60 * 1_000;
/** Deadline for queueing the reminders that are due. */
const remindingMs = 60_000;
/** Deadline for running work when the server stops. */
const closeMs = 5_000;

/** Wires the parts of notifications together. Nothing is sent before `start`. */
export async function createNotifications(options: NotificationsOptions) {
  const { config, retentionDays, graphEndpoint, pagesFolder, database, log, toLogHash, clock } = options;
  const store = createNotificationStore({
    database,
    key: config.key,
    nowMs: clock.nowMs,
    onRemoved: (subscriptions) => {
      log.info(
        { subscriptions },
        'removed subscriptions of users who left or have not opened the tab for a long time',
      );
    },
  });
  const sender = createSender({
    store,
    send: createActivityFeed({
      http: options.http,
      graphEndpoint,
      teamsAppId: config.teamsAppId,
      words: await readNotificationWords(pagesFolder),
      getToken: options.getAppToken,
    }),
    clock,
    onAttempt: logAttempt(log, toLogHash),
    onGivenUp: ({ claim, kind, user }, notifications) => {
      const line = { delivery: claim, kind, user: toLogHash(user), notifications };
      log.warn(line, 'gave up on notifications after a day of attempts');
    },
  });
  const listReads = createListReads(store, sender.wake);
  const notifications: Notifications = { store, listReads };
  const watcher =
    config.watchIntervalMinutes === 0
      ? undefined
      : createWatcher({
          store,
          readLists: options.readLists,
          intervalMinutes: config.watchIntervalMinutes,
          clock,
          onQueued: sender.wake,
          ...logReadings(log, toLogHash),
        });
  const holder = randomUUID();
  const queueReminders = async (deadline: Deadline) => {
    for (let count = mostReminded; count === mostReminded;) {
      count = await store.remind(deadline, config.reminderDays);
      if (count > 0) sender.wake();
    }
  };
  let leasing: ReturnType<typeof repeat> | undefined;
  let reminding: ReturnType<typeof repeat> | undefined;
  return {
    notifications,
    /** The caller runs this once an hour. */
    sweep: (deadline: Deadline) => store.sweep(deadline, retentionDays),
    start: () => {
      leasing = repeat(renewMs, renewalMs, (deadline) =>
        renewLease({ database, nowMs: clock.nowMs }, deadline, holder),
      );
      sender.start();
      watcher?.start();
      if (config.reminderDays > 0) reminding = repeat(remindMs, remindingMs, queueReminders);
    },
    /** Waits for running work until a deadline. Work that does not end in time is repeated later, as after a crash. */
    close: async () => {
      const parts = [leasing, sender, watcher, reminding].filter((part) => part !== undefined);
      const ending = [listReads.close(), ...parts.map((part) => part.stop())];
      await withTimeout(() => Promise.all(ending), closeMs).catch(() => undefined);
    },
  };
}

/** Erases data that an earlier server with notifications left. The caller runs the returned function once an hour. */
export function createErasing({
  database,
  log,
  clock,
}: Pick<NotificationsOptions, 'database' | 'log' | 'clock'>) {
  const holder = randomUUID();
  return async (deadline: Deadline): Promise<void> => {
    try {
      const erased = await eraseNotifications({ database, nowMs: clock.nowMs }, deadline, holder);
      if (erased.rows > 0) log.warn(erased, 'notifications are off; erased their stored data');
    } catch (cause) {
      log.warn(
        { cause: toCause(cause) },
        'could not erase all stored data of notifications; trying again in an hour',
      );
    }
  };
}

function logReadings(
  log: FastifyBaseLogger,
  toLogHash: LogHash,
): Pick<WatcherOptions, 'onRefusal' | 'onUnread' | 'onGivenUp'> {
  return {
    onRefusal: (tenantId, isRefused) => {
      const line = { tenant: toLogHash(tenantId) };
      if (isRefused) {
        log.warn(
          line,
          'background reading is off for this tenant because Graph refuses it; grant the app the application permission CallDelegation.Read.All, or set WATCH_INTERVAL_MINUTES=0; trying again in a day',
        );
      } else {
        log.info(line, 'background reading is on again for this tenant');
      }
    },
    onUnread: (tenantId, { failed, throttled, cause }) => {
      const line = { tenant: toLogHash(tenantId), failed, throttled, cause: toCause(cause) };
      log.warn(line, 'background reading failed for some lists of this tenant; trying them again later');
    },
    onGivenUp: (cause) => {
      log.warn({ cause: toCause(cause) }, 'a round of background reading failed; trying again');
    },
  };
}

const logAttempt =
  (log: FastifyBaseLogger, toLogHash: LogHash) =>
  ({ user, kind, claim }: Delivery, { outcome, status, requestId, cause }: Attempt): void => {
    const line = {
      delivery: claim,
      kind,
      user: toLogHash(user),
      outcome: outcome.kind,
      ...(outcome.kind === 'refused' && { problem: outcome.problem }),
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { graphRequestIds: [requestId] }),
      ...(cause !== undefined && { cause: toCause(cause) }),
    };
    // The tab shows the user every other refusal. These need an operator.
    const isOurs = outcome.kind === 'refused' && outcome.problem === null;
    if (isOurs) log.error(line, 'Graph refuses a notification');
    else log.info(line, outcome.kind === 'sent' ? 'notification sent' : 'notification not sent');
  };
