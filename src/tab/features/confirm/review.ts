import type { ConfirmedEntry } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import { rights } from '../../../contract/delegation.js';
import type { Entry } from '../../delegation/standing.js';
import { sayActive, sayHeld } from '../../delegation/wording.js';
import type { FirstMessages, LaterMessages } from '../../i18n/messages.js';
import { groupChanges, toSentence, type Change, type ChangeGroup } from './changes.js';

export type Verdict = 'right' | 'wrong';

/** Undefined until the user gives a verdict. */
export type VerdictOf = (id: string) => Verdict | undefined;

/** An entry that the user judges before confirming. */
export type ReviewItem = ChangeGroup & {
  /** Verdict that applies unless the user changes it. Undefined when something changed, so the user must decide. */
  readonly standing: Verdict | undefined;
};

/** Lists changed people, heaviest change first, then unchanged entries that were wrong at the last confirmation. */
export function listRequired(before: readonly ConfirmedEntry[], now: readonly Entry[]): ReviewItem[] {
  const changed = groupChanges(before, now).map((group) => ({ ...group, standing: undefined }));
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

/** Describes a change as a sentence, with its old and new value. */
export function toLine(
  change: Change,
  list: ListName,
  name: string | null,
  messages: FirstMessages,
  later: LaterMessages,
): ChangeLine {
  const sentence = toSentence(change, list, name, later);
  const { holds, fromTo } = later.confirm;
  switch (change.kind) {
    case 'added':
    case 'removed':
      return { sentence, detail: holds({ held: heldBy(change.entry, messages, later) }) };
    case 'right': {
      const toWord = (isHeld: boolean | null) => sayHeld(isHeld, messages);
      return { sentence, detail: fromTo({ before: toWord(change.was), now: toWord(change.now) }) };
    }
    case 'status': {
      const toWord = (isActive: boolean | null) => sayActive(isActive, messages);
      return { sentence, detail: fromTo({ before: toWord(change.was), now: toWord(change.now) }) };
    }
  }
}

/** Lists the held rights by their labels. */
export function heldBy(entry: Entry | undefined, messages: FirstMessages, later: LaterMessages): string {
  const held = rights.filter((right) => entry?.allowedActions[right] === true);
  return held.length === 0
    ? later.confirm.holdsNone
    : held.map((right) => messages.rightsShort[right]).join(' · ');
}
