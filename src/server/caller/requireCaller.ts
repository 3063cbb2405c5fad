import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OnBehalfOf, Renewal } from '../auth/onBehalfOf.js';
import type { VerifiedToken, VerifySsoToken } from '../auth/verifySsoToken.js';
import type { Graph, GraphClient } from '../graph/graphClient.js';
import { createRequestDeadline, inTime, type RequestDeadline } from '../time/Deadline.js';
import { Problem } from '../Problem.js';
import type { User } from '../User.js';

/** The authenticated user of a request, its deadline, and a Graph client bound to both. */
export type Caller = {
  readonly user: User;
  readonly deadline: RequestDeadline;
  readonly graph: Graph;
};

export type CallerOptions = {
  readonly verifySsoToken: VerifySsoToken;
  readonly onBehalfOf: OnBehalfOf;
  readonly graph: GraphClient;
  readonly deadlineMs: number;
  readonly optionalMs: number;
};

const decoration = 'caller';

/**
 * Authenticates every route in this Fastify context. Throws what `requireVerifiedToken` throws.
 * @param countRefusal counts a request without a valid token. May throw `rate_limited` instead of the original error.
 */
export function requireCaller(
  api: FastifyInstance,
  options: CallerOptions,
  countRefusal: (request: FastifyRequest) => Promise<void>,
): void {
  const { verifySsoToken, onBehalfOf, graph, deadlineMs, optionalMs } = options;
  api.decorateRequest(decoration);
  api.addHook('onRequest', async (request, reply) => {
    const { deadline, end, abandon } = createRequestDeadline(deadlineMs, optionalMs);
    reply.raw.on('close', () => {
      if (reply.raw.writableFinished) end();
      else abandon();
    });
    const verified = await inTime(requireVerifiedToken(request.raw, verifySsoToken), deadline).catch(
      async (refusal: unknown) => {
        // Count everything except outages. The request may have caused an unexpected error.
        const isOutage = refusal instanceof Problem && refusal.status >= 500;
        if (!isOutage) await countRefusal(request);
        throw refusal;
      },
    );
    const tokens = {
      tenantId: verified.tenantId,
      get: (renewal?: Renewal) => onBehalfOf.getGraphToken(verified, renewal),
      drop: () => onBehalfOf.drop(verified),
    };
    request.setDecorator<Caller>(decoration, {
      user: { tenantId: verified.tenantId, objectId: verified.objectId },
      deadline,
      graph: graph(tokens, deadline),
    });
  });
}

/**
 * Verifies the bearer token of the Authorization header. Ignores tokens in the query or body.
 * Throws Problem `invalid_token`, `insufficient_scope` or `entra_unavailable`.
 * @see RFC 6750, section 2.1; RFC 9110, section 11.1: the scheme is case-insensitive
 */
async function requireVerifiedToken(
  request: IncomingMessage,
  verify: VerifySsoToken,
): Promise<VerifiedToken> {
  // Node silently drops a second Authorization header, but a proxy may have validated that one.
  const headers = request.rawHeaders.filter(
    (_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === 'authorization',
  );
  const token = /^Bearer ([^\s,]+)$/i.exec(headers[0] ?? '')?.[1];
  if (headers.length !== 1 || token === undefined) {
    throw new Problem(
      { code: 'invalid_token' },
      'Send one Authorization header with the Teams SSO token as a bearer token.',
      {
        cause: `${headers.length} Authorization headers, ${token === undefined ? 'no' : 'one'} bearer token`,
      },
    );
  }
  return await verify(token);
}

/** Returns the caller of a route behind `requireCaller`. Throws on other routes. */
export const callerOf = (request: FastifyRequest): Caller => request.getDecorator<Caller>(decoration);

/** Returns undefined if the route requires no caller or authentication failed. */
export const findCaller = (request: FastifyRequest): Caller | undefined =>
  decoration in request ? request.getDecorator<Caller | undefined>(decoration) : undefined;
