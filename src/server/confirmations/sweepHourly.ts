import { withDeadline } from '../time/Deadline.js';
import type { Confirmations } from './Confirmations.js';

/** Milliseconds between two sweeps. */
const everyMs = 60 * 60 * 1_000;
/** Milliseconds for one sweep. */
const sweepMs = 60_000;

/** Sweeps at once and then every hour. The next sweep does the work of a failed one. */
export function sweepHourly({ sweep }: Pick<Confirmations, 'sweep'>): { readonly stop: () => void } {
  const run = () => void withDeadline(sweepMs, sweep).catch(() => undefined);
  run();
  const timer = setInterval(run, everyMs).unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}
