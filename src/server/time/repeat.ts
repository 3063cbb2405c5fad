import { withDeadline, type Deadline } from './Deadline.js';

/**
 * Runs work at once and then at an interval, one run at a time. The next run does the work of a failed one.
 * Does not keep the process alive.
 * @param deadlineMs milliseconds for one run
 */
export function repeat(everyMs: number, deadlineMs: number, work: (deadline: Deadline) => Promise<unknown>) {
  let running: Promise<unknown> | undefined;
  const run = () => {
    running ??= withDeadline(deadlineMs, work)
      .catch(() => undefined)
      .finally(() => (running = undefined));
  };
  run();
  const timer = setInterval(run, everyMs).unref();
  return {
    /** Resolves after the current run. */
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
}
