import type { ListName } from '../../contract/delegation.js';
import { sql, type Query } from '../database/Database.js';
import { decide, type Absence } from './decide.js';
import { isSameState, type DelegationState, type StateHasher } from './delegationState.js';
import { readStored, readStoredList, storeLastSeen, type StoredLastSeen, type View } from './lastSeen.js';
import type { User } from './NotificationStore.js';
import { lockSubscription, setNextDue, toIso, toText } from './rows.js';

/** The circumstances under which a list was read. */
export type ReadContext = {
  readonly hasher: StateHasher;
  readonly nowMs: () => number;
  readonly absence: Absence;
  /** Start of the read, in ms since the epoch. */
  readonly readAtMs: number;
};

/** Milliseconds after a notification in which further changes are collected into the next one. */
const quietMs = 5 * 60 * 1_000;
/** Maximum clock difference of two instances, in ms. A time further ahead was written before the clock was set back. */
const skewMs = 60 * 1_000;

/** Stores the list as last seen by its user, and removes pending notifications about it. Runs in a transaction. */
export async function storeSeenList(
  query: Query,
  context: ReadContext,
  { user, list, isVisit }: { readonly user: User; readonly list: ListName; readonly isVisit: boolean },
  ids: readonly string[],
  toOwnView: (otherId: string) => View,
): Promise<void> {
  if ((await lockSubscription(query, user)) === undefined) return;
  const { tenantId, objectId } = user;
  const { hasher, nowMs, absence, readAtMs } = context;
  const readAt = toIso(readAtMs);
  if (isVisit) {
    await query(
      sql`update wishes set visited_at = ${toIso(nowMs())}, missing_since = null
        where tenant_id = ${tenantId} and user_id = ${objectId}`,
    );
  }
  const stored = await readStoredList(query, hasher, user, list);
  for (const otherId of new Set([...stored.keys(), ...ids])) {
    const before = stored.get(otherId);
    if (isLater(before, context)) continue;
    const view = toOwnView(otherId);
    const decision = decide(before?.lastSeen, view.now, absence);
    if (decision.kind !== 'nothing') await storeLastSeen(query, hasher, view, decision.lastSeen, readAt);
  }
  await query(
    sql`insert into seen_lists (tenant_id, user_id, list) values (${tenantId}, ${objectId}, ${list})
      on conflict (tenant_id, user_id, list) do nothing`,
  );
  await query(
    sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and kind = ${'changed'}
      and list = ${list} and (decided_at <= ${readAt} or decided_at > ${toIso(nowMs() + skewMs)})`,
  );
  await query(setNextDue(user));
}

/**
 * Stores the new state and the notification of its user in one transaction.
 * @returns whether a notification was queued
 */
export async function queueChange(query: Query, context: ReadContext, view: View): Promise<boolean> {
  const { user, list, otherId } = view;
  const { tenantId, objectId } = user;
  const { hasher, absence, readAtMs } = context;
  const subscription = await lockSubscription(query, user);
  if (subscription === undefined) return false;
  const stored = await readStored(query, hasher, view);
  if (isLater(stored, context)) return false;
  const decision = decide(stored?.lastSeen, view.now, absence);
  if (decision.kind === 'nothing') return false;
  await storeLastSeen(query, hasher, view, decision.lastSeen, toIso(readAtMs));
  if (decision.kind === 'keep') return false;

  const [pending] = await query(
    sql`select before from outbox where tenant_id = ${tenantId} and user_id = ${objectId}
      and kind = ${'changed'} and list = ${list} and other_id = ${otherId} and claim is null`,
  );
  const before =
    pending === undefined ? stored?.lastSeen.state : parseBefore(toText(pending, 'before'), hasher);
  if (pending !== undefined && isUndone(before, view.now)) {
    await query(
      sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId}
        and kind = ${'changed'} and list = ${list} and other_id = ${otherId}`,
    );
    await query(setNextDue(user));
    return false;
  }
  await queue(query, context, view, subscription, before);
  return true;
}

/** Queues a notification of a verdict of the other user, like one of a change. Runs in the transaction that stores the verdict. */
export async function queueVerdict(
  query: Query,
  context: Pick<ReadContext, 'hasher' | 'nowMs'>,
  view: Omit<View, 'now'>,
): Promise<void> {
  const subscription = await lockSubscription(query, view.user);
  if (subscription === undefined) return;
  const stored = await readStored(query, context.hasher, view);
  await queue(query, context, view, subscription, stored?.lastSeen.state);
}

/** @param before state that the user last saw, or was notified of. Undefined: the delegation did not exist */
async function queue(
  query: Query,
  { hasher, nowMs }: Pick<ReadContext, 'hasher' | 'nowMs'>,
  { user, list, otherId }: Omit<View, 'now'>,
  { quietUntil }: { readonly quietUntil: string | undefined },
  before: DelegationState | undefined,
): Promise<void> {
  const { tenantId, objectId } = user;
  const decidedAt = toIso(nowMs());
  // A later `quietUntil` was written before the clock was set back.
  const isQuiet =
    quietUntil !== undefined && quietUntil > decidedAt && quietUntil <= toIso(nowMs() + quietMs + skewMs);
  // A claimed notification is already being sent, so its row becomes a new one.
  await query(
    sql`insert into outbox (tenant_id, user_id, kind, list, other_id, before, decided_at, due_at)
      values (${tenantId}, ${objectId}, ${'changed'}, ${list}, ${otherId},
        ${before === undefined ? null : hasher.toText(before)}, ${decidedAt}, ${isQuiet ? quietUntil : decidedAt})
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
        where tenant_id = ${tenantId} and user_id = ${objectId}`,
    );
  }
  await query(setNextDue(user));
}

/** True when the stored state is from a later read. Ignores times ahead of now, written before the clock was set back. */
function isLater(stored: StoredLastSeen | undefined, { readAtMs, nowMs }: ReadContext): boolean {
  return stored !== undefined && stored.readAt > toIso(readAtMs) && stored.readAt <= toIso(nowMs());
}

const parseBefore = (text: string | undefined, hasher: StateHasher): DelegationState | undefined =>
  text === undefined ? undefined : hasher.parse(text);

/** True when the delegation is again as it was before the pending notification. Undefined: it did not exist. */
function isUndone(before: DelegationState | undefined, now: DelegationState | undefined): boolean {
  if (before === undefined || now === undefined) return before === undefined && now === undefined;
  return isSameState(before, now);
}
