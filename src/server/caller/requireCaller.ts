import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OnBehalfOf } from '../auth/onBehalfOf.js';
import { requireSsoUser } from '../auth/requireSsoUser.js';
import type { SsoUser, VerifySsoToken } from '../auth/verifySsoToken.js';
import type { Graph, GraphClient } from '../graph/graphClient.js';
import { createRequestScope, inTime, type RequestScope } from '../http/RequestScope.js';
import { Problem } from '../Problem.js';

/** Who asks, until when, and Microsoft Graph as this user and until then. */
export type Caller = {
  readonly user: SsoUser;
  readonly scope: RequestScope;
  readonly graph: Graph;
};

export type CallerOptions = {
  readonly verifySsoToken: VerifySsoToken;
  readonly onBehalfOf: OnBehalfOf;
  readonly graph: GraphClient;
  /** Milliseconds from a request's arrival. */
  readonly deadlineMs: number;
  /** Milliseconds that an answer waits for what may fail alone: names, presence, photos. */
  readonly sideMs: number;
};

/** Counts the refusal of a request without a valid token; may throw `rate_limited` in its place. */
export type CountRefusal = (request: FastifyRequest) => Promise<void>;

const decoration = 'caller';

/** From here on, every route of this context has a caller, or throws what `requireSsoUser` throws before it is asked. */
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
        // Only an outage is not the sender's fault. An unexpected error may be caused by what was sent.
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

/** For routes behind `requireCaller`; elsewhere Fastify throws. */
export const callerOf = (request: FastifyRequest): Caller => request.getDecorator<Caller>(decoration);

/** For what sees every request: undefined where no caller is asked for, or none was let in. */
export const findCaller = (request: FastifyRequest): Caller | undefined =>
  decoration in request ? request.getDecorator<Caller | undefined>(decoration) : undefined;
