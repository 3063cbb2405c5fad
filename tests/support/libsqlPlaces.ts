import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { EngineUnderTest } from './place.js';
import { until } from './until.js';

const folders: string[] = [];

/** Creates a new folder for `DATA_DIR`. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'confirmations-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

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
export const createLibsqlPlaces = (): Promise<EngineUnderTest> =>
  Promise.resolve({
    newPlace: () => {
      const folder = newFolder();
      return Promise.resolve({
        config: { kind: 'embedded', folder },
        query: (sql) => queryBeside(folder, sql),
      });
    },
    remove: () => {
      removeFolders();
      return Promise.resolve();
    },
  });
