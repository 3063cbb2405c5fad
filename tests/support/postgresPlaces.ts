import { randomUUID } from 'node:crypto';
import type { EngineUnderTest } from './place.js';
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
  return {
    newPlace: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(`create database ${name}`);
      return {
        config: { kind: 'postgresql', url: urlOf(name) },
        query: (sql) => query(sql, name),
      };
    },
    remove: () => Promise.resolve(),
  };
}
