import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { correlationIdHeader } from '../../contract/paths.js';
import { problemContentType } from '../../contract/problem.js';
import { Problem } from '../Problem.js';
import { CallerGone } from '../http/RequestScope.js';
import { toCause } from './toCause.js';

/**
 * The only place that answers with an error. Everything else throws.
 * @param beforeNotFound may throw something else than `not_found`
 */
export function installErrorHandler(
  app: FastifyInstance,
  beforeNotFound: (request: FastifyRequest) => Promise<void>,
): void {
  app.setErrorHandler((error, request, reply) => answer(toProblem(error, request), request, reply));
  app.setNotFoundHandler({ preHandler: beforeNotFound }, (request, reply) =>
    answer(new Problem({ code: 'not_found' }, 'There is nothing at this address.'), request, reply),
  );
}

/** What Fastify refuses before any hook runs: a path that cannot be decoded. */
export function answerBadPath(
  request: FastifyRequest,
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
): void {
  void reply.headers({ ...headers, [correlationIdHeader]: request.id });
  answer(new Problem({ code: 'invalid_request' }, 'The address cannot be decoded.'), request, reply);
}

function answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { reason } = problem;
  request.problem = problem;
  if (problem.status === 401) void reply.header('www-authenticate', `Bearer error="${reason.code}"`);
  if (reason.code === 'insufficient_scope')
    void reply.header('www-authenticate', 'Bearer error="insufficient_scope"');
  if ('retryAfter' in reason) void reply.header('retry-after', String(reason.retryAfter));
  return (
    reply
      .status(problem.status)
      .header('content-type', problemContentType)
      .header('cache-control', 'no-store')
      // As bytes: to a string Fastify would add a charset, which this type does not have.
      .send(Buffer.from(JSON.stringify(problem.toDetails(request.id))))
  );
}

function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) {
    if (error.reason.code === 'misconfigured') request.log.error({ cause: toCause(error) }, credentialHint);
    return error;
  }
  if (error instanceof CallerGone) return new Problem({ code: 'internal_error' }, 'The caller went away.');
  // Fastify's own refusals: a body that is too large, a path that cannot be decoded, …
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem({ code: 'invalid_request' }, 'This request cannot be taken.', { cause: error });
  }
  request.log.error({ err: error }, 'unexpected error');
  return new Problem({ code: 'internal_error' }, 'Something went wrong on our side. It has been logged.', {
    cause: error,
  });
}

const credentialHint =
  'Entra refuses this app: check AAD_APP_CLIENT_ID, AAD_APP_TENANT_ID and the credential (SECRET_AAD_APP_CLIENT_SECRET, ' +
  "AAD_APP_CERTIFICATE_PATH or AAD_APP_MANAGED_IDENTITY_CLIENT_ID); the cause names Entra's own code";
