import { useState } from 'react';
import type { Confirmation } from '../../../contract/confirmation.js';
import type { Delegation } from '../../../contract/delegation.js';
import type { Change } from './changes.js';
import {
  listOptional,
  listRequired,
  toWrong,
  type ReviewItem,
  type Verdict,
  type VerdictOf,
} from './review.js';

/** `changed`: only changes are reviewed. `disputed`: also what was wrong last time. `all`: every entry. */
type Scope = 'changed' | 'disputed' | 'all';

export type Review = {
  readonly changes: readonly Change[];
  /** Entries that need a verdict: changed ones, and those that were wrong at the last confirmation. */
  readonly required: readonly ReviewItem[];
  readonly isRequiredShown: boolean;
  /** True if the user opened the required entries. Changes open them too. */
  readonly isOpenedByUser: boolean;
  /** Unchanged entries, if the user opened them. */
  readonly unchanged: readonly ReviewItem[];
  readonly verdictOf: VerdictOf;
  readonly judge: (id: string, verdict: Verdict) => void;
  /** Undefined when there is nothing to judge. */
  readonly progress: { readonly checked: number; readonly total: number } | undefined;
  /** Ids that a confirmation calls wrong now. */
  readonly wrong: readonly string[];
  readonly openRequired: () => void;
  /** Also opens the unchanged entries. Undefined when there are none. */
  readonly openAll: (() => void) | undefined;
  /** Closes what the user opened and drops its verdicts. Undefined when the user opened nothing. */
  readonly cancel: (() => void) | undefined;
  readonly close: () => void;
};

/** The comparison with the last confirmation, and the user's verdicts on it. */
export function useReview(
  confirmation: Confirmation | undefined,
  delegations: readonly Delegation[],
): Review {
  const [scope, setScope] = useState<Scope>('changed');
  const required = confirmation === undefined ? [] : listRequired(confirmation.entries, delegations);
  const others = listOptional(required, delegations);
  const unchanged = scope === 'all' ? others : [];
  const items = [...required, ...unchanged];
  const { verdictOf, judge, drop } = useVerdicts(confirmation, delegations, items);
  const changes = required.flatMap((item) => item.changes);
  const hasChanged = changes.length > 0;
  const isRequiredShown = hasChanged || (scope !== 'changed' && required.length > 0);
  const isOpen = isRequiredShown || unchanged.length > 0;
  const close = () => setScope('changed');
  return {
    changes,
    required,
    isRequiredShown,
    isOpenedByUser: scope === 'disputed' && !hasChanged,
    unchanged,
    verdictOf,
    judge,
    progress:
      confirmation !== undefined && isOpen
        ? {
            checked: required.filter(({ id }) => verdictOf(id) !== undefined).length,
            total: required.length,
          }
        : undefined,
    wrong: toWrong(items, verdictOf, delegations),
    openRequired: () => setScope('disputed'),
    openAll: others.length === 0 ? undefined : () => setScope('all'),
    cancel:
      scope === 'changed'
        ? undefined
        : () => {
            close();
            drop((hasChanged ? unchanged : items).map(({ id }) => id));
          },
    close,
  };
}

/** A verdict is dropped when its entry changes again. */
function useVerdicts(
  confirmation: Confirmation | undefined,
  delegations: readonly Delegation[],
  items: readonly ReviewItem[],
) {
  const [given, setGiven] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const toKey = (id: string): string => {
    const { isActive, allowedActions } = delegations.find((entry) => entry.id === id) ?? {};
    return JSON.stringify([confirmation?.id, id, isActive, allowedActions]);
  };
  const standing = new Map(items.map((item) => [item.id, item.standing]));
  return {
    verdictOf: (id: string) => given.get(toKey(id)) ?? standing.get(id),
    judge: (id: string, verdict: Verdict) => setGiven((earlier) => new Map(earlier).set(toKey(id), verdict)),
    drop: (ids: readonly string[]) => {
      const keys = new Set(ids.map(toKey));
      setGiven((earlier) => new Map([...earlier].filter(([key]) => !keys.has(key))));
    },
  };
}
