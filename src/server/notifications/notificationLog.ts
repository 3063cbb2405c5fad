import type { FastifyBaseLogger } from 'fastify';
import { toCause } from '../toCause.js';
import type { User } from '../User.js';
import type { Attempt } from './activityFeed.js';
import type { Delivery } from './outbox.js';
import type { Unread } from './watcher.js';

export type LogHash = (id: string | User) => string;

export type NotificationLog = ReturnType<typeof createNotificationLog>;

/** The log lines of notifications. They contain no personal data. */
export const createNotificationLog = (log: FastifyBaseLogger, toLogHash: LogHash) => ({
  removed: (subscriptions: number): void => {
    const message = 'removed subscriptions of users who left or have not opened the tab for a long time';
    log.info({ subscriptions }, message);
  },

  attempt: ({ user, kind, claim }: Delivery, { outcome, status, requestId, cause }: Attempt): void => {
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
  },

  givenUp: ({ claim, kind, user }: Delivery, notifications: number): void => {
    const line = { delivery: claim, kind, user: toLogHash(user), notifications };
    log.warn(line, 'gave up on notifications after a day of attempts');
  },

  /** A tenant starts or stops refusing the app. */
  refusal: (tenantId: string, isRefused: boolean): void => {
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

  /** The end of a round in which lists of a tenant could not be read. */
  unread: (tenantId: string, { failed, throttled, cause }: Unread): void => {
    const line = { tenant: toLogHash(tenantId), failed, throttled, cause: toCause(cause) };
    log.warn(line, 'background reading failed for some lists of this tenant; trying them again later');
  },

  /** A failure of the database ends a round. */
  roundFailed: (cause: unknown): void => {
    log.warn({ cause: toCause(cause) }, 'a round of background reading failed; trying again');
  },
});
