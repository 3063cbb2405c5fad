import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { tables, type EngineUnderTest } from './place.js';
import { createPostgresServer, type PostgresServer } from './postgresServer.js';

/** All tests of a file share one server, because creating one takes seconds. */
let server: PostgresServer | undefined;
afterAll(() => server?.remove());

/** Creates each database on the shared server. */
export async function createPostgresPlaces(): Promise<EngineUnderTest> {
  if (server === undefined) {
    server = await createPostgresServer();
    await server.start();
  }
  const { query, urlOf } = server;
  const pools: pg.Pool[] = [];
  return {
    newPlace: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(`create database ${name}`);
      const pool = new pg.Pool({ connectionString: urlOf(name), max: 1 });
      pools.push(pool);
      return {
        config: { kind: 'postgresql', url: urlOf(name) },
        query: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
        clear: async () => {
          const erase = tables.map(
            (table) => `if to_regclass('${table}') is not null then delete from ${table}; end if;`,
          );
          await pool.query(`do $$ begin ${erase.join(' ')} end $$`);
        },
      };
    },
    remove: async () => {
      await Promise.all(pools.splice(0).map((pool) => pool.end()));
    },
  };
}
