import { oppositeList, type ListName } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { inBrackets, joined, sql, type Database, type Query, type Row } from '../database/Database.js';
import type { Deadline } from '../time/RequestScope.js';
import { decide, type Absence, type Decision, type LastSeen } from './decide.js';
import { isSameState, type DelegationState, type StateHasher } from './delegationState.js';
import type { User, ListEntry, ListRead } from './NotificationStore.js';
import { lockSubscription, transactionOf, setNextDue, toIso, toText } from './rows.js';

export type RecordOptions = {
  readonly database: Database;
  readonly hasher: StateHasher;
  readonly nowMs: () => number;
};

/** Milliseconds after a notification in which further changes are collected into the next one. */
const quietMs = 5 * 60 * 1_000;
/** Maximum clock difference of two instances, in ms. A time further ahead was written before the clock was set back. */
const skewMs = 60 * 1_000;
/** Maximum entries of a list that are looked up. Teams allows 25 delegates. */
const mostPeople = 1_000;

/** Milliseconds between two stored visits of a subscriber. */
const visitMs = 24 * 60 * 60 * 1_000;

/** One user's view of one delegation. `now` is undefined when the reading does not contain it. */
type Side = {
  readonly owner: User;
  readonly list: ListName;
  readonly otherId: string;
  readonly now: DelegationState | undefined;
};

/** Implements `NotificationStore.recordListRead`. */
export async function recordListRead(
  { database, hasher, nowMs }: RecordOptions,
  until: Deadline,
  { user, kind, list, entries, readAtMs }: ListRead,
): Promise<boolean> {
  const { tenantId } = user;
  const byId = toPeople(entries, user);
  const absence = toAbsence(entries, byId);
  const found = await database.read(until, lookUp(user, list, [...byId.keys()], toIso(nowMs() - visitMs)));
  const readAt = toIso(readAtMs);
  const nowIso = toIso(nowMs());
  const of = (kind: string) => found.filter((row) => row['kind'] === kind);

  const mine = new Map(of('mine').map((row) => [String(row['other_id']), row]));
  const changed = [...new Set([...mine.keys(), ...byId.keys()])]
    .map((otherId) => toSide(user, list, otherId, byId.get(otherId)))
    .filter(({ otherId, now }) => decide(toKnown(mine.get(otherId)), now, absence).kind !== 'nothing');
  const isListSeen = of('list').some((row) => row['user_id'] === user.objectId);
  const isPending = of('pending').length > 0;
  let isQueued = false;
  const isSubscriber = of('wish').length > 0;
  const isVisitDue = of('wish').some((row) => row['state'] === 'visit');
  if (kind === 'background' && isListSeen) await notifyAll(changed);
  // The first reading is the baseline, even when the user has not seen it.
  const isBaseline = kind === 'background' && !isListSeen;
  const isNewToReader = kind === 'shown' && (changed.length > 0 || isPending || !isListSeen || isVisitDue);
  if (isSubscriber && (isBaseline || isNewToReader))
    await database.write(until, transactionOf(user), (query) => seeOwn(query));

  const theirs = new Map(of('theirs').map((row) => [String(row['user_id']), row]));
  const seers = of('list').map((row) => String(row['user_id']));
  await notifyAll(
    [...new Set([...theirs.keys(), ...seers])]
      .filter((objectId) => objectId !== user.objectId)
      .map((objectId) =>
        toSide({ tenantId, objectId }, oppositeList[list], user.objectId, byId.get(objectId)),
      )
      .filter(
        ({ owner, now }) => decide(toKnown(theirs.get(owner.objectId)), now, absence).kind !== 'nothing',
      ),
  );
  return isQueued;

  async function notifyAll(sides: readonly Side[]): Promise<void> {
    for (const side of sides) {
      const isOneQueued = await database.write(until, transactionOf(side.owner), (query) =>
        notify(query, side),
      );
      isQueued ||= isOneQueued;
    }
  }

  function toSide(owner: User, ownList: ListName, otherId: string, entry: ListEntry | undefined): Side {
    const now = entry && hasher.hash({ user: owner, list: ownList, otherId }, entry);
    return { owner, list: ownList, otherId, now };
  }

  function toKnown(row: Row | undefined): LastSeen | undefined {
    if (row === undefined) return undefined;
    return { state: hasher.parse(String(row['state'])), missed: Number(row['missed']) };
  }

  /** Stores the list as last seen by its user, and removes pending notifications about it. */
  async function seeOwn(query: Query): Promise<void> {
    const subscription = await lockSubscription(query, user);
    if (subscription === undefined) return;
    if (kind === 'shown') {
      await query(
        sql`update wishes set visited_at = ${nowIso}, missing_since = null
          where tenant_id = ${tenantId} and user_id = ${user.objectId}`,
      );
    }
    const rows = await query(
      sql`select other_id, state, missed, read_at from seen_delegations
        where tenant_id = ${tenantId} and user_id = ${user.objectId} and list = ${list}`,
    );
    const known = new Map(rows.map((row) => [String(row['other_id']), row]));
    for (const otherId of new Set([...known.keys(), ...byId.keys()])) {
      const row = known.get(otherId);
      if (isNewer(row)) continue;
      const side = toSide(user, list, otherId, byId.get(otherId));
      await keep(query, side, decide(toKnown(row), side.now, absence));
    }
    await query(
      sql`insert into seen_lists (tenant_id, user_id, list) values (${tenantId}, ${user.objectId}, ${list})
        on conflict (tenant_id, user_id, list) do nothing`,
    );
    await query(
      sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${user.objectId}
        and kind = ${'changed'} and list = ${list} and (decided_at <= ${readAt} or decided_at > ${toIso(nowMs() + skewMs)})`,
    );
    await query(setNextDue(user));
  }

  /** Stores the new state and the notification in one transaction. */
  async function notify(query: Query, side: Side): Promise<boolean> {
    const { owner } = side;
    const subscription = await lockSubscription(query, owner);
    if (subscription === undefined) return false;
    const [row] = await query(
      sql`select state, missed, read_at from seen_delegations
        where tenant_id = ${tenantId} and user_id = ${owner.objectId} and list = ${side.list} and other_id = ${side.otherId}`,
    );
    if (isNewer(row)) return false;
    const decision = decide(toKnown(row), side.now, absence);
    await keep(query, side, decision);
    if (decision.kind !== 'notify') return false;

    const [pending] = await query(
      sql`select before from outbox where tenant_id = ${tenantId} and user_id = ${owner.objectId}
        and kind = ${'changed'} and list = ${side.list} and other_id = ${side.otherId} and claim is null`,
    );
    const before = pending === undefined ? row && toText(row, 'state') : toText(pending, 'before');
    if (pending !== undefined && isAsBefore(before, side.now)) {
      await query(
        sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${owner.objectId}
          and kind = ${'changed'} and list = ${side.list} and other_id = ${side.otherId}`,
      );
      await query(setNextDue(owner));
      return false;
    }
    const decidedAt = toIso(nowMs());
    const { quietUntil } = subscription;
    // A later `quietUntil` was written before the clock was set back.
    const longest = toIso(nowMs() + quietMs + skewMs);
    const isQuiet = quietUntil !== undefined && quietUntil > decidedAt && quietUntil <= longest;
    const dueAt = isQuiet ? quietUntil : decidedAt;
    // A claimed notification is already being sent, so its row becomes a new one.
    await query(
      sql`insert into outbox (tenant_id, user_id, kind, list, other_id, before, decided_at, due_at)
        values (${tenantId}, ${owner.objectId}, ${'changed'}, ${side.list}, ${side.otherId}, ${before ?? null}, ${decidedAt}, ${dueAt})
        on conflict (tenant_id, user_id, kind, list, other_id) do update set
          due_at = case when outbox.claim is null then outbox.due_at else excluded.due_at end,
          before = case when outbox.claim is null then outbox.before else excluded.before end,
          decided_at = excluded.decided_at,
          failing_since = null,
          claim = null`,
    );
    if (!isQuiet) {
      await query(
        sql`update wishes set quiet_until = ${toIso(nowMs() + quietMs)}
          where tenant_id = ${tenantId} and user_id = ${owner.objectId}`,
      );
    }
    await query(setNextDue(owner));
    return true;
  }

  /** True when the row is from a later reading. Ignores times ahead of now, written before the clock was set back. */
  function isNewer(row: Row | undefined): boolean {
    const rowReadAt = (row && toText(row, 'read_at')) ?? '';
    return rowReadAt > readAt && rowReadAt <= nowIso;
  }

  function isAsBefore(before: string | undefined, now: DelegationState | undefined): boolean {
    if (before === undefined || now === undefined) return before === undefined && now === undefined;
    return isSameState(hasher.parse(before), now);
  }

  async function keep(query: Query, { owner, list: ownList, otherId }: Side, decision: Decision) {
    if (decision.kind === 'nothing') return;
    const { lastSeen } = decision;
    if (lastSeen === undefined) {
      await query(
        sql`delete from seen_delegations where tenant_id = ${tenantId} and user_id = ${owner.objectId}
          and list = ${ownList} and other_id = ${otherId}`,
      );
      return;
    }
    await query(
      sql`insert into seen_delegations (tenant_id, user_id, list, other_id, state, missed, read_at)
        values (${tenantId}, ${owner.objectId}, ${ownList}, ${otherId}, ${hasher.toText(lastSeen.state)}, ${lastSeen.missed}, ${readAt})
        on conflict (tenant_id, user_id, list, other_id)
        do update set state = excluded.state, missed = excluded.missed, read_at = excluded.read_at`,
    );
  }
}

/** Keys entries by lower-case ID. Entries without a GUID are skipped, because they cannot be notified. */
function toPeople(entries: readonly ListEntry[], user: User): ReadonlyMap<string, ListEntry> {
  const users = entries
    .map((entry) => [entry.id.toLowerCase(), entry] as const)
    .filter(([id]) => isGuid(id) && id !== user.objectId);
  return new Map(users.slice(0, mostPeople));
}

function toAbsence(entries: readonly ListEntry[], byId: ReadonlyMap<string, ListEntry>): Absence {
  if (entries.length === 0) return 'half';
  return byId.size === entries.length ? 'certain' : 'unknown';
}

/** Selects all rows that a reading may change. Each part uses an index. */
function lookUp(user: User, list: ListName, ids: readonly string[], visitedBefore: string) {
  const { tenantId, objectId } = user;
  // Pads the list, because the embedded engine caches a statement for each length.
  const length = 2 ** Math.ceil(Math.log2(ids.length + 1));
  const padded = [...ids, ...Array.from({ length: length - ids.length }, () => objectId)];
  return joined(
    sql`select 'theirs' as kind, user_id, other_id, state, missed from seen_delegations
        where tenant_id = ${tenantId} and other_id = ${objectId} and list = ${oppositeList[list]}
      union all
      select 'mine', user_id, other_id, state, missed from seen_delegations
        where tenant_id = ${tenantId} and user_id = ${objectId} and list = ${list}
      union all
      select 'wish', user_id, null,
        case when visited_at is null or visited_at <= ${visitedBefore} then 'visit' end, null from wishes
        where tenant_id = ${tenantId} and user_id = ${objectId}
      union all
      select 'pending', user_id, null, null, null from outbox
        where tenant_id = ${tenantId} and user_id = ${objectId} and kind = ${'changed'} and list = ${list}
      union all
      select 'list', user_id, null, null, null from seen_lists
        where tenant_id = ${tenantId} and user_id = ${objectId} and list = ${list}
      union all
      select 'list', user_id, null, null, null from seen_lists
        where tenant_id = ${tenantId} and list = ${oppositeList[list]} and user_id <> ${objectId} and user_id in`,
    inBrackets(padded),
  );
}
