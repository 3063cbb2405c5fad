import { withDeadline } from '../time/Deadline.js';
import type { NotificationStore } from './createNotificationStore.js';
import type { ListRead } from './listRecorder.js';

/** Milliseconds to process one list read. */
const recordMs = 10_000;

export type ListReads = {
  /** Processes a list read in the background. After a failure, the next read of the same list finds the same changes. */
  readonly record: (listRead: ListRead) => void;
  /** Resolves after pending list reads are processed. */
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
