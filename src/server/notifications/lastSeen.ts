import { oppositeList, type ListName } from '../../contract/delegation.js';
import { inBrackets, ofUser, sql, type Query, type Row } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import type { DelegationState, LastSeen, StateHasher, StateOf } from './delegationState.js';
import { toIso, toText, type StoreContext } from './rows.js';

/** One delegation in a list of one user, as it was read now. */
export type View = StateOf & {
  /** Undefined when the list does not contain it. */
  readonly now: DelegationState | undefined;
};

/** Stored rows that concern a list which one user has just read. */
export type StoredForList = Awaited<ReturnType<typeof findStoredForList>>;

/** Milliseconds between two stored visits of a subscriber. */
const visitMs = 24 * 60 * 60 * 1_000;

/** Reads everything that a list may change, in one statement. Each part uses an index. `ids`: the other users in it. */
export async function findStoredForList(
  { database, hasher, nowMs }: StoreContext,
  deadline: Deadline,
  user: User,
  list: ListName,
  ids: readonly string[],
) {
  const { tenantId, objectId } = user;
  const visitedBefore = toIso(nowMs() - visitMs);
  const rows = await database.read(
    deadline,
    sql`select 'other' as kind, user_id, other_id, state, missed from seen_delegations
        where tenant_id = ${tenantId} and other_id = ${objectId} and list = ${oppositeList[list]}
      union all
      select 'own', user_id, other_id, state, missed from seen_delegations where ${ofUser(user)} and list = ${list}
      union all
      select 'subscription', user_id, null,
        case when visited_at is null or visited_at <= ${visitedBefore} then 'visit is due' end, null from wishes
        where ${ofUser(user)}
      union all
      select 'pending', user_id, null, null, null from outbox
        where ${ofUser(user)} and kind = 'changed' and list = ${list}
      union all
      select 'own list', user_id, null, null, null from seen_lists where ${ofUser(user)} and list = ${list}
      union all
      select 'other list', user_id, null, null, null from seen_lists
        where tenant_id = ${tenantId} and list = ${oppositeList[list]} and user_id <> ${objectId}
          and user_id in ${inBrackets(ids)}`,
  );
  const of = (kind: string) => rows.filter((row) => row['kind'] === kind);
  const byColumn = (kind: string, column: string) =>
    new Map(of(kind).map((row) => [String(row[column]), toLastSeen(row, hasher)]));
  const [subscription] = of('subscription');
  return {
    /** Undefined: the user is not subscribed, and nothing about them may be stored. */
    subscription: subscription && { isVisitDue: subscription['state'] !== null },
    /** True if the list was read for the user before. */
    isListSeen: of('own list').length > 0,
    /** True if a notification about the list is in the user's outbox. */
    isPending: of('pending').length > 0,
    /** By object ID of the other user. */
    own: byColumn('own', 'other_id'),
    /** The same delegations as the other users saw them in their opposite list, by their object ID. */
    others: byColumn('other', 'user_id'),
    /** Object IDs of the other users for whom their opposite list was read before. */
    othersWithList: of('other list').map((row) => String(row['user_id'])),
  };
}

/** A stored state with the time of the read that it comes from, in ISO 8601. */
export type StoredLastSeen = { readonly lastSeen: LastSeen; readonly readAt: string };

/** Reads the stored states of a list within a transaction, by object ID of the other user. Teams allows 25 delegations. */
export async function readStoredList(
  query: Query,
  hasher: StateHasher,
  user: User,
  list: ListName,
): Promise<ReadonlyMap<string, StoredLastSeen>> {
  const rows = await query`select other_id, state, missed, read_at from seen_delegations
      where ${ofUser(user)} and list = ${list}`;
  return new Map(
    rows.map((row) => [
      String(row['other_id']),
      { lastSeen: toLastSeen(row, hasher), readAt: toText(row, 'read_at') ?? '' },
    ]),
  );
}

/** @param lastSeen undefined: the delegation has ended */
export async function storeLastSeen(
  query: Query,
  hasher: StateHasher,
  { user, list, otherId }: StateOf,
  lastSeen: LastSeen | undefined,
  readAt: string,
): Promise<void> {
  if (lastSeen === undefined) {
    await query`delete from seen_delegations
      where ${ofUser(user)} and list = ${list} and other_id = ${otherId}`;
    return;
  }
  await query`insert into seen_delegations (tenant_id, user_id, list, other_id, state, missed, read_at)
      values (${user.tenantId}, ${user.objectId}, ${list}, ${otherId},
        ${hasher.toText(lastSeen.state)}, ${lastSeen.missed}, ${readAt})
      on conflict (tenant_id, user_id, list, other_id)
      do update set state = excluded.state, missed = excluded.missed, read_at = excluded.read_at`;
}

const toLastSeen = (row: Row, hasher: StateHasher): LastSeen => ({
  state: hasher.parse(String(row['state'])),
  missed: Number(row['missed']),
});
