import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How a request ended. */
export type RequestEnd = {
  /** The route's template: never the address, which may name somebody. */
  readonly route: string;
  /** What it was answered with; 499 when the caller went away before there was an answer. */
  readonly status: number;
  readonly ms: number;
};

/** As nginx has it, and after it everybody: there is no such status on the wire. */
export const callerGone = 499;

/** Tells once of every request how it ended, also of those whose caller went away. */
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
