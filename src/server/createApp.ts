import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { requireSsoUser } from './auth/requireSsoUser.js';
import type { GraphToken } from './auth/graphTokenCache.js';
import type { OnBehalfOf } from './auth/onBehalfOf.js';
import type { SsoUser, VerifySsoToken } from './auth/verifySsoToken.js';
import type { Config } from './config.js';
import { createClientErrorHandler } from './clientError.js';
import { answerBadPath, installErrorHandler } from './errorHandler.js';
import { installGracefulClose } from './gracefulClose.js';
import type { GraphClient, GraphSession } from './graph/graphClient.js';
import { createRequestScope, type RequestScope } from './http/RequestScope.js';
import { installRequestLog, loggerOptions, toCorrelationId } from './logging.js';
import type { Problem } from './Problem.js';
import { installRateLimit } from './rateLimit.js';
import { apiRoutes } from './routes/api.js';
import { confirmationRoutes } from './routes/confirmations.js';
import { healthRoutes } from './routes/health.js';
import { pageRoutes, type Pages } from './routes/pages.js';
import { installSecurityHeaders, toSecurityHeaders } from './securityHeaders.js';
import type { Store } from './store/store.js';

declare module 'fastify' {
  interface FastifyRequest {
    ssoUser: SsoUser | undefined;
    graphScope: RequestScope | undefined;
    problem: Problem | undefined;
  }
}

export type AppOptions = {
  readonly config: Pick<
    Config,
    'tabEndpoint' | 'authorityHost' | 'hostOrigins' | 'logLevel' | 'rateLimitPerMinute' | 'trustProxy'
  >;
  readonly verifySsoToken: VerifySsoToken;
  readonly onBehalfOf: OnBehalfOf;
  readonly graph: GraphClient;
  readonly store: Store;
  readonly isReady: () => boolean;
  readonly pages: Pages;
  /** Milliseconds that one `/api` request may take in all. Default 10000. */
  readonly deadlineMs?: number;
  /** Where log lines go; the process's standard output when left out. */
  readonly logStream?: { write: (line: string) => void };
  readonly observe?: (route: string, status: number, seconds: number) => void;
};

/** Wires the made parts to a web application; does not listen. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, onBehalfOf, deadlineMs = 10_000 } = options;
  const securityHeaders = toSecurityHeaders({ ...config, styleHashes: options.pages.styleHashes });
  const app = Fastify({
    logger: { ...loggerOptions(config.logLevel), ...(options.logStream && { stream: options.logStream }) },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    genReqId: (request) => toCorrelationId(request.headers['x-correlation-id']),
    // An id of 128 characters may be percent-encoded; longer ones are refused by name, not by the router.
    routerOptions: { maxParamLength: 4_096, caseSensitive: true },
    bodyLimit: 16_384,
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    keepAliveTimeout: 72_000,
    http: { maxHeaderSize: 16_384, headersTimeout: 15_000 },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: createClientErrorHandler(securityHeaders),
    frameworkErrors: (_error, request, reply) => {
      answerBadPath(request, reply, securityHeaders);
    },
    ...(config.trustProxy !== undefined && { trustProxy: config.trustProxy }),
  });
  app.decorateRequest('ssoUser', undefined);
  app.decorateRequest('graphScope', undefined);
  app.decorateRequest('problem', undefined);

  installGracefulClose(app);
  installErrorHandler(app);
  installRequestLog(app);
  installSecurityHeaders(app, securityHeaders);
  app.addHook('onResponse', (request, reply, done) => {
    options.observe?.(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });

  healthRoutes(app, options.isReady);
  await app.register(async (api) => {
    await installRateLimit(api, config.rateLimitPerMinute);
    api.addHook('onRequest', async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      request.ssoUser = await requireSsoUser(request.raw, options.verifySsoToken);
      const { scope, end, abandon } = createRequestScope(request.id, deadlineMs);
      request.graphScope = scope;
      reply.raw.once('close', () => {
        if (reply.raw.writableFinished) end();
        else abandon();
      });
    });
    const { graph, store } = options;
    const toSession = (request: FastifyRequest): GraphSession => {
      const ssoUser = toUser(request);
      if (request.graphScope === undefined) throw new Error('A route was asked before its hooks.');
      // One look-up for all calls of a request, until Graph refuses what it gave.
      let token: Promise<GraphToken> | undefined;
      return {
        scope: request.graphScope,
        getToken: (refused) => {
          if (refused !== undefined || token === undefined)
            token = onBehalfOf.getGraphToken(ssoUser, refused);
          return token;
        },
        dropToken: () => onBehalfOf.drop(ssoUser),
      };
    };
    apiRoutes(api, { graph, toSession });
    confirmationRoutes(api, { graph, store, toSession, toOwner: toUser });
  });
  await pageRoutes(app, options.pages);
  return app;
}

function toUser({ ssoUser }: FastifyRequest): SsoUser {
  if (ssoUser === undefined) throw new Error('A route was asked before its hooks.');
  return ssoUser;
}
