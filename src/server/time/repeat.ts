import { systemClock, type Clock } from './clock.js';

/** Work in the background. `stop` resolves once it has ended. */
export type Running = { readonly stop: () => Promise<void> };

/**
 * Runs work at once, and again `everyMs` milliseconds after each run, until it is stopped. The next run does the work of a
 * failed one.
 */
export function repeat(
  everyMs: number,
  work: (stopping: AbortSignal) => Promise<unknown>,
  { sleep }: Pick<Clock, 'sleep'> = systemClock,
) {
  const stopping = new AbortController();
  let pause = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      pause = new AbortController();
      await work(stopping.signal).catch(() => undefined);
      await sleep(everyMs, pause.signal).catch(() => undefined);
    }
  };
  const running = run();
  return {
    /** Starts the next run now, or at the end of the current one. */
    wake: () => pause.abort(),
    /** Resolves after the current run. */
    stop: async (): Promise<void> => {
      stopping.abort();
      pause.abort();
      await running;
    },
  };
}
