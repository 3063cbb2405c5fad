import { join } from 'node:path';
import Libsql from 'libsql';
import { newFolder } from './newFolder.js';
import type { CreatePlace } from './place.js';
import { until } from './until.js';

export const fileIn = (folder: string): string => join(folder, 'call-delegates.db');

/** Queries the database in a `DATA_DIR` on a separate connection. */
export function queryFolder(
  folder: string,
  sql: string,
  timeoutMs = 2_000,
): readonly Record<string, unknown>[] {
  const database = new Libsql(fileIn(folder), { timeout: timeoutMs });
  try {
    return database.prepare(sql).all([]) as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

/** Retries while the database is busy. A blocking wait would also block a server in this process. */
async function queryBeside(folder: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  let rows: readonly Record<string, unknown>[] = [];
  await until(() => {
    try {
      rows = queryFolder(folder, sql, 0);
      return true;
    } catch (error) {
      if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return false;
      throw error;
    }
  });
  return rows;
}

/** Each database has its own folder. */
export const createLibsqlPlace: CreatePlace = () => {
  const folder = newFolder();
  return Promise.resolve({
    config: { kind: 'embedded', folder },
    query: (sql) => queryBeside(folder, sql),
    clear: async () => {
      const tables = await queryBeside(
        folder,
        `select name from sqlite_master where type = 'table' and name <> 'applied_migrations'`,
      );
      for (const { name } of tables) await queryBeside(folder, `delete from ${String(name)}`);
    },
  });
};
