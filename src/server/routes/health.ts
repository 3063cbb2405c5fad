import type { FastifyInstance } from 'fastify';
import { health } from '../../contract/paths.js';

export type Readiness = 'ready' | 'waiting for the keys of the identity provider' | 'stopping';

/** Ready means that the identity provider's keys are known and the server is not stopping. */
export function healthRoutes(app: FastifyInstance, getReadiness: () => Readiness): void {
  app.get(health.alive, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get(health.ready, (_request, reply) => {
    const status = getReadiness();
    return reply
      .status(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status });
  });
}
