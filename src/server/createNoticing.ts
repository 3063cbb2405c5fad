import type { FastifyBaseLogger } from 'fastify';
import { randomUUID } from 'node:crypto';
import { acquireAppToken } from './auth/appToken.js';
import { createAppTokens, type AppTokens } from './auth/appTokens.js';
import type { EntraClient } from './auth/entraClient.js';
import type { NoticesConfig } from './config.js';
import type { Database } from './database/Database.js';
import { createGraphClient } from './graph/graphClient.js';
import { readWatchedLists } from './graph/watchedLists.js';
import type { Clock } from './http/clock.js';
import type { HttpClient } from './http/httpClient.js';
import { createRequestScope, withDeadline, type Deadline } from './http/RequestScope.js';
import { withTimeout } from './http/withTimeout.js';
import { createActivityFeed, type Attempt } from './notices/activityFeed.js';
import { createNotices } from './notices/createNotices.js';
import { eraseNotices, renewLease } from './notices/eraseNotices.js';
import { remindHourly } from './notices/remindHourly.js';
import type { ClaimedNotice } from './notices/Notices.js';
import { createSender } from './notices/sender.js';
import { createSightings } from './notices/sightings.js';
import { createWatcher, type WatcherOptions } from './notices/watcher.js';
import { readNoticeWords } from './notices/words.js';
import type { Noticing } from './routes/notifications.js';
import type { LogHash } from './web/logging.js';
import { toCause } from './web/toCause.js';

export type NoticingOptions = {
  readonly config: NoticesConfig;
  /** Subscriptions are removed after this many days without a visit. */
  readonly retentionDays: number;
  readonly graphEndpoint: string;
  readonly pagesFolder: string;
  readonly database: Database;
  readonly entra: EntraClient;
  readonly http: HttpClient;
  readonly log: FastifyBaseLogger;
  readonly toLogHash: LogHash;
  readonly clock: Clock;
};

/** Interval between two renewals of the lease. */
const renewMs = 15 * 60 * 1_000;
/** Deadline of one renewal. */
const renewalMs = 10_000;
/** Deadline for erasing all data of notifications. */
const eraseMs = 30 * 60 * 1_000;
/** Deadline for running work when the server stops. */
const closeMs = 5_000;

/** Wires the parts of notifications together. Nothing is sent before `start`. */
export async function createNoticing(options: NoticingOptions) {
  const { config, retentionDays, graphEndpoint, pagesFolder, database, entra, http, log, toLogHash, clock } =
    options;
  const notices = createNotices({
    database,
    key: config.key,
    nowMs: clock.nowMs,
    onRemoved: (subscriptions) => {
      log.info({ subscriptions }, 'subscriptions of users who left, or did not visit for long, are removed');
    },
  });
  const tokens = createAppTokens((tenantId) => acquireAppToken(entra, tenantId, graphEndpoint), clock.nowMs);
  const sender = createSender({
    notices,
    send: createActivityFeed({
      http,
      graphEndpoint,
      teamsAppId: config.teamsAppId,
      words: await readNoticeWords(pagesFolder),
      getToken: tokens.get,
    }),
    clock,
    onAttempt: logAttempt(log, toLogHash),
    onGivenUp: ({ claim, kind, person }, notifications) => {
      const line = { notice: claim, kind, user: toLogHash(person), notifications };
      log.warn(line, 'notifications given up after a day of attempts');
    },
  });
  const sightings = createSightings(notices, sender.wake);
  const noticing: Noticing = { notices, sightings };
  const watcher =
    config.watchIntervalMinutes === 0
      ? undefined
      : createWatcher({
          notices,
          readLists: readListsAsApp(http, graphEndpoint, tokens),
          intervalMinutes: config.watchIntervalMinutes,
          clock,
          onNews: sender.wake,
          ...logReadings(log, toLogHash),
        });
  const holder = randomUUID();
  const stopping = new AbortController();
  const keepLease = async () => {
    while (!stopping.signal.aborted) {
      // A failed renewal needs no retry: the lease outlasts several intervals.
      await withDeadline(renewalMs, (until) =>
        renewLease({ database, nowMs: clock.nowMs }, until, holder),
      ).catch(() => undefined);
      await clock.sleep(renewMs, stopping.signal).catch(() => undefined);
    }
  };
  let leasing: Promise<void> | undefined;
  let reminding: ReturnType<typeof remindHourly> | undefined;
  return {
    noticing,
    /** The caller runs this once an hour. */
    sweep: (until: Deadline) => notices.sweep(until, retentionDays),
    start: () => {
      leasing ??= keepLease();
      sender.start();
      watcher?.start();
      if (config.reminderDays > 0) reminding = remindHourly(notices, config.reminderDays, sender.wake);
    },
    /** Waits for running work until a deadline. Work that does not end in time is repeated later, as after a crash. */
    close: async () => {
      stopping.abort();
      const ending = [
        leasing ?? Promise.resolve(),
        sightings.close(),
        sender.stop(),
        watcher?.stop() ?? Promise.resolve(),
        reminding?.stop() ?? Promise.resolve(),
      ];
      await withTimeout(() => Promise.all(ending), closeMs).catch(() => undefined);
    },
  };
}

/** Erases data that an earlier server with notifications left. The caller runs the returned function once an hour. */
export function createErasing({ database, log, clock }: Pick<NoticingOptions, 'database' | 'log' | 'clock'>) {
  const holder = randomUUID();
  return async (): Promise<void> => {
    try {
      const erased = await withDeadline(eraseMs, (until) =>
        eraseNotices({ database, nowMs: clock.nowMs }, until, holder),
      );
      if (erased.rows > 0) log.warn(erased, 'notifications are off: what was kept for them is erased');
    } catch (cause) {
      log.warn(
        { cause: toCause(cause) },
        'erasing what was kept for notifications ended early; it goes on in an hour',
      );
    }
  };
}

/** Deadline for reading the lists of one batch of users. */
const readMs = 20_000;

const readListsAsApp =
  (http: HttpClient, graphEndpoint: string, tokens: AppTokens) =>
  async (tenantId: string, objectIds: readonly string[]) => {
    const { scope, end } = createRequestScope(randomUUID(), readMs, readMs);
    const asApp = createGraphClient(http, graphEndpoint)(
      {
        tenantId,
        get: async (refused) => ({
          accessToken: (await tokens.get(tenantId, refused?.rejected)).accessToken,
          scopes: undefined,
        }),
        drop: () => Promise.resolve(),
      },
      scope,
    );
    return await readWatchedLists(await asApp.aside('extras'), objectIds).finally(end);
  };

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
          'background reading is off for this tenant: Graph refuses it; grant the app the application permission CallDelegation.Read.All, or set WATCH_INTERVAL_MINUTES=0; asked again in a day',
        );
      } else {
        log.info(line, 'background reading is on again for this tenant');
      }
    },
    onUnread: (tenantId, { failed, throttled, cause }) => {
      const line = { tenant: toLogHash(tenantId), failed, throttled, cause: toCause(cause) };
      log.warn(
        line,
        'background reading could not read some lists of this tenant; they are read again later',
      );
    },
    onGivenUp: (cause) => {
      log.warn({ cause: toCause(cause) }, 'a round of background reading was given up; trying again');
    },
  };
}

const logAttempt =
  (log: FastifyBaseLogger, toLogHash: LogHash) =>
  ({ person, kind, claim }: ClaimedNotice, { outcome, status, requestId, cause }: Attempt): void => {
    const line = {
      notice: claim,
      kind,
      user: toLogHash(person),
      outcome: outcome.kind,
      ...(outcome.kind === 'refused' && { problem: outcome.problem }),
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { graphRequestIds: [requestId] }),
      ...(cause !== undefined && { cause: toCause(cause) }),
    };
    // The tab shows the user every other refusal. These need an operator.
    const isOurs = outcome.kind === 'refused' && outcome.problem === null;
    if (isOurs) log.error(line, 'Graph does not take a notice');
    else log.info(line, outcome.kind === 'sent' ? 'notice sent' : 'notice not sent');
  };
