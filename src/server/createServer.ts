import { LRUCache } from 'lru-cache';
import { acquireAppToken, createAppTokens } from './auth/appToken.js';
import { loadMsal, toMsalCredential } from './auth/clientCredential.js';
import { createEntraClient } from './auth/entraClient.js';
import { createMemoryGraphTokenCache } from './auth/graphTokenCache.js';
import { createExchange, createOnBehalfOf } from './auth/onBehalfOf.js';
import { createOpenidConfigurations } from './auth/openidConfiguration.js';
import { createRedisGraphTokenCache } from './auth/redisGraphTokenCache.js';
import { createSigningKeys } from './auth/signingKeys.js';
import { createSsoTokenVerifier, rememberVerified } from './auth/verifySsoToken.js';
import type { Config } from './config.js';
import { createConfirmations } from './confirmations/createConfirmations.js';
import { confirmationMigrations } from './confirmations/migrations.js';
import { createDatabase, logOutages, warnOfFirstVersion } from './database/createDatabase.js';
import { createGraphClient } from './graph/graphClient.js';
import { createWatchedListReader } from './graph/watchedLists.js';
import { systemClock, type Clock } from './time/clock.js';
import { withDeadline, withTimeout } from './time/Deadline.js';
import { repeat, type Running } from './time/repeat.js';
import { createHttpClient, type HttpClientOptions } from './outbound/httpClient.js';
import { createProxyDispatcher } from './outbound/outboundProxy.js';
import { createErasing, createNotifications } from './notifications/createNotifications.js';
import { notificationMigrations } from './notifications/migrations.js';
import { createRedisWindow } from './redis/redisWindow.js';
import { readPages } from './routes/builtPages.js';
import { createApp } from './web/createApp.js';
import { createLogger, createLogHash } from './web/logging.js';
import { mergeMs, windowMs } from './web/rateLimit.js';
import { toCause } from './toCause.js';

export type ServerOptions = {
  readonly config: Config;
  readonly pagesFolder: string;
  /** Path of the built `database/libsqlThread.js`. */
  readonly databaseThread: string;
  readonly logStream?: { write: (line: string) => void };
  /** Deadline of one `/api` request. Default 10000. */
  readonly deadlineMs?: number;
  /** Deadline of optional data in a response: names, presence, photos. Default 1500. */
  readonly optionalMs?: number;
  /** Limits of one outgoing request. Tests shorten them. */
  readonly http?: Pick<HttpClientOptions, 'attemptTimeoutMs' | 'maxBytes'>;
  /** Deadline of one Redis operation. Tests need a longer one. Default 150. */
  readonly redisOperationMs?: number;
  readonly clock?: Clock;
};

/** Delay of background work and of loading MSAL, so that neither slows the start down. */
const laterMs = 1_000;
const hourMs = 60 * 60 * 1_000;
const sweepMs = 60_000;
/** Time between `stop` and the moment when the server refuses new requests. */
const drainMs = 3_000;
/** Time that background work has to end. */
const closeMs = 5_000;

/** Wires the server together. The app does not listen yet. */
export async function createServer(options: ServerOptions) {
  const { config, clock = systemClock, deadlineMs = 10_000, optionalMs = 1_500 } = options;
  const { clientId, tenantId, authorityHost, graphEndpoint } = config;
  const log = createLogger(config.logLevel, options.logStream);
  // Metrics and the Redis client are imported on demand, because their libraries take memory.
  const metrics =
    config.metricsPort === undefined
      ? undefined
      : (await import('./web/metrics.js')).createMetrics(graphEndpoint);
  const { outboundProxy } = config;
  const http = createHttpClient({
    ...options.http,
    ...(outboundProxy && { toProxied: (limits) => createProxyDispatcher(outboundProxy, limits) }),
    ...(metrics && { observe: metrics.observeOutgoing }),
  });
  const configurations = createOpenidConfigurations(http, authorityHost);
  const keys = createSigningKeys({
    http,
    configurations,
    tenantId,
    clock,
    onFailure: (cause) => {
      log.warn(
        { cause: toCause(cause) },
        'could not fetch the signing keys of the identity provider; trying again',
      );
    },
  });
  const entra = createEntraClient({
    http,
    configurations,
    clientId,
    credential: toMsalCredential(config.credential, http),
    authorityHost,
  });
  const shared = config.sharedTokenCache && {
    key: config.sharedTokenCache.key,
    redis: (await import('./redis/redisConnection.js')).createRedisConnection({
      url: config.sharedTokenCache.url,
      ...(options.redisOperationMs !== undefined && { operationMs: options.redisOperationMs }),
      onChange: (state, cause) => {
        if (state === 'available') log.info('Redis is available again');
        else log.warn({ cause: toCause(cause) }, 'Redis is unavailable; continuing without it');
      },
    }),
  };
  const cache = createMemoryGraphTokenCache(
    config.tokenCacheMax,
    shared && createRedisGraphTokenCache(shared.redis, shared.key),
  );
  const database = createDatabase({
    config: config.store,
    threadFile: options.databaseThread,
    migrations: [
      ...confirmationMigrations,
      ...(config.notifications === undefined ? [] : notificationMigrations),
    ],
    onOutage: logOutages(log),
  });

  const graph = createGraphClient(http, graphEndpoint);
  const appTokens = createAppTokens((tenant) => acquireAppToken(entra, tenant, graphEndpoint), clock.nowMs);
  const notifications =
    config.notifications &&
    (await createNotifications({
      config: config.notifications,
      graphEndpoint,
      pagesFolder: options.pagesFolder,
      database,
      http,
      getAppToken: appTokens.get,
      readLists: createWatchedListReader(graph, appTokens.get),
      log,
      toLogHash: createLogHash(config.logKey),
      clock,
    }));

  const confirmations = createConfirmations({
    database,
    retentionDays: config.confirmationRetentionDays,
    onSharedWrong: notifications?.store.queueVerdicts,
  });

  const { app, stop } = await createApp({
    config,
    log,
    caller: {
      verifySsoToken: rememberVerified(
        createSsoTokenVerifier(keys, configurations, config),
        new LRUCache({ max: config.tokenCacheMax }),
      ),
      onBehalfOf: createOnBehalfOf(createExchange(entra, graphEndpoint), cache, metrics?.observeTokenCache),
      graph,
      deadlineMs,
      optionalMs,
    },
    confirmations,
    notifications,
    isReady: keys.isReady,
    pages: readPages(options.pagesFolder, config),
    observe: metrics?.observeRequest,
    sharedWindow: shared && createRedisWindow(shared.redis, shared.key, windowMs, mergeMs),
    clock,
  });

  const background: Running[] = notifications === undefined ? [] : [notifications.listReads];
  let beginning: NodeJS.Timeout | undefined;
  app.addHook('onReady', (done) => {
    keys.start();
    shared?.redis.connect();
    done();
  });
  app.addHook('onClose', async () => {
    clearTimeout(beginning);
    keys.close();
    shared?.redis.close();
    // Work that does not end in time is repeated later, as after a crash.
    const ending = background.map((work) => work.stop());
    await withTimeout(() => Promise.all(ending), closeMs).catch(() => undefined);
    await database.close();
    await http.close();
  });
  const begin = () => {
    void loadMsal();
    const sweep = () =>
      withDeadline(sweepMs, async (deadline) => {
        await confirmations.sweep(deadline);
        await notifications?.store.sweep(deadline, config.confirmationRetentionDays);
      });
    background.push(
      repeat(hourMs, sweep),
      ...(notifications?.start() ?? [repeat(hourMs, createErasing(database, log, clock))]),
    );
  };
  return {
    app,
    metrics,
    /** `/readyz` answers 503 at once. After `drainMs` no new request is accepted. Resolves after the last response. */
    stop: () => stop(clock.sleep(drainMs)),
    start: () => {
      warnOfFirstVersion(config.store, log);
      beginning = setTimeout(begin, laterMs).unref();
    },
  };
}
