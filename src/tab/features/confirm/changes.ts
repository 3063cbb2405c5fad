import { rights, type ListName, type Right } from '../../../contract/delegation.js';
import { findChangedRights, type Entry } from '../../delegation/standing.js';
import { sayActive, sayHeld } from '../../delegation/wording.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';

/** A difference between two lists. `was` and `now` are null when Microsoft does not report the value. */
export type Change = { readonly id: string } & (
  | { readonly kind: 'added' | 'removed'; readonly entry: Entry }
  | {
      readonly kind: 'value';
      readonly of: Right | 'status';
      readonly was: boolean | null;
      readonly now: boolean | null;
    }
);

/** Compares a list with an earlier one. An added or removed person is a single change, regardless of rights. */
export function findChanges(before: readonly Entry[], now: readonly Entry[]): Change[] {
  const was = new Map(before.map((entry) => [entry.id, entry]));
  const is = new Set(now.map(({ id }) => id));
  const changed = now.flatMap((entry): Change[] => {
    const old = was.get(entry.id);
    return old === undefined ? [{ kind: 'added', id: entry.id, entry }] : compare(old, entry);
  });
  const gone = before
    .filter(({ id }) => !is.has(id))
    .map((entry): Change => ({ kind: 'removed', id: entry.id, entry }));
  return [...changed, ...gone];
}

function compare(was: Entry, now: Entry): Change[] {
  const { id } = now;
  const changes = findChangedRights(was, now).map((right): Change => {
    const valueIn = ({ allowedActions }: Entry) => allowedActions[right] ?? null;
    return { kind: 'value', id, of: right, was: valueIn(was), now: valueIn(now) };
  });
  if (was.isActive !== now.isActive)
    changes.push({ kind: 'value', id, of: 'status', was: was.isActive, now: now.isActive });
  return changes;
}

/** All changes of one person. */
export type ChangeGroup = { readonly id: string; readonly changes: readonly Change[] };

/** Groups the changes by person: heaviest first, then in list order. */
export function groupChanges(before: readonly Entry[], now: readonly Entry[]): ChangeGroup[] {
  const byPerson = new Map<string, Change[]>();
  for (const change of findChanges(before, now)) {
    byPerson.set(change.id, [...(byPerson.get(change.id) ?? []), change]);
  }
  const weigh = ({ changes }: ChangeGroup) => Math.max(...changes.map(toWeight));
  return [...byPerson]
    .map(([id, changes]) => ({ id, changes }))
    .sort((one, other) => weigh(other) - weigh(one));
}

/** 2: a loss, or a new right to change settings. 1: a new person, or a value no longer reported. 0: a gain. */
function toWeight(change: Change): 0 | 1 | 2 {
  switch (change.kind) {
    case 'removed':
      return 2;
    case 'added':
      return change.entry.allowedActions.manageCallAndDelegateSettings === true ? 2 : 1;
    case 'value':
      if (change.now === null) return 1;
      return change.now && change.of !== 'manageCallAndDelegateSettings' ? 0 : 2;
  }
}

/** Describes a change from the user's point of view. */
export function toSentence(
  change: Change,
  list: ListName,
  name: string | null,
  { confirm: { changes } }: LaterMessages,
): string {
  if (change.kind !== 'value') return changes[change.kind][list]({ name });
  const { of, now } = change;
  if (of === 'status') {
    if (now === null) return changes.statusUnreported({ name });
    return now ? changes.activated({ name }) : changes.deactivated({ name });
  }
  if (now === null) return changes.unreported({ right: of, name });
  return changes[now ? 'gained' : 'lost'][list]({ right: of, name });
}

/** Short form of the old and new value. */
export function toDetail(change: Change, messages: FirstMessages, later: LaterMessages): string {
  const { holds, fromTo } = later.confirm;
  if (change.kind !== 'value') return holds({ held: heldBy(change.entry, messages, later) });
  const say = change.of === 'status' ? sayActive : sayHeld;
  return fromTo({ before: say(change.was, messages), now: say(change.now, messages) });
}

/** Lists the held rights by their labels. */
export function heldBy(entry: Entry | undefined, messages: FirstMessages, later: LaterMessages): string {
  const held = rights.filter((right) => entry?.allowedActions[right] === true);
  return held.length === 0
    ? later.confirm.holdsNone
    : held.map((right) => messages.rightsShort[right]).join(' · ');
}
