import { createHmac, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import { isGuid } from '../../contract/guid.js';
import { correlationIdHeader } from '../../contract/paths.js';
import { findCaller, type Caller } from '../caller/requireCaller.js';
import { callerGone, onRequestEnd } from './requestEnd.js';
import { toCause, toLoggedError } from '../toCause.js';

/** Returns the client's correlation id if it is a GUID, else a new one. */
export function toCorrelationId(header: string | string[] | undefined): string {
  return typeof header === 'string' && isGuid(header) ? header.toLowerCase() : randomUUID();
}

/**
 * Logs JSON lines. Redaction is only a second line of defence: no code passes these properties to the logger.
 * @param stream default: standard output
 */
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

/** Logs one line per request: correlation id, route, status, milliseconds, problem code, Graph's request ids, user hash. */
export function installRequestLog(app: FastifyInstance, toLogHash: LogHash): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationIdHeader, request.id);
    done();
  });
  onRequestEnd(app, (request, { route, status, ms }) => {
    if (!isLogged(app)) return;
    const { problem } = request;
    const caller = findCaller(request);
    const graphRequestIds = caller?.graph.requestIds ?? [];
    request.log.info(
      {
        method: request.method,
        route,
        status,
        ms: Math.round(ms),
        ...(problem && { code: problem.reason.code, cause: toCause(problem) }),
        ...(caller && { user: toLogHash(caller.user) }),
        ...(graphRequestIds.length > 0 && { graphRequestIds }),
      },
      status === callerGone ? 'the client closed the connection' : 'request',
    );
  });
}

/** Avoids the cost of a line that the log level drops. */
const isLogged = (app: FastifyInstance): boolean => ['info', 'debug', 'trace'].includes(app.log.level);

/** Pseudonym of a user or a tenant in the log. Without the key, it cannot be resolved by trying ids. */
export type LogHash = (id: string | Pick<Caller['user'], 'tenantId' | 'objectId'>) => string;

/** @param key 32 bytes, the same on all instances if hashes are to be comparable */
export const createLogHash =
  (key: Buffer): LogHash =>
  (id) =>
    createHmac('sha256', key)
      .update(typeof id === 'string' ? id : `${id.tenantId}.${id.objectId}`)
      .digest('base64url')
      .slice(0, 16);
