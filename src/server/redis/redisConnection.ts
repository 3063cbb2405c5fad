import { createClient } from '@redis/client';
import { withTimeout } from '../time/Deadline.js';

export type RedisConnectionOptions = {
  readonly url: string;
  /** Milliseconds after which the caller continues without the result. Default 150. */
  readonly operationMs?: number;
  readonly onChange?: (state: 'unavailable' | 'available', cause?: unknown) => void;
};

export type RedisConnection = ReturnType<typeof createRedisConnection>;

/** Milliseconds after a failure during which Redis is not used. */
const restMs = 1_000;

/** Creates a connection to an optional Redis. Failures never propagate, and waits are short. */
export function createRedisConnection(options: RedisConnectionOptions) {
  const { operationMs = 150, onChange } = options;
  const client = createClient({
    url: options.url,
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
    /** Returns the result, or undefined if Redis is unavailable or too slow. Never throws. */
    attempt: async <Result>(
      operation: (redis: typeof client) => Promise<Result>,
    ): Promise<Result | undefined> => {
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
    /** Connects in the background and reconnects automatically. */
    connect: (): void => {
      // The error event reports the failure as well.
      client.connect().catch(() => undefined);
    },
    close: (): void => {
      isClosed = true;
      client.destroy();
    },
  };
}
