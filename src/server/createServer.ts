import type { FastifyInstance } from 'fastify';
import { toMsalCredential } from './auth/clientCredential.js';
import { createExchange } from './auth/exchange.js';
import { createLayeredGraphTokenCache, createMemoryGraphTokenCache } from './auth/graphTokenCache.js';
import { createOnBehalfOf } from './auth/onBehalfOf.js';
import { createOpenidConfigurations } from './auth/openidConfiguration.js';
import { createRedisGraphTokenCache } from './auth/redisGraphTokenCache.js';
import { rememberVerified } from './auth/rememberVerified.js';
import { createSigningKeys } from './auth/signingKeys.js';
import { createSsoTokenVerifier } from './auth/verifySsoToken.js';
import type { Config } from './config.js';
import { createApp } from './createApp.js';
import { createGraphClient } from './graph/graphClient.js';
import { createHttpClient, type HttpClientOptions } from './http/httpClient.js';
import { createMetrics, type Metrics } from './metrics.js';
import { readPages } from './routes/pages.js';
import { createStore, type Store } from './store/store.js';

export type ServerOptions = {
  readonly config: Config;
  /** The folder of the built pages. */
  readonly pagesFolder: string;
  /** The folder of the built store. */
  readonly storeFolder: string;
  readonly logStream?: { write: (line: string) => void };
  /** Milliseconds in all for one `/api` request. Default 10000. */
  readonly deadlineMs?: number;
  /** Limits of one outgoing request; tests shorten them. */
  readonly http?: Pick<HttpClientOptions, 'attemptTimeoutMs' | 'maxBytes'>;
  /** Milliseconds between two look-ups of unknown signing keys. Default 30000. */
  readonly keyCooldownMs?: number;
  /** Milliseconds between two attempts to fetch the keys while there are none. Default 2000. */
  readonly keyRetryMs?: number;
};

/** Milliseconds between two look-ups of the known keys, so that withdrawn ones go. */
const keyRefreshMs = 60 * 60 * 1000;

/** Everything that a configuration asks for, wired together; the app does not listen yet. */
export async function createServer(
  options: ServerOptions,
): Promise<{ app: FastifyInstance; metrics: Metrics; store: Store }> {
  const { config, keyCooldownMs, keyRetryMs = 2_000 } = options;
  const { clientId, tenantId, tabEndpoint, authorityHost, graphEndpoint, hostOrigins } = config;
  const metrics = createMetrics(graphEndpoint);
  const http = createHttpClient({ ...options.http, observe: metrics.observeOutgoing });
  const configurations = createOpenidConfigurations(http, authorityHost);
  const keys = createSigningKeys({
    http,
    configurations,
    tenantId,
    ...(keyCooldownMs !== undefined && { cooldownMs: keyCooldownMs }),
  });
  const credential = toMsalCredential(config.credential);
  const memory = createMemoryGraphTokenCache(config.tokenCacheMax);
  const shared =
    config.sharedTokenCache &&
    createRedisGraphTokenCache({
      ...config.sharedTokenCache,
      onChange: (state, cause) => {
        if (state === 'available') app.log.info('the shared token cache answers again');
        else app.log.warn({ cause }, 'the shared token cache does not answer; going on without it');
      },
    });

  const store = createStore({
    config: config.store,
    codeFolder: options.storeFolder,
    retentionDays: config.confirmationRetentionDays,
    onUnavailable: (cause) => {
      app.log.error({ cause: String(cause) }, 'confirmations cannot be stored; the lists are not affected');
    },
  });

  const app = await createApp({
    config,
    verifySsoToken: rememberVerified(
      createSsoTokenVerifier({ keys, configurations, clientId, tenantId, tabEndpoint }),
      config.tokenCacheMax,
    ),
    onBehalfOf: createOnBehalfOf({
      exchange: createExchange({ http, configurations, clientId, credential, authorityHost, graphEndpoint }),
      cache: shared === undefined ? memory : createLayeredGraphTokenCache(memory, shared),
      observe: metrics.observeTokenCache,
    }),
    graph: createGraphClient(http, graphEndpoint),
    store,
    isReady: keys.isReady,
    pages: await readPages(options.pagesFolder, {
      clientId,
      tenantId,
      authorityHost,
      graphEndpoint,
      hostOrigins,
    }),
    observe: metrics.observeRequest,
    ...(options.deadlineMs !== undefined && { deadlineMs: options.deadlineMs }),
    ...(options.logStream && { logStream: options.logStream }),
  });

  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const keepKeys = async (): Promise<void> => {
    try {
      await keys.refresh();
    } catch (error) {
      app.log.warn(
        { cause: String(error) },
        'the keys of the identity provider cannot be fetched; trying again',
      );
    }
    if (!isClosed)
      timer = setTimeout(() => void keepKeys(), keys.isReady() ? keyRefreshMs : keyRetryMs).unref();
  };
  app.addHook('onReady', (done) => {
    void keepKeys();
    shared?.connect();
    done();
  });
  app.addHook('onClose', async () => {
    isClosed = true;
    clearTimeout(timer);
    shared?.close();
    await store.close();
    await http.close();
  });
  return { app, metrics, store };
}
