import type { FastifyInstance } from 'fastify';

export type Stopping = {
  readonly isStopping: () => boolean;
  /** From now on it is stopping; closes once `drained`. Ends when nothing runs any more. */
  readonly stop: (drained: Promise<unknown>) => Promise<void>;
};

/** Milliseconds between two looks at whether requests still run. */
const lookMs = 50;

/**
 * Stopping in three steps: it says that it stops and still takes requests, so that whoever balances the load turns to
 * others; it takes no more, and lets running ones end; it cuts every connection. Node closes idle ones by itself, but waits
 * for those on which nothing was ever asked, as browsers open them in advance.
 */
export function installGracefulClose(app: FastifyInstance): Stopping {
  let running = 0;
  let isStopping = false;
  app.addHook('onRequest', (_request, reply, done) => {
    running += 1;
    reply.raw.on('close', () => {
      running -= 1;
    });
    // A connection that is kept would bring its next request here too.
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
    stop: async (drained) => {
      isStopping = true;
      await drained;
      await app.close();
    },
  };
}
