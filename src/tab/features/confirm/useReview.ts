import { useState } from 'react';
import type { Confirmation, ConfirmedEntry } from '../../../contract/confirmation.js';
import type { Entry } from '../../delegation/standing.js';
import { groupChanges, type ChangeGroup } from './changes.js';

export type Verdict = 'right' | 'wrong';

/** An entry that the user judges before confirming. */
export type ReviewItem = ChangeGroup & {
  /** Verdict that applies unless the user changes it. Undefined when something changed, so the user must decide. */
  readonly standing: Verdict | undefined;
};

export type Review = ReturnType<typeof useReview>;

/** The comparison with the last confirmation, and the user's verdicts on it. */
export function useReview(confirmation: Confirmation | undefined, entries: readonly Entry[]) {
  /** `changed`: only changes are reviewed. `disputed`: also what was wrong last time. `all`: every entry. */
  const [scope, setScope] = useState<'changed' | 'disputed' | 'all'>('changed');
  const required = confirmation === undefined ? [] : listRequired(confirmation.entries, entries);
  /** Entries that need no verdict. Confirming calls them right unless the user says otherwise. */
  const others = entries
    .filter(({ id }) => !required.some((item) => item.id === id))
    .map(({ id }): ReviewItem => ({ id, changes: [], standing: 'right' }));
  const unchanged = scope === 'all' ? others : [];
  const items = [...required, ...unchanged];
  const { verdictOf, judge, drop } = useVerdicts(confirmation, entries, items);
  const changes = required.flatMap((item) => item.changes);
  const hasChanged = changes.length > 0;
  const isRequiredShown = hasChanged || (scope !== 'changed' && required.length > 0);
  const close = () => setScope('changed');
  const cancel = () => {
    close();
    drop((hasChanged ? unchanged : items).map(({ id }) => id));
  };
  return {
    changes,
    /** Entries that need a verdict: changed ones, and those that were wrong at the last confirmation. */
    required,
    isRequiredShown,
    /** True if the user opened the required entries. Changes open them too. */
    isOpenedByUser: scope === 'disputed' && !hasChanged,
    /** Unchanged entries, if the user opened them. */
    unchanged,
    isOpen: isRequiredShown || unchanged.length > 0,
    /** Undefined until the user gives a verdict. */
    verdictOf,
    judge,
    /** Ids that a confirmation calls wrong now. Only people in the list can be wrong. */
    wrong: items
      .map(({ id }) => id)
      .filter((id) => verdictOf(id) === 'wrong' && entries.some((entry) => entry.id === id)),
    openRequired: () => setScope('disputed'),
    /** Also opens the unchanged entries. Undefined when there are none. */
    openAll: others.length === 0 ? undefined : () => setScope('all'),
    /** Closes what the user opened and drops its verdicts. Undefined when the user opened nothing. */
    cancel: scope === 'changed' ? undefined : cancel,
    close,
  };
}

/** A verdict is dropped when its entry changes again. */
function useVerdicts(
  confirmation: Confirmation | undefined,
  entries: readonly Entry[],
  items: readonly ReviewItem[],
) {
  const [given, setGiven] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const toKey = (id: string): string => {
    const { isActive, allowedActions } = entries.find((entry) => entry.id === id) ?? {};
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

/** Lists changed people, heaviest change first, then unchanged entries that were wrong at the last confirmation. */
export function listRequired(before: readonly ConfirmedEntry[], now: readonly Entry[]): ReviewItem[] {
  const changed = groupChanges(before, now).map((group) => ({ ...group, standing: undefined }));
  const ids = new Set(changed.map(({ id }) => id));
  const still = before
    .filter(({ id, isRight }) => !isRight && !ids.has(id))
    .map(({ id }) => ({ id, changes: [], standing: 'wrong' as const }));
  return [...changed, ...still];
}
