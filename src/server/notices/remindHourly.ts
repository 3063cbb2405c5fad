import { withDeadline } from '../http/RequestScope.js';
import type { Notices } from './Notices.js';
import { mostReminded } from './remind.js';

/** Milliseconds between two looks: at most so much later than they confirmed in the day, so in their own hours. */
const everyMs = 60 * 60 * 1_000;
/** Milliseconds for one look. */
const lookMs = 60_000;

/**
 * Now and every hour. One that fails leaves its work to the next.
 * @param onNews somebody is to be reminded
 */
export function remindHourly({ remind }: Pick<Notices, 'remind'>, days: number, onNews: () => void) {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= withDeadline(lookMs, async (until) => {
      for (let count = mostReminded; count === mostReminded;) {
        count = await remind(until, days);
        if (count > 0) onNews();
      }
    })
      .catch(() => undefined)
      .finally(() => (running = undefined));
  };
  run();
  const timer = setInterval(run, everyMs).unref();
  return {
    /** Ends once a look that is under way has ended. */
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
