import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import type { StoreConfig } from '../../server/config.js';
import { createPostgresServer } from '../faults/postgresServer.js';
import { findPostgres } from '../machine/findPrograms.js';

export type StoreEngine = {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly config: StoreConfig;
  /** Runs the one that is its own; no server has it open meanwhile. */
  readonly run: (sql: { readonly libSQL: string; readonly PostgreSQL: string }) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** SQL of libSQL that makes a GUID of 32 hexadecimal digits. */
export const guidOf = (hex: string): string =>
  [1, 9, 13, 17, 21]
    .map((from, part) => `substr(${hex}, ${from}, ${[8, 4, 4, 4, 12][part] ?? 0})`)
    .join(` || '-' || `);

function startEmbedded(): Promise<StoreEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  return Promise.resolve({
    name: 'embedded (libSQL)',
    env: { DATA_DIR: folder },
    config: { kind: 'embedded', folder },
    run: ({ libSQL }) => {
      const database = new Libsql(join(folder, 'call-delegates.db'), {});
      database.exec(libSQL);
      database.close();
      return Promise.resolve();
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

/** Undefined where it is not installed. */
async function startPostgresql(): Promise<StoreEngine | undefined> {
  if (findPostgres() === undefined) return undefined;
  const server = await createPostgresServer();
  await server.start();
  return {
    name: 'PostgreSQL',
    env: { DATABASE_URL: server.url },
    config: { kind: 'postgresql', url: server.url },
    run: async ({ PostgreSQL }) => {
      await server.query(PostgreSQL);
    },
    close: server.remove,
  };
}

export const engines = [startEmbedded, startPostgresql] as const;
