import { sql, type Database } from '../database/Database.js';
import type { Deadline } from '../time/Deadline.js';
import { lockSubscription, setNextDue, toIso, toUser } from './rows.js';

/** Reminders queued in one transaction. The limit keeps transactions short. */
export const mostReminded = 100;

const dayMs = 24 * 60 * 60 * 1_000;

/** Implements `NotificationStore.remind`. Reads the times of confirmations, not their entries. */
export async function remind(
  { database, nowMs }: { readonly database: Database; readonly nowMs: () => number },
  deadline: Deadline,
  days: number,
): Promise<number> {
  return await database.write(deadline, 'reminders', async (query) => {
    const now = toIso(nowMs());
    const since = toIso(nowMs() - days * dayMs);
    const rows = await query(
      sql`select tenant_id, user_id from wishes
        where wished_at <= ${since} and (reminded_at is null or reminded_at <= ${since})
          and not exists (select 1 from confirmations
            where confirmations.tenant_id = wishes.tenant_id and confirmations.user_id = wishes.user_id
              and confirmed_at > ${since})
        limit ${mostReminded}`,
    );
    // Sorted like the users of `queueVerdicts`, because each loop locks several subscriptions.
    for (const user of rows.map(toUser).sort((one, other) => (one.objectId < other.objectId ? -1 : 1))) {
      const { tenantId, objectId } = user;
      if ((await lockSubscription(query, user)) === undefined) continue;
      await query(
        sql`insert into outbox (tenant_id, user_id, kind, list, other_id, decided_at, due_at)
          values (${tenantId}, ${objectId}, ${'confirmationDue'}, ${''}, ${''}, ${now}, ${now})
          on conflict (tenant_id, user_id, kind, list, other_id) do nothing`,
      );
      await query(
        sql`update wishes set reminded_at = ${now} where tenant_id = ${tenantId} and user_id = ${objectId}`,
      );
      await query(setNextDue(user));
    }
    return rows.length;
  });
}
