import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { StoreConfig } from '../../src/server/config.js';
import { createPostgresServer } from './postgresServer.js';

export type Place = {
  readonly config: StoreConfig;
  /** As somebody else would ask it, beside the server; more than one statement only without rows. */
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>;
};

/** One kind of database, each of its places new and empty. */
export type EngineUnderTest = {
  readonly newPlace: () => Promise<Place>;
  readonly remove: () => Promise<void>;
};

export const engines = { libSQL: createLibsqlPlaces, PostgreSQL: createPostgresPlaces } as const;

export type EngineName = keyof typeof engines;

export const engineNames = Object.keys(engines) as EngineName[];

export function newFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'confirmations-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}

/** Looks into the database of a `DATA_DIR`. */
export function queryFolder(folder: string, sql: string): readonly Record<string, unknown>[] {
  const database = new Libsql(join(folder, 'call-delegates.db'), { timeout: 2_000 });
  try {
    return database.prepare(sql).all([]) as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function createLibsqlPlaces(): Promise<EngineUnderTest> {
  const folders: ReturnType<typeof newFolder>[] = [];
  return Promise.resolve({
    newPlace: () => {
      const made = newFolder();
      folders.push(made);
      return Promise.resolve({
        config: { kind: 'embedded', folder: made.folder },
        query: (sql) => Promise.resolve(queryFolder(made.folder, sql)),
      });
    },
    remove: () => {
      for (const { remove } of folders) remove();
      return Promise.resolve();
    },
  });
}

async function createPostgresPlaces(): Promise<EngineUnderTest> {
  const server = await createPostgresServer();
  await server.start();
  return {
    newPlace: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await server.query(`create database ${name}`);
      const url = server.urlOf(name);
      return { config: { kind: 'postgresql', url }, query: (sql) => server.query(sql, name) };
    },
    remove: server.remove,
  };
}

/** The server's environment for it. */
export const toEnv = ({ config }: Place): Readonly<Record<string, string>> =>
  config.kind === 'embedded' ? { DATA_DIR: config.folder } : { DATABASE_URL: config.url };
