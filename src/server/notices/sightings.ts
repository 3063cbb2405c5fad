import { withDeadline } from '../http/RequestScope.js';
import type { Notices, Sighting } from './Notices.js';

/** Milliseconds for what one reading sets off. */
const sightMs = 10_000;

export type Sightings = {
  /** Nobody waits for it. One that fails is made up for by the next of the same list. */
  readonly note: (sighting: Sighting) => void;
  /** Ends once those under way have ended. */
  readonly close: () => Promise<void>;
};

/** @param onNews somebody is to be told something */
export function createSightings({ sight }: Pick<Notices, 'sight'>, onNews: () => void): Sightings {
  const underWay = new Set<Promise<void>>();
  return {
    note: (sighting) => {
      const running = withDeadline(sightMs, (until) => sight(until, sighting))
        .then((isNews) => {
          if (isNews) onNews();
        })
        // The database tells of its troubles itself.
        .catch(() => undefined)
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    close: async () => {
      await Promise.all(underWay);
    },
  };
}
