import { createHmac, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import { isGuid } from '../../contract/guid.js';
import { correlationIdHeader } from '../../contract/paths.js';
import { findCaller } from '../caller/requireCaller.js';
import { toCause, toLoggedError } from '../toCause.js';
import type { User } from '../User.js';

/** Returns the client's correlation id if it is a GUID, else a new one. */
export function toCorrelationId(header: string | string[] | undefined): string {
  return typeof header === 'string' && isGuid(header) ? header.toLowerCase() : randomUUID();
}

/** Logs JSON lines. Redaction is only a second line of defence: no code passes these properties to the logger. */
export function createLogger(level: string, stream?: DestinationStream): FastifyBaseLogger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: toLoggedError },
    redact: {
      paths: [
        'authorization',
        'headers',
        'req',
        'res',
        '*.authorization',
        '*.headers',
        '*.accessToken',
        '*.ssoToken',
      ],
      remove: true,
    },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}

/** nginx's "client closed request". It is never sent. */
const callerGone = 499;

/**
 * Logs one line per request, also if the client closes the connection early: correlation id, route, status, milliseconds,
 * problem code, Graph's request ids, user hash.
 * @param observe called once per request. The route is a template: the URL itself may contain personal data.
 */
export function installRequestLog(
  app: FastifyInstance,
  toLogHash: LogHash,
  observe?: (route: string, status: number, seconds: number) => void,
): void {
  // Avoids the cost of a line that the log level drops.
  const isLogged = ['info', 'debug', 'trace'].includes(app.log.level);
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationIdHeader, request.id);
    reply.raw.on('close', () => {
      const route = request.routeOptions.url ?? 'unknown';
      const status = reply.raw.writableFinished ? reply.statusCode : callerGone;
      const ms = reply.elapsedTime;
      observe?.(route, status, ms / 1000);
      if (isLogged) logRequest(request, { route, status, ms: Math.round(ms) }, toLogHash);
    });
    done();
  });
}

function logRequest(
  request: FastifyRequest,
  end: { readonly route: string; readonly status: number; readonly ms: number },
  toLogHash: LogHash,
): void {
  const { problem } = request;
  const caller = findCaller(request);
  const graphRequestIds = caller?.graph.requestIds ?? [];
  request.log.info(
    {
      method: request.method,
      ...end,
      ...(problem && { code: problem.reason.code, cause: toCause(problem) }),
      ...(caller && { user: toLogHash(caller.user) }),
      ...(graphRequestIds.length > 0 && { graphRequestIds }),
    },
    end.status === callerGone ? 'the client closed the connection' : 'request',
  );
}

/** Pseudonym of a user or a tenant in the log. Without the key, it cannot be resolved by trying ids. */
export type LogHash = (id: string | User) => string;

/** @param key 32 bytes, the same on all instances if hashes are to be comparable */
export const createLogHash =
  (key: Buffer): LogHash =>
  (id) =>
    createHmac('sha256', key)
      .update(typeof id === 'string' ? id : `${id.tenantId}.${id.objectId}`)
      .digest('base64url')
      .slice(0, 16);
