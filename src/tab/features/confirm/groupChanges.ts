import { rights, type Right } from '../../../contract/delegation.js';
import { findChanges, type Change, type Entry } from './changes.js';

/** `high`: a loss, or somebody may now change settings. `middle`: new, or no longer reported. `quiet`: nothing but a gain. */
export type Weight = 'high' | 'middle' | 'quiet';

/** Everything that has changed about one person; rights in Teams' own order. */
export type ChangeGroup = {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly weight: Weight;
  /** Of somebody new, all that they hold. */
  readonly gained: readonly Right[];
  /** Of somebody gone, all that they held. */
  readonly lost: readonly Right[];
  /** No longer reported by Microsoft. */
  readonly unreported: readonly Right[];
  /** Whether it is active now, where that has changed; null: no longer reported. Undefined: as it was. */
  readonly isActive: boolean | null | undefined;
};

/** How a list differs from how it was, a person at a time: what weighs most first, in the order of the list among equals. */
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
