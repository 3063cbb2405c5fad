import type { ConfirmedEntry } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import { rights } from '../../../contract/delegation.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';
import { findChanges, toSentence, type Change, type Entry } from './changes.js';
import { groupChanges } from './groupChanges.js';

export type Verdict = 'right' | 'wrong';

/** Undefined until the user gives a verdict. */
export type VerdictOf = (id: string) => Verdict | undefined;

/** An entry that the user judges before confirming. */
export type ReviewItem = {
  readonly id: string;
  readonly changes: readonly Change[];
  /** Verdict that applies unless the user changes it. Undefined when something changed, so the user must decide. */
  readonly standing: Verdict | undefined;
};

/** Lists changed people, heaviest change first, then unchanged entries that were wrong at the last confirmation. */
export function listRequired(before: readonly ConfirmedEntry[], now: readonly Entry[]): ReviewItem[] {
  const changes = findChanges(before, now);
  const changed = groupChanges(before, now).map(({ id }) => ({
    id,
    changes: changes.filter((change) => change.id === id),
    standing: undefined,
  }));
  const ids = new Set(changed.map(({ id }) => id));
  const still = before
    .filter(({ id, isRight }) => !isRight && !ids.has(id))
    .map(({ id }) => ({ id, changes: [], standing: 'wrong' as const }));
  return [...changed, ...still];
}

/** Lists entries that need no verdict. Confirming calls them right unless the user says otherwise. */
export function listOptional(asked: readonly ReviewItem[], now: readonly Entry[]): ReviewItem[] {
  const ids = new Set(asked.map(({ id }) => id));
  return now.filter(({ id }) => !ids.has(id)).map(({ id }) => ({ id, changes: [], standing: 'right' }));
}

export const countChecked = (review: readonly ReviewItem[], verdictOf: VerdictOf): number =>
  review.filter(({ id }) => verdictOf(id) !== undefined).length;

/** Returns the ids that a confirmation calls wrong. Only people in the list can be wrong. */
export function toWrong(
  review: readonly ReviewItem[],
  verdictOf: VerdictOf,
  now: readonly Entry[],
): string[] {
  const listed = new Set(now.map(({ id }) => id));
  return review.map(({ id }) => id).filter((id) => listed.has(id) && verdictOf(id) === 'wrong');
}

export type ChangeLine = {
  readonly sentence: string;
  /** Short form of the old and new value. */
  readonly detail: string;
};

type LineContext = {
  readonly before: readonly Entry[];
  readonly now: readonly Entry[];
  readonly list: ListName;
  readonly name: string | null;
  readonly messages: FirstMessages;
  readonly later: LaterMessages;
};

/** Describes a change as a sentence, with its old and new value. */
export function toLine(change: Change, context: LineContext): ChangeLine {
  const { before, now, list, name, messages, later } = context;
  const [old, is] = [before, now].map((entries) => entries.find(({ id }) => id === change.id));
  const sentence = toSentence(change, list, name, later);
  switch (change.kind) {
    case 'added':
    case 'removed':
      return { sentence, detail: later.confirm.holds({ held: heldBy(is ?? old, messages, later) }) };
    case 'right': {
      const toWord = (isHeld: boolean | null | undefined) => sayHeld(isHeld, messages, later);
      return {
        sentence,
        detail: later.confirm.fromTo({
          before: toWord(old?.allowedActions[change.right]),
          now: toWord(change.now),
        }),
      };
    }
    case 'status':
      return {
        sentence,
        detail: later.confirm.fromTo({
          before: sayActive(old?.isActive, messages),
          now: sayActive(change.now, messages),
        }),
      };
  }
}

/** Lists the held rights by their labels. */
export function heldBy(entry: Entry | undefined, messages: FirstMessages, later: LaterMessages): string {
  const held = rights.filter((right) => entry?.allowedActions[right] === true);
  return held.length === 0
    ? later.confirm.holdsNone
    : held.map((right) => messages.rightsShort[right]).join(' · ');
}

export function sayHeld(
  isHeld: boolean | null | undefined,
  messages: FirstMessages,
  later: LaterMessages,
): string {
  if (isHeld === undefined || isHeld === null) return messages.notReported;
  return isHeld ? later.export.yes : later.export.no;
}

export function sayActive(isActive: boolean | null | undefined, messages: FirstMessages): string {
  if (isActive === undefined || isActive === null) return messages.statusNotReported;
  return isActive ? messages.active : messages.inactive;
}
