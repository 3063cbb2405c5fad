import { randomUUID } from 'node:crypto';
import type { EngineUnderTest } from './place.js';
import { createPostgresServer, type PostgresServer } from './postgresServer.js';

/** One for all of a suite: to make one takes seconds. */
let server: PostgresServer | undefined;
afterAll(() => server?.remove());

/** Each a database of its own on one server. */
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
