import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import { matchLanguage } from '../../contract/languages.js';
import {
  inBrackets,
  joined,
  skippingLocked,
  sql,
  type Database,
  type Query,
  type Row,
  type Statement,
} from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import { recordMissing } from './missingUsers.js';
import type { Delivery, NotificationKind, Outcome, User } from './NotificationStore.js';
import { transactionOf, setNextDue, toIso, toText, toUser } from './rows.js';

export type OutboxOptions = {
  readonly database: Database;
  readonly nowMs: () => number;
  readonly onRemoved: (subscriptions: number) => void;
};

/** Milliseconds until another instance may claim the same delivery. */
const claimMs = 60_000;
/** Maximum deliveries to one user in a day (UTC). Further notifications are delivered together on the next day. */
const mostInADay = 10;
/** Milliseconds after the first failed attempt in which a notification is tried again. */
const longestMs = 24 * 60 * 60 * 1_000;
/** Minimum and maximum wait between two attempts. Between them, it equals the time since the first failure. */
const [firstWaitMs, longestWaitMs] = [30_000, 60 * 60 * 1_000];

/** At-least-once delivery: a crash after this can duplicate a notification but cannot lose one. */
export async function claim(
  { database, nowMs }: OutboxOptions,
  deadline: Deadline,
  exceptTenants: readonly string[],
): Promise<Delivery | undefined> {
  // A read first: usually nothing is due, and no write is needed.
  const due = joined(
    sql`select 1 from wishes where due_at <= ${toIso(nowMs())}`,
    except(exceptTenants),
    sql`limit 1`,
  );
  if ((await database.read(deadline, due)).length === 0) return undefined;
  for (;;) {
    const id = randomUUID();
    // A unique name, because instances need not wait for each other.
    const claimed = await database.write(deadline, id, (query) =>
      claimOnce(query, id, nowMs(), exceptTenants),
    );
    if (claimed !== 'nothing to send') return claimed;
  }
}

const except = (tenantIds: readonly string[]): Statement =>
  tenantIds.length === 0 ? sql`` : joined(sql`and tenant_id not in`, inBrackets(tenantIds));

async function claimOnce(
  query: Query,
  id: string,
  nowMs: number,
  exceptTenants: readonly string[],
): Promise<Delivery | undefined | 'nothing to send'> {
  const now = toIso(nowMs);
  const next = joined(
    sql`select tenant_id, user_id, language, told_on, told_count from wishes where due_at <= ${now}`,
    except(exceptTenants),
    sql`order by due_at limit 1`,
  );
  const [subscription] = await query(skippingLocked(next));
  if (subscription === undefined) return undefined;
  const user = toUser(subscription);
  const { tenantId, objectId } = user;
  const release = async () => {
    await query(sql`update wishes set claim = null where tenant_id = ${tenantId} and user_id = ${objectId}`);
    await query(setNextDue(user));
    return 'nothing to send' as const;
  };

  // A confirmation since then makes the reminder obsolete.
  await query(
    sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and kind = ${'confirmationDue'}
      and exists (select 1 from confirmations
        where tenant_id = ${tenantId} and user_id = ${objectId} and confirmed_at > outbox.decided_at)`,
  );
  const [first] = await query(
    sql`select kind, failing_since from outbox
      where tenant_id = ${tenantId} and user_id = ${objectId} and due_at <= ${now}
      order by case when failing_since is null then 1 else 0 end, due_at limit 1`,
  );
  if (first === undefined) return await release();
  const sentToday =
    toText(subscription, 'told_on') === now.slice(0, 10) ? Number(subscription['told_count']) : 0;
  const isFirstAttempt = first['failing_since'] === null;
  if (isFirstAttempt && sentToday >= mostInADay) {
    const tomorrow = toIso(Date.parse(now.slice(0, 10)) + 24 * 60 * 60 * 1_000);
    await query(
      sql`update outbox set due_at = ${tomorrow}, claim = null
        where tenant_id = ${tenantId} and user_id = ${objectId} and due_at <= ${tomorrow}`,
    );
    return await release();
  }
  const kind = String(first['kind']) as NotificationKind;
  const rows = await query(
    sql`update outbox set claim = ${id}
      where tenant_id = ${tenantId} and user_id = ${objectId} and kind = ${kind} and due_at <= ${now}
      returning list, other_id, decided_at`,
  );
  await query(
    sql`update wishes set claim = ${id}, due_at = ${toIso(nowMs + claimMs)},
        told_on = ${now.slice(0, 10)}, told_count = ${sentToday + (isFirstAttempt ? 1 : 0)}
      where tenant_id = ${tenantId} and user_id = ${objectId}`,
  );
  return {
    claim: id,
    user,
    language: matchLanguage([String(subscription['language'])]),
    kind,
    about:
      kind === 'confirmationDue'
        ? []
        : rows.map((row) => ({ list: row['list'] as ListName, otherId: String(row['other_id']) })),
    decidedAtMs: Math.min(...rows.map(toDecidedMs)),
  };
}

const toDecidedMs = (row: Row): number => Date.parse(String(row['decided_at']));

/**
 * Ends a claim. Does not touch notifications that were erased, seen or queued again since.
 * @returns the number of notifications given up after a day of attempts
 */
export async function settle(
  { database, nowMs, onRemoved }: OutboxOptions,
  deadline: Deadline,
  { claim: id, user }: Delivery,
  outcome: Outcome,
): Promise<number> {
  const { tenantId, objectId } = user;
  const { givenUp, isRemoved } = await database.write(deadline, transactionOf(user), async (query) => {
    const settled = { givenUp: 0, isRemoved: false };
    const now = nowMs();
    const held = await query(
      sql`update wishes set claim = null
        where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id} returning user_id`,
    );
    if (held.length === 0) return settled;
    if (outcome.kind === 'again') {
      settled.givenUp = await putBack(query, { id, user, afterMs: outcome.afterMs, now });
    } else {
      await query(
        sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}`,
      );
      const problem = outcome.kind === 'refused' ? outcome.problem : null;
      await query(
        sql`update wishes set problem = ${problem} where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
      if (outcome.kind === 'sent' || outcome.isUserMissing === true)
        settled.isRemoved = await recordMissing(query, user, outcome.kind !== 'sent', now);
    }
    await query(setNextDue(user));
    return settled;
  });
  if (isRemoved) onRemoved(1);
  return givenUp;
}

/** Returns notifications to the outbox. Each is retried for a day after its own first failure. */
async function putBack(
  query: Query,
  { id, user, afterMs, now }: { id: string; user: User; afterMs: number; now: number },
): Promise<number> {
  const { tenantId, objectId } = user;
  const abandoned = await query(
    sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}
      and failing_since <= ${toIso(now - longestMs)} returning kind`,
  );
  const [oldest] = await query(
    sql`select failing_since from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}
      and failing_since is not null order by failing_since limit 1`,
  );
  const failingMs = oldest === undefined ? 0 : now - Date.parse(String(oldest['failing_since']));
  const waitMs = Math.max(afterMs, firstWaitMs, Math.min(failingMs, longestWaitMs));
  await query(
    sql`update outbox set claim = null, due_at = ${toIso(now + waitMs)},
        failing_since = coalesce(failing_since, ${toIso(now)})
      where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}`,
  );
  return abandoned.length;
}
