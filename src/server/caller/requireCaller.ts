import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OnBehalfOf } from '../auth/onBehalfOf.js';
import type { VerifySsoToken } from '../auth/rememberVerified.js';
import { requireVerifiedToken } from '../auth/requireVerifiedToken.js';
import type { Graph, GraphClient } from '../graph/graphClient.js';
import { createRequestDeadline, inTime, type RequestDeadline } from '../time/Deadline.js';
import { Problem } from '../Problem.js';

/** The authenticated user of a request, its deadline, and a Graph client bound to both. */
export type Caller = {
  /** Lower-case GUIDs. */
  readonly user: { readonly tenantId: string; readonly objectId: string };
  readonly deadline: RequestDeadline;
  readonly graph: Graph;
};

export type CallerOptions = {
  readonly verifySsoToken: VerifySsoToken;
  readonly onBehalfOf: OnBehalfOf;
  readonly graph: GraphClient;
  /** Milliseconds from the arrival of a request. */
  readonly deadlineMs: number;
  /** Milliseconds that a response waits for optional data: names, presence, photos. */
  readonly optionalMs: number;
};

/** Counts a request without a valid token. May throw `rate_limited` instead of the original error. */
export type CountRefusal = (request: FastifyRequest) => Promise<void>;

const decoration = 'caller';

/** Authenticates every route in this Fastify context. Throws what `requireVerifiedToken` throws. */
export function requireCaller(
  api: FastifyInstance,
  options: CallerOptions,
  countRefusal: CountRefusal,
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
      get: (refused?: Parameters<OnBehalfOf['getGraphToken']>[1]) =>
        onBehalfOf.getGraphToken(verified, refused),
      drop: () => onBehalfOf.drop(verified),
    };
    request.setDecorator<Caller>(decoration, {
      user: { tenantId: verified.tenantId, objectId: verified.objectId },
      deadline,
      graph: graph(tokens, deadline),
    });
  });
}

/** Returns the caller of a route behind `requireCaller`. Throws on other routes. */
export const callerOf = (request: FastifyRequest): Caller => request.getDecorator<Caller>(decoration);

/** Returns undefined if the route requires no caller or authentication failed. */
export const findCaller = (request: FastifyRequest): Caller | undefined =>
  decoration in request ? request.getDecorator<Caller | undefined>(decoration) : undefined;
