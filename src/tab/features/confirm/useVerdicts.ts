import { useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation } from '../../../contract/delegation.js';
import type { ReviewItem, Verdict, VerdictOf } from './review.js';

type Verdicts = {
  readonly verdictOf: VerdictOf;
  readonly judge: (id: string, verdict: Verdict) => void;
};

/** What the reader has said. A verdict holds for what was seen: one on an entry that changes once more is forgotten. */
export function useVerdicts(
  confirmation: Confirmation | undefined,
  delegations: readonly Delegation[],
  review: readonly ReviewItem[],
): Verdicts {
  const [given, setGiven] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const toKey = (id: string): string => {
    const { isActive, allowedActions } = delegations.find((entry) => entry.id === id) ?? {};
    return JSON.stringify([confirmation?.id, id, isActive, allowedActions]);
  };
  // By confirming a list for the first time, all of it is called right that is not called wrong.
  const unsaid = confirmation === undefined ? 'right' : undefined;
  const stillWrong = new Set(review.filter(({ isStillWrong }) => isStillWrong).map(({ id }) => id));
  return {
    verdictOf: (id) => given.get(toKey(id)) ?? (stillWrong.has(id) ? 'wrong' : unsaid),
    judge: (id, verdict) => {
      setGiven((known) => new Map(known).set(toKey(id), verdict));
    },
  };
}
