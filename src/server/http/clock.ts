import type { Signal } from './Signal.js';

/** Time, as far as calls to others need it; tests hold it still. */
export type Clock = {
  /** Ms since the epoch. */
  readonly nowMs: () => number;
  /** Ms since some moment; never steps back, as the system's time may. */
  readonly monotonicMs: () => number;
  /** Aborts after so many milliseconds; its reason is an error of the name `TimeoutError`. */
  readonly timeout: (ms: number) => AbortSignal;
  /** Ends after so many milliseconds; throws the signal's reason when that aborts before. */
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
