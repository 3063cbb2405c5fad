import { withDeadline } from '../time/Deadline.js';
import type { NotificationStore } from './NotificationStore.js';
import { mostReminded } from './remind.js';

/** Milliseconds between two runs. An hourly run sends a reminder near the time of day at which the user last confirmed. */
const everyMs = 60 * 60 * 1_000;
/** Milliseconds for one run. */
const lookMs = 60_000;

/**
 * Queues reminders at once and then every hour. The next run does the work of a failed one.
 * @param onQueued called when reminders are queued
 */
export function remindHourly(
  { remind }: Pick<NotificationStore, 'remind'>,
  days: number,
  onQueued: () => void,
) {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= withDeadline(lookMs, async (deadline) => {
      for (let count = mostReminded; count === mostReminded;) {
        count = await remind(deadline, days);
        if (count > 0) onQueued();
      }
    })
      .catch(() => undefined)
      .finally(() => (running = undefined));
  };
  run();
  const timer = setInterval(run, everyMs).unref();
  return {
    /** Resolves after the current run. */
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
