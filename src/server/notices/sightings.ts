import { withDeadline } from '../http/RequestScope.js';
import type { Notices, Sighting } from './Notices.js';

/** Milliseconds to process one reading. */
const sightMs = 10_000;

export type Sightings = {
  /** Processes a reading in the background. After a failure, the next reading of the same list finds the same changes. */
  readonly note: (sighting: Sighting) => void;
  /** Resolves after the readings under way are processed. */
  readonly close: () => Promise<void>;
};

/** @param onNews called when a notification is queued */
export function createSightings({ sight }: Pick<Notices, 'sight'>, onNews: () => void): Sightings {
  const underWay = new Set<Promise<void>>();
  return {
    note: (sighting) => {
      const running = withDeadline(sightMs, (until) => sight(until, sighting))
        .then((isNews) => {
          if (isNews) onNews();
        })
        // The database reports its own failures.
        .catch(() => undefined)
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    close: async () => {
      await Promise.all(underWay);
    },
  };
}
