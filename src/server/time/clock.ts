import type { Signal } from './Deadline.js';

/** Time source of outbound calls. Tests use a fake. */
export type Clock = {
  /** Ms since the epoch. */
  readonly nowMs: () => number;
  /** Milliseconds since an arbitrary moment. Monotonic, unlike system time. */
  readonly monotonicMs: () => number;
  /** Aborts after `ms` with a `TimeoutError`. */
  readonly timeout: (ms: number) => AbortSignal;
  /** Resolves after `ms`. Throws the signal's reason if the signal aborts first. */
  readonly sleep: (ms: number, signal?: Signal) => Promise<void>;
};

export const systemClock: Clock = {
  nowMs: Date.now,
  monotonicMs: () => performance.now(),
  timeout: (ms) => AbortSignal.timeout(Math.max(0, ms)),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, ms);
      if (signal?.aborted === true) stop();
      else signal?.addEventListener('abort', stop);
    }),
};
