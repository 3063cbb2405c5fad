import type { FastifyBaseLogger } from 'fastify';
import type { NotificationsConfig } from '../config.js';
import type { Database } from '../database/Database.js';
import type { HttpClient } from '../outbound/httpClient.js';
import type { Clock } from '../time/clock.js';
import { withDeadline } from '../time/Deadline.js';
import { repeat, type Running } from '../time/repeat.js';
import { toCause } from '../toCause.js';
import { createActivityFeed, type GetAppToken } from './activityFeed.js';
import { createNotificationStore, type NotificationStore } from './createNotificationStore.js';
import { eraseNotifications, renewLease } from './eraseNotifications.js';
import type { ListRead } from './listRecorder.js';
import { createNotificationLog, type LogHash } from './notificationLog.js';
import { mostReminded } from './outbox.js';
import { startSender } from './sender.js';
import { readNotificationWords } from './toNotification.js';
import { startWatcher, type ReadLists } from './watcher.js';

export type NotificationsOptions = {
  readonly config: NotificationsConfig;
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

/** The parts of notifications that routes use. */
export type Notifications = Pick<Awaited<ReturnType<typeof createNotifications>>, 'store' | 'listReads'>;
export type ListReads = Notifications['listReads'];

const recordMs = 10_000;
/** Interval between two renewals of the lease. It outlasts several intervals. */
const renewMs = 15 * 60 * 1_000;
const renewalMs = 10_000;
/** Interval between two searches for due reminders, which are sent near the time of day of the last confirmation. */
const remindMs = 60 * 60 * 1_000;
const remindingMs = 60_000;
const erasingMs = 30 * 60 * 1_000;

/** Wires the parts of notifications together. Nothing is sent before `start`. */
export async function createNotifications(options: NotificationsOptions) {
  const { config, graphEndpoint, pagesFolder, database, log, toLogHash, clock } = options;
  const line = createNotificationLog(log, toLogHash);
  const store = createNotificationStore({
    database,
    key: config.key,
    nowMs: clock.nowMs,
    onRemoved: line.removed,
  });
  const send = createActivityFeed({
    http: options.http,
    graphEndpoint,
    teamsAppId: config.teamsAppId,
    words: await readNotificationWords(pagesFolder),
    getToken: options.getAppToken,
  });
  let sender: ReturnType<typeof startSender> | undefined;
  const onQueued = () => sender?.wake();
  const listReads = createListReads(store, onQueued);
  const queueReminders = () =>
    withDeadline(remindingMs, async (deadline) => {
      for (let count = mostReminded; count === mostReminded;) {
        count = await store.remind(deadline, config.reminderDays);
        if (count > 0) onQueued();
      }
    });
  return {
    store,
    listReads,
    /** Returns the started work. */
    start: () => {
      sender = startSender({ store, send, clock, log: line });
      const renew = () =>
        withDeadline(renewalMs, (deadline) => renewLease({ database, nowMs: clock.nowMs }, deadline));
      const { readLists } = options;
      const { watchIntervalMinutes: intervalMinutes, reminderDays } = config;
      const running: Running[] = [sender, repeat(renewMs, renew)];
      if (intervalMinutes > 0)
        running.push(startWatcher({ store, readLists, intervalMinutes, clock, onQueued, log: line }));
      if (reminderDays > 0) running.push(repeat(remindMs, queueReminders));
      return running;
    },
  };
}

function createListReads(
  { recordListRead }: Pick<NotificationStore, 'recordListRead'>,
  onQueued: () => void,
) {
  const underWay = new Set<Promise<void>>();
  return {
    /** Processes a list read in the background. After a failure, the next read of the same list finds the same changes. */
    record: (listRead: ListRead): void => {
      const running = withDeadline(recordMs, (deadline) => recordListRead(deadline, listRead))
        .then((isQueued) => {
          if (isQueued) onQueued();
        })
        // The database reports its own failures.
        .catch(() => undefined)
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    /** Resolves after pending list reads are processed. */
    stop: async (): Promise<void> => {
      await Promise.all(underWay);
    },
  };
}

/** Erases data that an earlier server with notifications left. The caller runs the returned function once an hour. */
export const createErasing =
  (database: Database, log: FastifyBaseLogger, { nowMs }: Clock) =>
  async (): Promise<void> => {
    try {
      const erased = await withDeadline(erasingMs, (deadline) =>
        eraseNotifications({ database, nowMs }, deadline),
      );
      if (erased.rows > 0) log.warn(erased, 'notifications are off; erased their stored data');
    } catch (cause) {
      log.warn(
        { cause: toCause(cause) },
        'could not erase all stored data of notifications; trying again in an hour',
      );
    }
  };
