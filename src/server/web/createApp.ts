import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { correlationIdHeader, health } from '../../contract/paths.js';
import { requireCaller, type CallerOptions } from '../caller/requireCaller.js';
import type { Config } from '../config.js';
import type { Confirmations } from '../confirmations/createConfirmations.js';
import type { Clock } from '../time/clock.js';
import type { Notifications } from '../notifications/createNotifications.js';
import type { Problem } from '../Problem.js';
import type { Pages } from '../routes/builtPages.js';
import { confirmationRoutes } from '../routes/confirmations.js';
import { delegationRoutes, peopleRoutes } from '../routes/delegations.js';
import { notificationRoutes } from '../routes/notifications.js';
import { pageRoutes } from '../routes/pages.js';
import { createProxyTrust } from './addresses.js';
import {
  answerBadPath,
  createClientErrorHandler,
  installErrorHandler,
  installNotFound,
} from './errorHandler.js';
import { installGracefulClose } from './gracefulClose.js';
import { installSecurityHeaders, toSecurityHeaders } from './headers.js';
import { createLogHash, installRequestLog, toCorrelationId } from './logging.js';
import { createRateLimit, type SharedWindow } from './rateLimit.js';

declare module 'fastify' {
  interface FastifyRequest {
    problem: Problem | undefined;
  }
}

export type AppOptions = {
  readonly config: Pick<
    Config,
    'tabEndpoint' | 'authorityHost' | 'hostOrigins' | 'rateLimitPerMinute' | 'trustProxy' | 'logKey'
  >;
  readonly log: FastifyBaseLogger;
  readonly caller: CallerOptions;
  readonly confirmations: Confirmations;
  /** Undefined: notifications are off. */
  readonly notifications?: Notifications | undefined;
  readonly isReady: () => boolean;
  readonly pages: Pages;
  readonly observe?: ((route: string, status: number, seconds: number) => void) | undefined;
  readonly sharedWindow?: SharedWindow | undefined;
  readonly clock?: Clock | undefined;
};

/** Creates the Fastify application. It does not listen yet. */
export async function createApp(options: AppOptions) {
  const { config, notifications } = options;
  const securityHeaders = toSecurityHeaders(config, options.pages.styleHashes);
  const rateLimit = createRateLimit(config.rateLimitPerMinute, options.sharedWindow, options.clock);
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    genReqId: (request) => toCorrelationId(request.headers[correlationIdHeader]),
    // A valid id has up to 128 characters, more if percent-encoded. The router must let longer ones through to `invalid_id`.
    routerOptions: { maxParamLength: 4_096, caseSensitive: true },
    bodyLimit: 16_384,
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 72_000,
    http: { maxHeaderSize: 16_384, headersTimeout: 15_000 },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: createClientErrorHandler(securityHeaders, rateLimit.countRefusalHere),
    frameworkErrors: (_error, request, reply) => {
      answerBadPath(request, reply, securityHeaders, rateLimit.countRefusalHere);
    },
    // Input is validated with zod. The replacements keep Fastify from loading its two schema compilers.
    schemaController: { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } },
    ...(config.trustProxy !== undefined && { trustProxy: createProxyTrust(config.trustProxy) }),
  });
  app.decorateRequest('problem', undefined);

  const { isStopping, stop } = installGracefulClose(app);
  installErrorHandler(app);
  installRequestLog(app, createLogHash(config.logKey), options.observe);
  installSecurityHeaders(app, securityHeaders);
  installNotFound(app, rateLimit.countRefusal);

  healthRoutes(app, isStopping, options.isReady);
  await app.register((api, _options, done) => {
    api.addHook('onRequest', (_request, reply, done) => {
      void reply.header('cache-control', 'no-store');
      done();
    });
    requireCaller(api, options.caller, rateLimit.countRefusal);
    api.addHook('onRequest', rateLimit.countCaller);
    delegationRoutes(api, notifications?.listReads);
    peopleRoutes(api);
    confirmationRoutes(api, options.confirmations, notifications?.listReads);
    notificationRoutes(api, notifications);
    done();
  });
  await pageRoutes(app, options.pages, rateLimit.countPage);
  return { app, stop };
}

function healthRoutes(app: FastifyInstance, isStopping: () => boolean, isReady: () => boolean): void {
  app.get(health.alive, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get(health.ready, (_request, reply) => {
    const waiting = isReady() ? undefined : 'waiting for the keys of the identity provider';
    const obstacle = isStopping() ? 'stopping' : waiting;
    return reply
      .status(obstacle === undefined ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: obstacle ?? 'ready' });
  });
}

function refuseSchema(): never {
  throw new Error('Routes have no JSON schema: zod validates requests.');
}
