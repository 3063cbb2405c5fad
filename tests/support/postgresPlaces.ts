import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { CreatePlace } from './place.js';
import { createPostgresServer, type PostgresServer } from './postgresServer.js';

/** All tests of a file share one server, because creating one takes seconds. */
let server: PostgresServer | undefined;
const pools: pg.Pool[] = [];
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server?.remove();
});

/** Creates each database on the shared server. */
export const createPostgresPlace: CreatePlace = async () => {
  if (server === undefined) {
    server = await createPostgresServer();
    await server.start();
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = server.urlOf(name);
  await server.query(`create database ${name}`);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pools.push(pool);
  return {
    config: { kind: 'postgresql', url },
    query: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
    clear: async () => {
      await pool.query(`do $$ declare name text; begin
        for name in select tablename from pg_tables
          where schemaname = 'public' and tablename <> 'applied_migrations'
        loop execute format('delete from %I', name); end loop; end $$`);
    },
  };
};
