import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import { matchLanguage } from '../../contract/languages.js';
import { skippingLocked, sql, type Database, type Query, type Row } from '../database/Database.js';
import type { Deadline } from '../http/RequestScope.js';
import type { ClaimedNotice, NoticeKind, Outcome, Person } from './Notices.js';
import { ownerOf, setNextDue, toIso, toText } from './rows.js';

export type OutboxOptions = { readonly database: Database; readonly nowMs: () => number };

/** Milliseconds that whoever claims a notice has for it; afterwards it is anybody's again. */
const claimMs = 60_000;
/** Notices for one person in a day; what comes beyond is told together on the next. */
const mostInADay = 10;
/** Milliseconds for which an attempt is repeated. */
const longestMs = 24 * 60 * 60 * 1_000;
/** Milliseconds between two attempts of our own choice: as long as it has failed so far, within these. */
const [firstWaitMs, longestWaitMs] = [30_000, 60 * 60 * 1_000];

/**
 * One notice at a time, so that whoever ends in the middle leaves one behind that may be sent twice, and none that is lost.
 */
export async function claim(
  { database, nowMs }: OutboxOptions,
  until: Deadline,
): Promise<ClaimedNotice | undefined> {
  // Most looks find nothing, and need not write.
  const due = sql`select 1 from wishes where due_at <= ${toIso(nowMs())} limit 1`;
  if ((await database.read(until, due)).length === 0) return undefined;
  for (;;) {
    const id = randomUUID();
    // A name of its own: the instances need not wait for one another.
    const claimed = await database.write(until, id, (query) => claimOnce(query, id, nowMs()));
    if (claimed !== 'nothing to send') return claimed;
  }
}

async function claimOnce(
  query: Query,
  id: string,
  nowMs: number,
): Promise<ClaimedNotice | undefined | 'nothing to send'> {
  const now = toIso(nowMs);
  const [wish] = await query(
    skippingLocked(
      sql`select tenant_id, user_id, language, failing_since, told_on, told_count from wishes
        where due_at <= ${now} order by due_at limit 1`,
    ),
  );
  if (wish === undefined) return undefined;
  const person: Person = { tenantId: String(wish['tenant_id']), objectId: String(wish['user_id']) };
  const { tenantId, objectId } = person;
  const release = async () => {
    await query(sql`update wishes set claim = null where tenant_id = ${tenantId} and user_id = ${objectId}`);
    await query(setNextDue(person));
    return 'nothing to send' as const;
  };

  const toldToday = toText(wish, 'told_on') === now.slice(0, 10) ? Number(wish['told_count']) : 0;
  const isFirstAttempt = wish['failing_since'] === null;
  if (isFirstAttempt && toldToday >= mostInADay) {
    const tomorrow = toIso(Date.parse(now.slice(0, 10)) + 24 * 60 * 60 * 1_000);
    await query(
      sql`update outbox set due_at = ${tomorrow}, claim = null
        where tenant_id = ${tenantId} and user_id = ${objectId} and due_at <= ${tomorrow}`,
    );
    return await release();
  }
  // Done by now.
  await query(
    sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and kind = ${'confirmationDue'}
      and exists (select 1 from confirmations
        where tenant_id = ${tenantId} and user_id = ${objectId} and confirmed_at > outbox.decided_at)`,
  );
  const [first] = await query(
    sql`select kind from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and due_at <= ${now}
      order by due_at limit 1`,
  );
  if (first === undefined) return await release();
  const kind = String(first['kind']) as NoticeKind;
  const rows = await query(
    sql`update outbox set claim = ${id}
      where tenant_id = ${tenantId} and user_id = ${objectId} and kind = ${kind} and due_at <= ${now}
      returning list, other_id, decided_at`,
  );
  await query(
    sql`update wishes set claim = ${id}, due_at = ${toIso(nowMs + claimMs)},
        told_on = ${now.slice(0, 10)}, told_count = ${toldToday + (isFirstAttempt ? 1 : 0)}
      where tenant_id = ${tenantId} and user_id = ${objectId}`,
  );
  return {
    claim: id,
    person,
    language: matchLanguage([String(wish['language'])]),
    kind,
    about:
      kind === 'confirmationDue'
        ? []
        : rows.map((row) => ({ list: row['list'] as ListName, otherId: String(row['other_id']) })),
    decidedAtMs: Math.min(...rows.map(toDecidedMs)),
  };
}

const toDecidedMs = (row: Row): number => Date.parse(String(row['decided_at']));

/** Ends a claim. What was turned off, seen or decided anew since is left as it is. */
export async function settle(
  { database, nowMs }: OutboxOptions,
  until: Deadline,
  { claim: id, person }: ClaimedNotice,
  outcome: Outcome,
): Promise<void> {
  const { tenantId, objectId } = person;
  await database.write(until, ownerOf(person), async (query) => {
    const now = nowMs();
    const [wish] = await query(
      sql`update wishes set claim = null
        where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}
        returning failing_since`,
    );
    if (wish === undefined) return;
    const failingMs = Date.parse(toText(wish, 'failing_since') ?? toIso(now));
    if (outcome.kind === 'again' && now - failingMs < longestMs) {
      const waitMs = Math.max(outcome.afterMs, firstWaitMs, Math.min(now - failingMs, longestWaitMs));
      await query(
        sql`update outbox set claim = null, due_at = ${toIso(now + waitMs)}
          where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}`,
      );
      await query(
        sql`update wishes set failing_since = ${toIso(failingMs)}
          where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
    } else {
      await query(
        sql`delete from outbox where tenant_id = ${tenantId} and user_id = ${objectId} and claim = ${id}`,
      );
      const problem = outcome.kind === 'refused' ? outcome.problem : null;
      await query(
        sql`update wishes set failing_since = null, problem = ${problem}
          where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
    }
    await query(setNextDue(person));
  });
}
