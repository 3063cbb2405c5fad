import type { ConfirmedEntry } from '../../../contract/confirmation.js';
import { rights, type ListName, type Right } from '../../../contract/delegation.js';
import type { LaterMessages } from '../../i18n/messages.js';

export type Change = { readonly id: string } & (
  | { readonly kind: 'added' | 'removed' }
  | { readonly kind: 'right'; readonly right: Right; readonly now: boolean | null }
  | { readonly kind: 'status'; readonly now: boolean | null }
);

/** An entry of the current list or of a confirmed one. */
export type Entry = Omit<ConfirmedEntry, 'isRight'>;

/** Compares a list with an earlier one. An added or removed person is a single change, regardless of rights. */
export function findChanges(before: readonly Entry[], now: readonly Entry[]): Change[] {
  const was = new Map(before.map((entry) => [entry.id, entry]));
  const is = new Set(now.map(({ id }) => id));
  const changed = now.flatMap((entry): Change[] => {
    const old = was.get(entry.id);
    return old === undefined ? [{ kind: 'added', id: entry.id }] : compare(old, entry);
  });
  const gone = before.filter(({ id }) => !is.has(id)).map(({ id }): Change => ({ kind: 'removed', id }));
  return [...changed, ...gone];
}

function compare(old: Entry, { id, isActive, allowedActions }: Entry): Change[] {
  const changes = rights.flatMap((right): Change[] => {
    const [before, now] = [old.allowedActions[right], allowedActions[right]];
    // A right missing on one side was added to the product in between, not to the delegation.
    const isSame = before === undefined || now === undefined || before === now;
    return isSame ? [] : [{ kind: 'right', id, right, now }];
  });
  if (old.isActive !== isActive) changes.push({ kind: 'status', id, now: isActive });
  return changes;
}

/** Maps each changed person to the earlier values of their changed rights. */
export function toRightsBefore(
  before: readonly Entry[],
  changes: readonly Change[],
): (readonly [id: string, was: Partial<Record<Right, boolean | null>>])[] {
  const was = new Map(before.map(({ id, allowedActions }) => [id, allowedActions]));
  return [...new Set(changes.map(({ id }) => id))].map((id) => [
    id,
    Object.fromEntries(
      changes.flatMap((change) =>
        change.id === id && change.kind === 'right'
          ? [[change.right, was.get(id)?.[change.right] ?? null] as const]
          : [],
      ),
    ),
  ]);
}

/** Describes a change from the user's point of view. */
export function toSentence(
  change: Change,
  list: ListName,
  name: string | null,
  { confirm: { changes } }: LaterMessages,
): string {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return changes[change.kind][list]({ name });
    case 'right': {
      const { right, now } = change;
      if (now === null) return changes.unreported({ right, name });
      return changes[now ? 'gained' : 'lost'][list]({ right, name });
    }
    case 'status':
      if (change.now === null) return changes.statusUnreported({ name });
      return change.now ? changes.activated({ name }) : changes.deactivated({ name });
  }
}
