import { join } from 'node:path';
import type { StoreConfig } from '../config.js';
import { withTimeout } from '../http/withTimeout.js';
import { Problem } from '../Problem.js';
import { deleteOlderThan, type Database } from './confirmations.js';
import { openEmbedded } from './embedded.js';
import { openPostgresql } from './postgresql.js';

export type Opened = { readonly database: Database; readonly close: () => Promise<void> };

export type StoreOptions = {
  readonly config: StoreConfig;
  /** The folder of the built store, with its SQL migrations. */
  readonly codeFolder: string;
  readonly retentionDays: number;
  /** Milliseconds for one operation. Default 4000. */
  readonly operationMs?: number;
  /** Told why it cannot be used; at most once for each attempt to open it. */
  readonly onUnavailable?: (cause: unknown) => void;
};

export type Store = {
  /** Runs one operation on the database. Throws Problem `store_unavailable` when it fails or takes too long. */
  readonly use: <Result>(operation: (database: Database) => Promise<Result>) => Promise<Result>;
  /** The moment before which nothing counts any more. */
  readonly keptSince: () => Date;
  /** Opens it without waiting for somebody to need it. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

/** Milliseconds between two attempts to open it. */
const retryMs = 2_000;
/** Milliseconds between two removals of what is too old. */
const sweepMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** Where confirmations are kept. Opened when it is first needed; while it cannot be, everything else goes on. */
export function createStore(options: StoreOptions): Store {
  const { config, codeFolder, retentionDays, operationMs = 4_000, onUnavailable } = options;
  let opening: Promise<Opened> | undefined;
  let failedAtMs = 0;
  let sweep: NodeJS.Timeout | undefined;
  let isClosed = false;
  const keptSince = () => new Date(Date.now() - retentionDays * dayMs);

  const open = (): Promise<Opened> => {
    if (opening !== undefined) return opening;
    if (isClosed) return Promise.reject(new Error('The store is closed.'));
    if (Date.now() - failedAtMs < retryMs)
      return Promise.reject(new Error('It could not be opened just now.'));
    const started =
      config.kind === 'embedded'
        ? openEmbedded(config.folder, codeFolder)
        : openPostgresql(config.url, join(codeFolder, 'migrations'), operationMs);
    opening = started;
    started.then(startSweeping, (error: unknown) => {
      opening = undefined;
      failedAtMs = Date.now();
      onUnavailable?.(error);
    });
    return started;
  };

  const startSweeping = ({ database }: Opened) => {
    const remove = () => void deleteOlderThan(database, keptSince()).catch(() => undefined);
    remove();
    if (!isClosed) sweep = setInterval(remove, sweepMs).unref();
  };

  return {
    use: async (operation) => {
      try {
        return await withTimeout(async () => operation((await open()).database), operationMs);
      } catch (cause) {
        throw new Problem(
          { code: 'store_unavailable' },
          'Confirmations cannot be read or written right now. Your lists are not affected.',
          { cause },
        );
      }
    },
    keptSince,
    start: () => {
      open().catch(() => undefined);
    },
    close: async () => {
      isClosed = true;
      clearInterval(sweep);
      const opened = await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
}
