import type { FastifyInstance } from 'fastify';
import { health } from '../../contract/paths.js';

/** `/healthz`: the process answers. `/readyz`: it can serve, that is, it knows the identity provider's keys. */
export function healthRoutes(app: FastifyInstance, isReady: () => boolean): void {
  app.get(health.alive, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get(health.ready, (_request, reply) => {
    const ready = isReady();
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'waiting for the keys of the identity provider' });
  });
}
