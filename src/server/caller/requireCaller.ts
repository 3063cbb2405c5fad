import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OnBehalfOf } from '../auth/onBehalfOf.js';
import { requireSsoUser } from '../auth/requireSsoUser.js';
import type { SsoUser, VerifySsoToken } from '../auth/verifySsoToken.js';
import type { Graph, GraphClient } from '../graph/graphClient.js';
import { createRequestScope, inTime, type RequestScope } from '../time/RequestScope.js';
import { Problem } from '../Problem.js';

/** The authenticated user of a request, its deadlines, and a Graph client bound to both. */
export type Caller = {
  readonly user: SsoUser;
  readonly scope: RequestScope;
  readonly graph: Graph;
};

export type CallerOptions = {
  readonly verifySsoToken: VerifySsoToken;
  readonly onBehalfOf: OnBehalfOf;
  readonly graph: GraphClient;
  /** Milliseconds from the arrival of a request. */
  readonly deadlineMs: number;
  /** Milliseconds that a response waits for optional data: names, presence, photos. */
  readonly sideMs: number;
};

/** Counts a request without a valid token. May throw `rate_limited` instead of the original error. */
export type CountRefusal = (request: FastifyRequest) => Promise<void>;

const decoration = 'caller';

/** Authenticates every route in this Fastify context. Throws what `requireSsoUser` throws. */
export function requireCaller(
  api: FastifyInstance,
  options: CallerOptions,
  countRefusal: CountRefusal,
): void {
  const { verifySsoToken, onBehalfOf, graph, deadlineMs, sideMs } = options;
  api.decorateRequest(decoration);
  api.addHook('onRequest', async (request, reply) => {
    const { scope, end, abandon } = createRequestScope(request.id, deadlineMs, sideMs);
    reply.raw.on('close', () => {
      if (reply.raw.writableFinished) end();
      else abandon();
    });
    const user = await inTime(requireSsoUser(request.raw, verifySsoToken), scope).catch(
      async (refusal: unknown) => {
        // Count everything except outages. The request may have caused an unexpected error.
        const isOutage = refusal instanceof Problem && refusal.status >= 500;
        if (!isOutage) await countRefusal(request);
        throw refusal;
      },
    );
    const tokens = {
      tenantId: user.tenantId,
      get: (refused?: Parameters<OnBehalfOf['getGraphToken']>[1]) => onBehalfOf.getGraphToken(user, refused),
      drop: () => onBehalfOf.drop(user),
    };
    request.setDecorator<Caller>(decoration, { user, scope, graph: graph(tokens, scope) });
  });
}

/** Returns the caller of a route behind `requireCaller`. Throws on other routes. */
export const callerOf = (request: FastifyRequest): Caller => request.getDecorator<Caller>(decoration);

/** Returns undefined if the route requires no caller or authentication failed. */
export const findCaller = (request: FastifyRequest): Caller | undefined =>
  decoration in request ? request.getDecorator<Caller | undefined>(decoration) : undefined;
