import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import { matchLanguage, type LanguageTag } from '../../contract/languages.js';
import type { NotificationProblem } from '../../contract/notifications.js';
import { inBrackets, ofUser, sql, type Query, type Statement } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import { setNextDue, toIso, toText, toUser, transactionOf, type StoreContext } from './rows.js';
import { lockSubscription, recordMissing } from './subscriptions.js';

/** A delivery to one user, claimed by one instance. */
export type Delivery = {
  readonly claim: string;
  readonly user: User;
  readonly language: LanguageTag;
  readonly kind: 'changed' | 'confirmationDue';
  /** The delegations that changed, each once. Empty for a reminder. */
  readonly about: readonly { readonly list: ListName; readonly otherId: string }[];
  /** Ms since the epoch. The same for every attempt. */
  readonly decidedAtMs: number;
};

/** Result of an attempt to deliver. `again`: retry after at least `afterMs` milliseconds, with growing waits, for a day. */
export type Outcome =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'refused';
      readonly problem: NotificationProblem | null;
      readonly isUserMissing?: boolean;
    }
  | { readonly kind: 'again'; readonly afterMs: number };

const dayMs = 24 * 60 * 60 * 1_000;
/** Milliseconds until another instance may claim the same delivery. */
const claimMs = 60_000;
/** Maximum deliveries to one user in a day (UTC). Further notifications are delivered together on the next day. */
const mostInADay = 10;
/** Milliseconds after the first failed attempt in which a notification is tried again. */
const longestMs = dayMs;
/** Minimum and maximum wait between two attempts. Between them, it equals the time since the first failure. */
const [firstWaitMs, longestWaitMs] = [30_000, 60 * 60 * 1_000];

/** Reminders queued in one transaction. The limit keeps transactions short. */
export const mostReminded = 100;

export const createOutbox = ({ database, nowMs, onRemoved }: StoreContext) => ({
  /**
   * Claims the next due delivery for a minute. Returns undefined if none is due. Skips tenants in `exceptTenants`.
   * At-least-once delivery: a crash after this can duplicate a notification but cannot lose one.
   */
  claim: async (deadline: Deadline, exceptTenants: readonly string[]): Promise<Delivery | undefined> => {
    // A read first: usually nothing is due, and no write is needed.
    const due = sql`select 1 from wishes where ${isDue(nowMs(), exceptTenants)} limit 1`;
    if ((await database.read(deadline, due)).length === 0) return undefined;
    for (;;) {
      const id = randomUUID();
      // A unique name, because instances need not wait for each other.
      const claimed = await database.write(deadline, id, (query) =>
        claimOnce(query, id, nowMs(), exceptTenants),
      );
      if (claimed !== 'nothing to send') return claimed;
    }
  },

  /**
   * Ends a claim. Does not touch notifications that were erased, seen or queued again since.
   * @returns the number of notifications given up after a day of attempts
   */
  settle: async (deadline: Deadline, { claim: id, user }: Delivery, outcome: Outcome): Promise<number> => {
    const { givenUp, isRemoved } = await database.write(deadline, transactionOf(user), async (query) => {
      const settled = { givenUp: 0, isRemoved: false };
      const now = nowMs();
      const held =
        await query`update wishes set claim = null where ${ofUser(user)} and claim = ${id} returning user_id`;
      if (held.length === 0) return settled;
      const claimed = sql`${ofUser(user)} and claim = ${id}`;
      if (outcome.kind === 'again') {
        settled.givenUp = await putBack(query, claimed, outcome.afterMs, now);
      } else {
        await query`delete from outbox where ${claimed}`;
        const problem = outcome.kind === 'refused' ? outcome.problem : null;
        await query`update wishes set problem = ${problem} where ${ofUser(user)}`;
        if (outcome.kind === 'sent' || outcome.isUserMissing === true)
          settled.isRemoved = await recordMissing(query, user, outcome.kind !== 'sent', now);
      }
      await setNextDue(query, user);
      return settled;
    });
    if (isRemoved) onRemoved(1);
    return givenUp;
  },

  /**
   * Queues a reminder for subscribers who have confirmed nothing for `days` days, at most one in that time. Reads the times
   * of confirmations, not their entries.
   * @returns the number of subscribers handled. There may be more when it equals `mostReminded`
   */
  remind: (deadline: Deadline, days: number): Promise<number> =>
    database.write(deadline, 'reminders', async (query) => {
      const now = toIso(nowMs());
      const since = toIso(nowMs() - days * dayMs);
      const rows = await query`select tenant_id, user_id from wishes
          where wished_at <= ${since} and (reminded_at is null or reminded_at <= ${since})
            and not exists (select 1 from confirmations
              where confirmations.tenant_id = wishes.tenant_id and confirmations.user_id = wishes.user_id
                and confirmed_at > ${since})
          limit ${mostReminded}`;
      // Sorted like the users of `queueVerdicts`, because each loop locks several subscriptions.
      for (const user of rows.map(toUser).sort((one, other) => (one.objectId < other.objectId ? -1 : 1))) {
        if ((await lockSubscription(query, user)) === undefined) continue;
        await query`insert into outbox (tenant_id, user_id, kind, list, other_id, decided_at, due_at)
            values (${user.tenantId}, ${user.objectId}, 'confirmationDue', '', '', ${now}, ${now})
            on conflict (tenant_id, user_id, kind, list, other_id) do nothing`;
        await query`update wishes set reminded_at = ${now} where ${ofUser(user)}`;
        await setNextDue(query, user);
      }
      return rows.length;
    }),
});

const isDue = (nowMs: number, exceptTenants: readonly string[]): Statement =>
  exceptTenants.length === 0
    ? sql`due_at <= ${toIso(nowMs)}`
    : sql`due_at <= ${toIso(nowMs)} and tenant_id not in ${inBrackets(exceptTenants)}`;

async function claimOnce(
  query: Query,
  id: string,
  nowMs: number,
  exceptTenants: readonly string[],
): Promise<Delivery | undefined | 'nothing to send'> {
  const now = toIso(nowMs);
  const [subscription] = await query`select tenant_id, user_id, language, told_on, told_count from wishes
      where ${isDue(nowMs, exceptTenants)} order by due_at limit 1 for update skip locked`;
  if (subscription === undefined) return undefined;
  const user = toUser(subscription);
  const release = async () => {
    await query`update wishes set claim = null where ${ofUser(user)}`;
    await setNextDue(query, user);
    return 'nothing to send' as const;
  };

  // A confirmation since then makes the reminder obsolete.
  await query`delete from outbox where ${ofUser(user)} and kind = 'confirmationDue'
      and exists (select 1 from confirmations where ${ofUser(user)} and confirmed_at > outbox.decided_at)`;
  const [first] =
    await query`select kind, failing_since from outbox where ${ofUser(user)} and due_at <= ${now}
      order by case when failing_since is null then 1 else 0 end, due_at limit 1`;
  if (first === undefined) return await release();
  const sentToday =
    toText(subscription, 'told_on') === now.slice(0, 10) ? Number(subscription['told_count']) : 0;
  const isFirstAttempt = first['failing_since'] === null;
  if (isFirstAttempt && sentToday >= mostInADay) {
    const tomorrow = toIso(Date.parse(now.slice(0, 10)) + dayMs);
    await query`update outbox set due_at = ${tomorrow}, claim = null
        where ${ofUser(user)} and due_at <= ${tomorrow}`;
    return await release();
  }
  const kind = String(first['kind']) as Delivery['kind'];
  const rows =
    await query`update outbox set claim = ${id} where ${ofUser(user)} and kind = ${kind} and due_at <= ${now}
      returning list, other_id, decided_at`;
  await query`update wishes set claim = ${id}, due_at = ${toIso(nowMs + claimMs)},
        told_on = ${now.slice(0, 10)}, told_count = ${sentToday + (isFirstAttempt ? 1 : 0)}
      where ${ofUser(user)}`;
  return {
    claim: id,
    user,
    language: matchLanguage([String(subscription['language'])]),
    kind,
    about:
      kind === 'confirmationDue'
        ? []
        : rows.map((row) => ({ list: row['list'] as ListName, otherId: String(row['other_id']) })),
    decidedAtMs: Math.min(...rows.map((row) => Date.parse(String(row['decided_at'])))),
  };
}

/** Each notification is retried for a day after its own first failure. @returns the number of those that are given up */
async function putBack(query: Query, claimed: Statement, afterMs: number, now: number): Promise<number> {
  const givenUp = await query`delete from outbox
      where ${claimed} and failing_since <= ${toIso(now - longestMs)} returning kind`;
  const [oldest] = await query`select failing_since from outbox where ${claimed} and failing_since is not null
      order by failing_since limit 1`;
  const failingMs = oldest === undefined ? 0 : now - Date.parse(String(oldest['failing_since']));
  const waitMs = Math.max(afterMs, firstWaitMs, Math.min(failingMs, longestWaitMs));
  await query`update outbox set claim = null, due_at = ${toIso(now + waitMs)},
        failing_since = coalesce(failing_since, ${toIso(now)}) where ${claimed}`;
  return givenUp.length;
}
