import { randomUUID } from 'node:crypto';
import type { EngineUnderTest } from './place.js';
import { createPostgresServer } from '../../src/tools/faults/postgresServer.js';

/** Each a database of its own on one server. */
export async function createPostgresPlaces(): Promise<EngineUnderTest> {
  const server = await createPostgresServer();
  await server.start();
  return {
    newPlace: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await server.query(`create database ${name}`);
      return {
        config: { kind: 'postgresql', url: server.urlOf(name) },
        query: (sql) => server.query(sql, name),
      };
    },
    remove: server.remove,
  };
}
