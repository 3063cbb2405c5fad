import { isGuid } from '../../contract/guid.js';
import { oppositeList, type ListName } from '../../contract/delegation.js';
import type { Database } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import { decide, type Absence, type LastSeen } from './decide.js';
import type { StateHasher } from './delegationState.js';
import { findStoredForList, type StoredForList, type View } from './lastSeen.js';
import type { ListEntry, ListRead, ListReadKind, User } from './NotificationStore.js';
import { transactionOf } from './rows.js';
import { queueChange, storeSeenList, type ReadContext } from './writeListRead.js';

export type RecordOptions = {
  readonly database: Database;
  readonly hasher: StateHasher;
  readonly nowMs: () => number;
};

/** Maximum entries of a list that are looked up. Teams allows 25 delegates. */
const mostEntries = 1_000;

/**
 * Implements `NotificationStore.recordListRead`: reads what was last seen, decides what has changed, and writes only that.
 * Each write decides again within its transaction, because another instance may have written since.
 */
export async function recordListRead(
  options: RecordOptions,
  deadline: Deadline,
  { user, kind, list, entries, readAtMs }: ListRead,
): Promise<boolean> {
  const { database, hasher } = options;
  const entryById = toEntryById(entries, user);
  const context: ReadContext = { ...options, absence: toAbsence(entries, entryById), readAtMs };
  const isChange = (before: LastSeen | undefined, now: View['now']) =>
    decide(before, now, context.absence).kind !== 'nothing';
  const stored = await findStoredForList(options, deadline, user, list, [...entryById.keys()]);

  // The user's own view of each delegation in the list.
  const toOwnView = (otherId: string) => toView(hasher, user, list, otherId, entryById.get(otherId));
  const ownChanges = unique(stored.own.keys(), entryById.keys())
    .map(toOwnView)
    .filter(({ otherId, now }) => isChange(stored.own.get(otherId), now));

  // The same delegations in the opposite list of each other user.
  const otherChanges = unique(stored.others.keys(), stored.othersWithList)
    .filter((objectId) => objectId !== user.objectId)
    .map((objectId) =>
      toView(hasher, { ...user, objectId }, oppositeList[list], user.objectId, entryById.get(objectId)),
    )
    .filter(({ user: other, now }) => isChange(stored.others.get(other.objectId), now));

  if (mustStore(kind, stored, ownChanges.length > 0)) {
    await database.write(deadline, transactionOf(user), (query) =>
      storeSeenList(
        query,
        context,
        { user, list, isVisit: kind === 'shown' },
        [...entryById.keys()],
        toOwnView,
      ),
    );
  }
  const isUserNotified = kind === 'background' && stored.isListSeen;
  let isQueued = false;
  for (const view of isUserNotified ? [...ownChanges, ...otherChanges] : otherChanges) {
    const isOneQueued = await database.write(deadline, transactionOf(view.user), (query) =>
      queueChange(query, context, view),
    );
    isQueued ||= isOneQueued;
  }
  return isQueued;
}

/** True when the list becomes what its user last saw. */
function mustStore(kind: ListReadKind, stored: StoredForList, hasChanges: boolean): boolean {
  const { subscription, isListSeen, isPending } = stored;
  if (subscription === undefined) return false;
  // The first read is the baseline, even when the user has not seen it.
  if (kind === 'background') return !isListSeen;
  return kind === 'shown' && (hasChanges || isPending || !isListSeen || subscription.isVisitDue);
}

/** Keys entries by lower-case ID. Entries without a GUID are skipped, because they cannot be notified. */
function toEntryById(entries: readonly ListEntry[], user: User): ReadonlyMap<string, ListEntry> {
  const pairs = entries
    .map((entry) => [entry.id.toLowerCase(), entry] as const)
    .filter(([id]) => isGuid(id) && id !== user.objectId);
  return new Map(pairs.slice(0, mostEntries));
}

function toAbsence(entries: readonly ListEntry[], entryById: ReadonlyMap<string, ListEntry>): Absence {
  if (entries.length === 0) return 'half';
  return entryById.size === entries.length ? 'certain' : 'unknown';
}

function toView(
  hasher: StateHasher,
  user: User,
  list: ListName,
  otherId: string,
  entry: ListEntry | undefined,
): View {
  return { user, list, otherId, now: entry && hasher.hash({ user, list, otherId }, entry) };
}

const unique = (...ids: readonly Iterable<string>[]): readonly string[] => [
  ...new Set(ids.flatMap((some) => [...some])),
];
