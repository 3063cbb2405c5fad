import { setTimeout as delay } from 'node:timers/promises';

/** Time, as far as calls to others need it; tests hold it still. */
export type Clock = {
  /** Ms since the epoch. */
  readonly nowMs: () => number;
  /** Aborts after so many milliseconds; its reason is an error of the name `TimeoutError`. */
  readonly timeout: (ms: number) => AbortSignal;
  /** Ends after so many milliseconds; throws the signal's reason when that aborts before. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemClock: Clock = {
  nowMs: Date.now,
  timeout: (ms) => AbortSignal.timeout(Math.max(0, ms)),
  sleep: (ms, signal) =>
    delay(ms, undefined, { signal }).catch(() => {
      throw signal?.reason;
    }),
};
