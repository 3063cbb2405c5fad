import { sql, type Database } from '../database/Database.js';
import type { Deadline } from '../http/RequestScope.js';
import { noticeMigrations } from './migrations.js';

/**
 * While notices are off, nothing is kept for them: what a server with notices on has left is erased.
 * @returns how many people had asked to be told
 */
export async function eraseNotices(database: Database, until: Deadline): Promise<number> {
  const applied = await database.read(until, sql`select name from applied_migrations`);
  // Where they have never been on, there are no tables.
  if (!applied.some(({ name }) => name === noticeMigrations[0]?.name)) return 0;
  // Nothing is kept for anybody else.
  if ((await database.read(until, sql`select 1 from wishes limit 1`)).length === 0) return 0;
  return await database.write(until, 'erase notices', async (query) => {
    const wishes = await query(sql`delete from wishes returning user_id`);
    await query(sql`delete from seen_lists`);
    await query(sql`delete from seen_delegations`);
    await query(sql`delete from outbox`);
    return wishes.length;
  });
}
