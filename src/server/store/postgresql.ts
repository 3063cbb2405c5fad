import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Opened } from './store.js';

/** Any number that nothing else in this database locks. */
const migrationLock = 7_243_105;

/** Connects to a PostgreSQL server and brings its tables up to date. Throws when it cannot. */
export async function openPostgresql(
  url: string,
  migrationsFolder: string,
  timeoutMs: number,
): Promise<Opened> {
  const pool = new pg.Pool({
    connectionString: url,
    // Times the instances of infra/app.bicep, twice over while they are replaced, below what its database takes.
    max: 3,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it; the next request gets a new one.
  pool.on('error', () => undefined);
  try {
    await migrateOnce(url, migrationsFolder);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { database: drizzle(pool), close: () => pool.end() };
}

/** One instance at a time; the others wait, and find nothing left to do. On a connection of its own, since it may take longer. */
async function migrateOnce(url: string, migrationsFolder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    // Ends the lock as well.
    await client.end().catch(() => undefined);
  }
}
