import { withDeadline } from '../time/Deadline.js';
import type { NotificationStore, ListRead } from './NotificationStore.js';

/** Milliseconds to process one reading. */
const recordMs = 10_000;

export type ListReads = {
  /** Processes a reading in the background. After a failure, the next reading of the same list finds the same changes. */
  readonly record: (listRead: ListRead) => void;
  /** Resolves after the readings under way are processed. */
  readonly close: () => Promise<void>;
};

/** @param onQueued called when a notification is queued */
export function createListReads(
  { recordListRead }: Pick<NotificationStore, 'recordListRead'>,
  onQueued: () => void,
): ListReads {
  const underWay = new Set<Promise<void>>();
  return {
    record: (listRead) => {
      const running = withDeadline(recordMs, (deadline) => recordListRead(deadline, listRead))
        .then((isQueued) => {
          if (isQueued) onQueued();
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
