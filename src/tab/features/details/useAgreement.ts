import { useEffect } from 'react';
import { rights, type Delegation } from '../../../contract/delegation.js';

type Agreement = {
  /** The entry as read on its own. `gone`: it does not exist; undefined: not read yet. */
  readonly entry: Delegation | 'gone' | undefined;
  /** Time of that read, in ms since the epoch. */
  readonly readAt: number;
  /** The entry in the list. Undefined when the list has none. */
  readonly known: Delegation | undefined;
  readonly readEntry: () => unknown;
  readonly readList: () => unknown;
};

/** Keeps the details and the row consistent: when they differ, reads the older one again. */
export function useAgreement({ entry, readAt, known, readEntry, readList }: Agreement): void {
  const isAgreed = entry === undefined || toKey(entry === 'gone' ? undefined : entry) === toKey(known);
  useEffect(() => {
    if (!isAgreed) readList();
    // Runs only after a read of the details. The second effect handles changes in the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [readAt]);
  useEffect(() => {
    if (!isAgreed) readEntry();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [toKey(known)]);
}

const toKey = (delegation: Delegation | undefined): string =>
  delegation === undefined
    ? 'gone'
    : [
        delegation.isActive,
        delegation.createdDateTime,
        ...rights.map((right) => delegation.allowedActions[right]),
      ].join();
