import { useEffect } from 'react';
import { rights, type Delegation } from '../../../contract/delegation.js';

type Agreement = {
  /** As read by itself. `gone`: there is none; undefined: not read yet. */
  readonly entry: Delegation | 'gone' | undefined;
  /** When it was, in ms since the epoch. */
  readonly readAt: number;
  /** As the list has it; undefined: it has none. */
  readonly known: Delegation | undefined;
  readonly readEntry: () => unknown;
  readonly readList: () => unknown;
};

/** Details and row never contradict each other for long: where they differ, whichever is older is read anew. */
export function useAgreement({ entry, readAt, known, readEntry, readList }: Agreement): void {
  const isAgreed = entry === undefined || toKey(entry === 'gone' ? undefined : entry) === toKey(known);
  useEffect(() => {
    if (!isAgreed) readList();
    // Only by what was just read: what the list brings then is the second one's.
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
