import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdHeader } from '../../contract/paths.js';
import { problemContentType } from '../../contract/problem.js';
import { Problem } from '../Problem.js';
import { CallerGone } from '../time/Deadline.js';
import { toCause } from '../toCause.js';

/** Converts every error to a problem response. Other code throws. */
export function installErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => answer(toProblem(error, request), request, reply));
}

/** Answers `not_found` before the body is parsed. `count` may throw Problem `rate_limited`. */
export function installNotFound(
  app: FastifyInstance,
  count: (request: FastifyRequest) => Promise<void>,
): void {
  const refuse = async (request: FastifyRequest): Promise<never> => {
    await count(request);
    throw new Problem({ code: 'not_found' }, 'This path does not exist.');
  };
  // An async hook would make every request wait for a promise.
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.is404) refuse(request).catch(done);
    else done();
  });
  // Reached by routes that call `reply.callNotFound()`, such as /assets/ for a missing file.
  app.setNotFoundHandler(refuse);
}

/** Answers a path that cannot be decoded, which Fastify rejects before any hook. `count` may throw `rate_limited`. */
export function answerBadPath(
  request: FastifyRequest,
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
  count: (address: string) => void,
): void {
  void reply.headers({ ...headers, [correlationIdHeader]: request.id });
  const refusal = new Problem({ code: 'invalid_request' }, 'The path cannot be decoded.');
  const problem = toCounted(refusal, () => count(request.ip));
  answer(problem, request, reply);
}

/** Counts the refusal. Returns it, or the Problem that `count` throws. */
function toCounted(refusal: Problem, count: () => void): Problem {
  try {
    count();
    return refusal;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.problem = problem;
  return (
    reply
      .status(problem.status)
      .headers(toHeaders(problem))
      // Fastify appends a charset to the content type of a string, but not of a buffer.
      .send(Buffer.from(JSON.stringify(problem.toDetails(request.id))))
  );
}

function toHeaders({ status, reason }: Problem): Readonly<Record<string, string>> {
  const isAboutToken = status === 401 || reason.code === 'insufficient_scope';
  return {
    'content-type': problemContentType,
    'cache-control': 'no-store',
    ...(isAboutToken && { 'www-authenticate': `Bearer error="${reason.code}"` }),
    ...('retryAfter' in reason && { 'retry-after': String(reason.retryAfter) }),
  };
}

function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) {
    if (error.reason.code === 'misconfigured') request.log.error({ cause: toCause(error) }, credentialHint);
    return error;
  }
  if (error instanceof CallerGone)
    return new Problem({ code: 'internal_error' }, 'The client closed the connection.');
  // Fastify's own errors, such as a body that is too large.
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem({ code: 'invalid_request' }, 'The request is not valid.', { cause: error });
  }
  request.log.error({ err: error }, 'unexpected error');
  const detail = 'The server failed unexpectedly. The error has been logged.';
  return new Problem({ code: 'internal_error' }, detail, { cause: error });
}

const credentialHint =
  'Entra rejects this app; check AAD_APP_CLIENT_ID, AAD_APP_TENANT_ID and the credential (SECRET_AAD_APP_CLIENT_SECRET, ' +
  'AAD_APP_CERTIFICATE_PATH or AAD_APP_MANAGED_IDENTITY_CLIENT_ID); the cause contains the AADSTS code';

/** Time between the response and the end of a refused connection. */
const lingerMs = 1_000;

/**
 * Answers requests that Node's HTTP parser rejects. Headers over the limit of 16 KiB are answered with `invalid_token`,
 * because the SSO token is the only long header that the API expects.
 * @param count counts the refusal against the address of the connection. May throw Problem `rate_limited`.
 */
export function createClientErrorHandler(
  securityHeaders: Readonly<Record<string, string>>,
  count: (address: string) => void,
) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    // Since Node 24 the parser also reports data that arrives after the response.
    if (socket.writableEnded) return;
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
      socket.destroy();
      return;
    }
    const correlationId = randomUUID();
    const refusal =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? new Problem({ code: 'invalid_token' }, 'The headers exceed 16 KiB. An SSO token has a few KiB.')
        : new Problem({ code: 'invalid_request' }, 'This is not a valid HTTP request.');
    const problem = toCounted(refusal, () => count(socket.remoteAddress ?? ''));
    const body = JSON.stringify(problem.toDetails(correlationId));
    const headers = {
      ...securityHeaders,
      ...toHeaders(problem),
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
      [correlationIdHeader]: correlationId,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
    );
    // Closing at once could reset the connection while the client still sends, and the response would be lost.
    socket.resume();
    setTimeout(() => socket.destroy(), lingerMs).unref();
  };
}
