import type { FastifyInstance } from 'fastify';

/** Milliseconds between two looks at whether requests still run. */
const lookMs = 50;

/**
 * On close, lets running requests end, then cuts every connection. Node closes idle ones by itself, but waits for those on
 * which nothing was ever asked, as browsers open them in advance.
 */
export function installGracefulClose(app: FastifyInstance): void {
  let running = 0;
  app.addHook('onRequest', (_request, reply, done) => {
    running += 1;
    reply.raw.once('close', () => {
      running -= 1;
    });
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
}
