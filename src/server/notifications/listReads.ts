import { withDeadline } from '../time/Deadline.js';
import type { NotificationStore } from './createNotificationStore.js';
import type { ListRead } from './listRecorder.js';

const recordMs = 10_000;

export type ListReads = ReturnType<typeof createListReads>;

export function createListReads(
  { recordListRead }: Pick<NotificationStore, 'recordListRead'>,
  onQueued: () => void,
) {
  const underWay = new Set<Promise<void>>();
  return {
    /** Processes a list read in the background. After a failure, the next read of the same list finds the same changes. */
    record: (listRead: ListRead): void => {
      const running = withDeadline(recordMs, (deadline) => recordListRead(deadline, listRead))
        .then((isQueued) => {
          if (isQueued) onQueued();
        })
        // The database reports its own failures.
        .catch(() => undefined)
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    /** Resolves after pending list reads are processed. */
    close: async (): Promise<void> => {
      await Promise.all(underWay);
    },
  };
}
