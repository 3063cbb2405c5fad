import { createClient } from '@redis/client';
import { withTimeout } from '../http/withTimeout.js';

export type RedisConnectionOptions = {
  readonly url: string;
  /** Milliseconds that one operation may take before its caller goes on without it. Default 150. */
  readonly operationMs?: number;
  /** Milliseconds after a failure in which Redis is not asked. Default 1000. */
  readonly restMs?: number;
  /** Told when Redis stops answering, and when it answers again. */
  readonly onChange?: (state: 'unavailable' | 'available', cause?: unknown) => void;
};

export type RedisConnection = {
  /** What Redis gives; undefined when it does not answer, soon enough or at all. Never throws. */
  readonly attempt: <Result>(
    operation: (client: RedisClient) => Promise<Result>,
  ) => Promise<Result | undefined>;
  /** Begins to connect, and goes on trying by itself; nobody waits for it. */
  readonly connect: () => void;
  readonly close: () => void;
};

export type RedisClient = ReturnType<typeof createRedisClient>;

const createRedisClient = (url: string) =>
  createClient({
    url,
    // What cannot be sent now is not wanted later.
    disableOfflineQueue: true,
    pingInterval: 2_000,
    socket: {
      connectTimeout: 2_000,
      // A Redis that hangs is left after so long, and everything that waits for it fails.
      socketTimeout: 5_000,
      reconnectStrategy: (count) => Math.min(100 * 2 ** count, 2_000) * (0.5 + Math.random() / 2),
    },
  });

/** A Redis that we can do without: nobody fails because of it, and nobody waits for it for long. */
export function createRedisConnection(options: RedisConnectionOptions): RedisConnection {
  const { operationMs = 150, restMs = 1_000, onChange } = options;
  const client = createRedisClient(options.url);
  let isAvailable = true;
  let restUntilMs = -Infinity;
  let isClosed = false;

  const change = (available: boolean, cause?: unknown) => {
    if (!available) restUntilMs = performance.now() + restMs;
    if (available === isAvailable || isClosed) return;
    isAvailable = available;
    onChange?.(available ? 'available' : 'unavailable', cause);
  };
  client.on('error', (error) => {
    change(false, error);
  });

  return {
    attempt: async (operation) => {
      if (!client.isReady || performance.now() < restUntilMs) return undefined;
      try {
        const result = await withTimeout(() => operation(client), operationMs);
        change(true);
        return result;
      } catch (error) {
        change(false, error);
        return undefined;
      }
    },
    connect: () => {
      // Told by the error event as well.
      client.connect().catch(() => undefined);
    },
    close: () => {
      isClosed = true;
      client.destroy();
    },
  };
}
