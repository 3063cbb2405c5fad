import { rights, type Right } from '../../../contract/delegation.js';
import { findChanges, type Change, type Entry } from './changes.js';

/**
 * `high`: a loss, or a new right to change settings. `middle`: a new person, or a value no longer reported. `quiet`:
 * only gains.
 */
export type Weight = 'high' | 'middle' | 'quiet';

/** All changes of one person. Rights keep Teams' order. */
export type ChangeGroup = {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly weight: Weight;
  /** A new person gains all rights they hold. */
  readonly gained: readonly Right[];
  /** A removed person loses all rights they held. */
  readonly lost: readonly Right[];
  /** Rights that Microsoft no longer reports. */
  readonly unreported: readonly Right[];
  /** New value if it changed, null if it is no longer reported. Undefined when unchanged. */
  readonly isActive: boolean | null | undefined;
};

/** Groups the changes by person: heaviest first, then in list order. */
export function groupChanges(before: readonly Entry[], now: readonly Entry[]): ChangeGroup[] {
  const byPerson = new Map<string, Change[]>();
  for (const change of findChanges(before, now)) {
    byPerson.set(change.id, [...(byPerson.get(change.id) ?? []), change]);
  }
  const groups = [...byPerson].map(([id, changes]) => toGroup(id, changes, before, now));
  return (['high', 'middle', 'quiet'] as const).flatMap((wanted) =>
    groups.filter(({ weight }) => weight === wanted),
  );
}

function toGroup(
  id: string,
  changes: readonly Change[],
  before: readonly Entry[],
  now: readonly Entry[],
): ChangeGroup {
  const kind = changes.some((change) => change.kind === 'added')
    ? 'added'
    : changes.some((change) => change.kind === 'removed')
      ? 'removed'
      : 'changed';
  const rightsNow = (wanted: boolean | null) =>
    changes.flatMap((change) => (change.kind === 'right' && change.now === wanted ? [change.right] : []));
  const status = changes.find((change) => change.kind === 'status');
  const group: Omit<ChangeGroup, 'weight'> = {
    id,
    kind,
    gained: kind === 'added' ? heldBy(now, id) : rightsNow(true),
    lost: kind === 'removed' ? heldBy(before, id) : rightsNow(false),
    unreported: rightsNow(null),
    isActive: status?.now,
  };
  return { ...group, weight: toWeight(group) };
}

function heldBy(entries: readonly Entry[], id: string): Right[] {
  const entry = entries.find((candidate) => candidate.id === id);
  return rights.filter((right) => entry?.allowedActions[right] === true);
}

function toWeight({ kind, gained, lost, unreported, isActive }: Omit<ChangeGroup, 'weight'>): Weight {
  if (kind === 'removed' || lost.length > 0 || isActive === false) return 'high';
  if (gained.includes('manageCallAndDelegateSettings')) return 'high';
  return kind === 'added' || unreported.length > 0 || isActive === null ? 'middle' : 'quiet';
}
