import { useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation } from '../../../contract/delegation.js';
import type { ReviewItem, Verdict, VerdictOf } from './review.js';

type Verdicts = {
  readonly verdictOf: VerdictOf;
  readonly judge: (id: string, verdict: Verdict) => void;
  readonly takeBack: (ids: readonly string[]) => void;
};

/** The user's verdicts. A verdict is dropped when its entry changes again. */
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
  const standing = new Map(review.map((item) => [item.id, item.standing]));
  return {
    verdictOf: (id) => given.get(toKey(id)) ?? standing.get(id),
    judge: (id, verdict) => {
      setGiven((known) => new Map(known).set(toKey(id), verdict));
    },
    takeBack: (ids) => {
      const keys = new Set(ids.map(toKey));
      setGiven((known) => new Map([...known].filter(([key]) => !keys.has(key))));
    },
  };
}
