import type { FastifyInstance } from 'fastify';

/** Interval at which `preClose` checks for running requests. */
const lookMs = 50;

/**
 * Stops in three steps. First the app reports that it stops but still accepts requests, so that the load balancer can drain
 * it. Then it accepts none and waits for running ones. Last it closes all connections: Node closes idle ones itself, but not
 * the unused ones that browsers open in advance.
 */
export function installGracefulClose(app: FastifyInstance) {
  let running = 0;
  let isStopping = false;
  app.addHook('onRequest', (_request, reply, done) => {
    running += 1;
    reply.raw.on('close', () => {
      running -= 1;
    });
    // The client must open its next connection to another instance.
    if (isStopping) void reply.header('connection', 'close');
    done();
  });
  app.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      if (running > 0 || app.server.listening) return;
      clearInterval(timer);
      app.server.closeAllConnections();
    }, lookMs);
    done();
  });
  return {
    isStopping: () => isStopping,
    /** Closes the app once `drained` resolves. Resolves after the last running request. */
    stop: async (drained: Promise<unknown>): Promise<void> => {
      isStopping = true;
      await drained;
      await app.close();
    },
  };
}
