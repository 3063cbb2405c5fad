import { isGuid } from '../../contract/guid.js';
import { oppositeList, type ListName } from '../../contract/delegation.js';
import { ofUser, sql, type Query } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import {
  decide,
  isSameState,
  type Absence,
  type DelegationState,
  type LastSeen,
  type ListEntry,
  type StateOf,
} from './delegationState.js';
import {
  findStoredForList,
  readStoredList,
  storeLastSeen,
  type StoredForList,
  type StoredLastSeen,
  type View,
} from './lastSeen.js';
import { setNextDue, toIso, toText, transactionOf, type StoreContext } from './rows.js';
import { lockSubscription } from './subscriptions.js';

/**
 * `shown`: the user has seen the list. `background`: it was read for them, and they are notified of changes in it.
 * `notShown`: the response did not reach the user. Only the other users are notified.
 */
export type ListReadKind = 'shown' | 'background' | 'notShown';

/** A complete list, as a delegator or a delegate read it. */
export type ListRead = {
  readonly user: User;
  readonly kind: ListReadKind;
  readonly list: ListName;
  readonly entries: readonly ListEntry[];
  /** Start of the reading, in ms since the epoch. State stored with a later time is newer than this reading. */
  readonly readAtMs: number;
};

/** A list read that is being compared with what is stored. */
type Compared = StoreContext &
  Omit<ListRead, 'entries'> & {
    /** By lower-case ID of the other user. */
    readonly entryById: ReadonlyMap<string, ListEntry>;
    readonly absence: Absence;
  };

/** Maximum entries of a list that are looked up. Teams allows 25 delegates. */
const mostEntries = 1_000;
/** Milliseconds after a notification in which further changes are collected into the next one. */
const quietMs = 5 * 60 * 1_000;
/** Maximum clock difference of two instances, in ms. A time further ahead was written before the clock was set back. */
const skewMs = 60 * 1_000;

/** Detects what a list or a verdict changes for subscribers, and queues notifications. */
export const createListRecorder = (context: StoreContext) => ({
  /**
   * Stores what the user has seen, and queues notifications for the other users of these delegations. Reads what was last
   * seen, decides what has changed, and writes only that. Each write decides again within its transaction, because another
   * instance may have written since.
   * @returns whether a notification was queued
   */
  recordListRead: async (deadline: Deadline, listRead: ListRead): Promise<boolean> => {
    const { user, kind, list, entries } = listRead;
    const { database } = context;
    const entryById = toEntryById(entries, user);
    const read: Compared = { ...context, ...listRead, entryById, absence: toAbsence(entries, entryById) };
    const isChange = (before: LastSeen | undefined, now: View['now']) =>
      decide(before, now, read.absence).kind !== 'nothing';
    const stored = await findStoredForList(context, deadline, user, list, [...entryById.keys()]);

    const ownChanges = unique(stored.own.keys(), entryById.keys())
      .map((otherId) => toOwnView(read, otherId))
      .filter(({ otherId, now }) => isChange(stored.own.get(otherId), now));

    // The same delegations in the opposite list of each other user.
    const otherChanges = unique(stored.others.keys(), stored.othersWithList)
      .filter((objectId) => objectId !== user.objectId)
      .map((objectId) => {
        const of = { user: { ...user, objectId }, list: oppositeList[list], otherId: user.objectId };
        return toView(read, of, objectId);
      })
      .filter(({ user: other, now }) => isChange(stored.others.get(other.objectId), now));

    if (mustStore(kind, stored, ownChanges.length > 0))
      await database.write(deadline, transactionOf(user), (query) => storeSeenList(query, read));
    const isUserNotified = kind === 'background' && stored.isListSeen;
    let isQueued = false;
    for (const view of isUserNotified ? [...ownChanges, ...otherChanges] : otherChanges) {
      const isOneQueued = await database.write(deadline, transactionOf(view.user), (query) =>
        queueChange(query, read, view),
      );
      isQueued ||= isOneQueued;
    }
    return isQueued;
  },

  /**
   * Notifies the people in a list of the user whose delegation the user says is not right, like of a change. Runs in the
   * transaction that stores the verdict.
   * @param ids lower-case GUIDs
   */
  queueVerdicts: async (
    query: Query,
    { tenantId, objectId: otherId }: User,
    list: ListName,
    ids: readonly string[],
  ): Promise<void> => {
    // Sorted, because transactions that lock subscriptions in different orders could block each other.
    for (const objectId of [...ids].sort()) {
      const of = { user: { tenantId, objectId }, list: oppositeList[list], otherId };
      const subscription = await lockSubscription(query, of.user);
      if (subscription === undefined) continue;
      const stored = await readStoredList(query, context.hasher, of.user, of.list);
      await queue(query, context, of, subscription, stored.get(otherId)?.lastSeen.state);
    }
  },
});

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

/** The user's own view of a delegation in the list. */
const toOwnView = (read: Compared, otherId: string): View =>
  toView(read, { user: read.user, list: read.list, otherId }, otherId);

function toView({ hasher, entryById }: Compared, of: StateOf, id: string): View {
  const entry = entryById.get(id);
  return { ...of, now: entry && hasher.hash(of, entry) };
}

const unique = (...ids: readonly Iterable<string>[]): readonly string[] => [
  ...new Set(ids.flatMap((some) => [...some])),
];

/** Stores the list as last seen by its user, and removes pending notifications about it. Runs in a transaction. */
async function storeSeenList(query: Query, read: Compared): Promise<void> {
  const { user, list, kind, hasher, nowMs, absence, entryById } = read;
  if ((await lockSubscription(query, user)) === undefined) return;
  const readAt = toIso(read.readAtMs);
  if (kind === 'shown') {
    await query`update wishes set visited_at = ${toIso(nowMs())}, missing_since = null where ${ofUser(user)}`;
  }
  const stored = await readStoredList(query, hasher, user, list);
  for (const otherId of unique(stored.keys(), entryById.keys())) {
    const before = stored.get(otherId);
    if (isLater(before, read)) continue;
    const view = toOwnView(read, otherId);
    const decision = decide(before?.lastSeen, view.now, absence);
    if (decision.kind !== 'nothing') await storeLastSeen(query, hasher, view, decision.lastSeen, readAt);
  }
  await query`insert into seen_lists (tenant_id, user_id, list)
      values (${user.tenantId}, ${user.objectId}, ${list})
      on conflict (tenant_id, user_id, list) do nothing`;
  await query`delete from outbox where ${ofUser(user)} and kind = 'changed' and list = ${list}
      and (decided_at <= ${readAt} or decided_at > ${toIso(nowMs() + skewMs)})`;
  await setNextDue(query, user);
}

/** Stores the new state and the notification in one transaction. @returns whether a notification was queued */
async function queueChange(query: Query, read: Compared, view: View): Promise<boolean> {
  const { user, list, otherId } = view;
  const { hasher } = read;
  const subscription = await lockSubscription(query, user);
  if (subscription === undefined) return false;
  const stored = (await readStoredList(query, hasher, user, list)).get(otherId);
  if (isLater(stored, read)) return false;
  const decision = decide(stored?.lastSeen, view.now, read.absence);
  if (decision.kind === 'nothing') return false;
  await storeLastSeen(query, hasher, view, decision.lastSeen, toIso(read.readAtMs));
  if (decision.kind === 'keep') return false;

  const queued = sql`${ofUser(user)} and kind = 'changed' and list = ${list} and other_id = ${otherId}`;
  const [pending] = await query`select before from outbox where ${queued} and claim is null`;
  const before = pending && toText(pending, 'before');
  if (pending !== undefined && isUndone(before === undefined ? undefined : hasher.parse(before), view.now)) {
    await query`delete from outbox where ${queued}`;
    await setNextDue(query, user);
    return false;
  }
  await queue(query, read, view, subscription, stored?.lastSeen.state);
  return true;
}

/**
 * Queues a notification. A pending one for the same delegation keeps its `before`.
 * @param before state that the user last saw, or was notified of. Undefined: the delegation did not exist
 */
async function queue(
  query: Query,
  { hasher, nowMs }: StoreContext,
  { user, list, otherId }: StateOf,
  { quietUntil }: { readonly quietUntil: string | undefined },
  before: DelegationState | undefined,
): Promise<void> {
  const decidedAt = toIso(nowMs());
  // A later `quietUntil` was written before the clock was set back.
  const isQuiet =
    quietUntil !== undefined && quietUntil > decidedAt && quietUntil <= toIso(nowMs() + quietMs + skewMs);
  // A claimed notification is already being sent, so its row becomes a new one.
  await query`insert into outbox (tenant_id, user_id, kind, list, other_id, before, decided_at, due_at)
      values (${user.tenantId}, ${user.objectId}, 'changed', ${list}, ${otherId},
        ${before === undefined ? null : hasher.toText(before)}, ${decidedAt}, ${isQuiet ? quietUntil : decidedAt})
      on conflict (tenant_id, user_id, kind, list, other_id) do update set
        due_at = case when outbox.claim is null then outbox.due_at else excluded.due_at end,
        before = case when outbox.claim is null then outbox.before else excluded.before end,
        decided_at = excluded.decided_at,
        failing_since = null,
        claim = null`;
  if (!isQuiet)
    await query`update wishes set quiet_until = ${toIso(nowMs() + quietMs)} where ${ofUser(user)}`;
  await setNextDue(query, user);
}

/** True when the stored state is from a later read. Ignores times ahead of now, written before the clock was set back. */
function isLater(stored: StoredLastSeen | undefined, { readAtMs, nowMs }: Compared): boolean {
  return stored !== undefined && stored.readAt > toIso(readAtMs) && stored.readAt <= toIso(nowMs());
}

/** True when the delegation is again as it was before the pending notification. Undefined: it did not exist. */
function isUndone(before: DelegationState | undefined, now: DelegationState | undefined): boolean {
  if (before === undefined || now === undefined) return before === undefined && now === undefined;
  return isSameState(before, now);
}
