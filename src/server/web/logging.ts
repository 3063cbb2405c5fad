import { createHmac, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import { isGuid } from '../../contract/guid.js';
import { correlationIdHeader } from '../../contract/paths.js';
import { findCaller, type Caller } from '../caller/requireCaller.js';
import { callerGone, onRequestEnd } from './requestEnd.js';
import { toCause, toLoggedError } from './toCause.js';

/** The caller's correlation id when it is a GUID, else a new one. */
export function toCorrelationId(header: string | string[] | undefined): string {
  return typeof header === 'string' && isGuid(header) ? header.toLowerCase() : randomUUID();
}

/**
 * JSON lines. Redaction is the second line of defence: nothing that is redacted here is handed to the logger at all.
 * @param stream where they go. Default: the process's standard output
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

/** One line a request: correlation id, route, status, milliseconds, problem code, Graph's request ids, a hash of the user. */
export function installRequestLog(app: FastifyInstance, toLogHash: LogHash): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header(correlationIdHeader, request.id);
    done();
  });
  onRequestEnd(app, (request, { route, status, ms }) => {
    if (!isTold(app)) return;
    const { problem } = request;
    const caller = findCaller(request);
    const graphRequestIds = caller?.scope.graphRequestIds ?? [];
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
      status === callerGone ? 'the caller went away' : 'request',
    );
  });
}

/** Nothing is put together for a line that is not written. */
const isTold = (app: FastifyInstance): boolean => ['info', 'debug', 'trace'].includes(app.log.level);

/** Stands for a user or a tenant in the log. Without the key, no one can tell whom it stands for by trying ids. */
export type LogHash = (id: string | Pick<Caller['user'], 'tenantId' | 'objectId'>) => string;

/** @param key 32 bytes, the same on all instances */
export const createLogHash =
  (key: Buffer): LogHash =>
  (id) =>
    createHmac('sha256', key)
      .update(typeof id === 'string' ? id : `${id.tenantId}.${id.objectId}`)
      .digest('base64url')
      .slice(0, 16);
