import type { FastifyInstance, FastifyRequest } from 'fastify';

export type RequestEnd = {
  /** Route template. The URL itself may contain personal data. */
  readonly route: string;
  /** Status of the response, or 499 if the client closed the connection before it. */
  readonly status: number;
  readonly ms: number;
};

/** nginx's "client closed request". It is never sent. */
export const callerGone = 499;

/** Calls `tell` exactly once per request, also if the client closes the connection early. */
export function onRequestEnd(
  app: FastifyInstance,
  tell: (request: FastifyRequest, end: RequestEnd) => void,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.on('close', () => {
      tell(request, {
        route: request.routeOptions.url ?? 'unknown',
        status: reply.raw.writableFinished ? reply.statusCode : callerGone,
        ms: reply.elapsedTime,
      });
    });
    done();
  });
}
