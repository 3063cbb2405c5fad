import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { EngineUnderTest } from './place.js';
import { until } from './until.js';

const folders: string[] = [];

/** A `DATA_DIR` of its own. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'confirmations-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export const fileIn = (folder: string): string => join(folder, 'call-delegates.db');

/** Looks into the database of a `DATA_DIR`, as another process would. */
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

/** The same beside a server of this process, which would not go on while this waited for it. */
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

/** Each in a folder of its own. */
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
