import { createClient } from '@redis/client';
import { withTimeout } from '../time/Deadline.js';

export type RedisConnectionOptions = {
  readonly url: string;
  /** Milliseconds after which the caller continues without the result. Default 150. */
  readonly operationMs?: number;
  /** Milliseconds after a failure during which Redis is not used. Default 1000. */
  readonly restMs?: number;
  /** Called when Redis becomes unavailable or available again. */
  readonly onChange?: (state: 'unavailable' | 'available', cause?: unknown) => void;
};

export type RedisConnection = {
  /** Returns the result, or undefined if Redis is unavailable or too slow. Never throws. */
  readonly attempt: <Result>(
    operation: (client: RedisClient) => Promise<Result>,
  ) => Promise<Result | undefined>;
  /** Connects in the background and reconnects automatically. */
  readonly connect: () => void;
  readonly close: () => void;
};

export type RedisClient = ReturnType<typeof createRedisClient>;

const createRedisClient = (url: string) =>
  createClient({
    url,
    // Do not queue commands while disconnected.
    disableOfflineQueue: true,
    pingInterval: 2_000,
    socket: {
      connectTimeout: 2_000,
      // Close a connection that hangs, so that its pending commands fail.
      socketTimeout: 5_000,
      reconnectStrategy: (count) => Math.min(100 * 2 ** count, 2_000) * (0.5 + Math.random() / 2),
    },
  });

/** Creates a connection to an optional Redis. Failures never propagate, and waits are short. */
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
  client.on('error', (error) => change(false, error));

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
      // The error event reports the failure as well.
      client.connect().catch(() => undefined);
    },
    close: () => {
      isClosed = true;
      client.destroy();
    },
  };
}
