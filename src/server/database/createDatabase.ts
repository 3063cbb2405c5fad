import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { StoreConfig } from '../config.js';
import { CallerGone, inTime, withTimeout, type Deadline } from '../time/Deadline.js';
import { Problem } from '../Problem.js';
import type { Database, Engine } from './Database.js';
import { DamagedFile, openLibsql } from './libsql.js';
import { migrate, type Migration } from './migrate.js';

/** Kind of failure. Each begins and ends independently: a database on a full disk can still be read. */
export type Outage = 'opening' | 'reading' | 'writing';

export type DatabaseOptions = {
  readonly config: StoreConfig;
  readonly threadFile: string;
  readonly migrations: readonly Migration[];
  /** Called once when a failure begins, with its cause, and once when it ends, without a cause. */
  readonly onOutage?: (outage: Outage, cause?: Error) => void;
  readonly operationMs?: number;
  /** Milliseconds for one attempt to open the database, without its pending migrations. Default 3500. */
  readonly attemptMs?: number;
  readonly retryMs?: number;
};

/** Milliseconds between two attempts to open a damaged file. Each attempt reads the whole file. */
const damagedRetryMs = 60_000;

/** Opens a database and opens it again after every failure. */
export function createDatabase(options: DatabaseOptions): Database {
  const { operationMs = 4_000, retryMs = 1_000 } = options;
  const outages = createOutages(options.onOutage);
  /** While a failed attempt is retried, this is the failed one, so that operations fail at once. */
  let opened: Promise<Engine> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const open = (): Promise<Engine> => {
    const attempt = openEngine(options);
    attempt.then(
      (engine) => {
        opened = attempt;
        outages.end('opening');
        if (isClosed) void engine.close();
      },
      (cause: unknown) => {
        opened = attempt;
        outages.begin('opening', cause);
        if (isClosed) return;
        timer = setTimeout(
          () => void open(),
          cause instanceof DamagedFile ? damagedRetryMs : retryMs,
        ).unref();
      },
    );
    return attempt;
  };
  const start = (): Promise<Engine> => {
    if (isClosed) return Promise.reject(new Error('The database is closed.'));
    return (opened ??= open());
  };
  const reopen = (lost: Promise<Engine>): void => {
    // Several operations can report the same loss.
    if (opened !== lost) return;
    void lost.then((engine) => engine.close());
    opened = open();
  };

  const run = async <Result>(
    until: Deadline,
    outage: Outage,
    operation: (engine: Engine, untilMs: number) => Promise<Result>,
  ): Promise<Result> => {
    const ms = Math.min(operationMs, until.deadlineMs - Date.now());
    const untilMs = Date.now() + ms;
    const opening = start();
    let engine: Engine | undefined;
    try {
      const result = await inTime(
        withTimeout(async () => operation((engine = await opening), untilMs), ms),
        until,
      );
      outages.end(outage);
      return result;
    } catch (cause) {
      if (cause instanceof CallerGone) throw cause;
      // A failure to open is reported separately. A deadline that cut the operation short is not a failure of the database.
      if (engine !== undefined && ms === operationMs) outages.begin(outage, cause);
      if (engine?.isLost(cause)) reopen(opening);
      throw new Problem(
        { code: 'store_unavailable' },
        'Confirmations cannot be read or written right now. Your lists are not affected.',
        { cause },
      );
    }
  };

  return {
    read: (until, statement) => run(until, 'reading', (engine, untilMs) => engine.read(untilMs, statement)),
    write: (until, name, work) =>
      run(until, 'writing', (engine, untilMs) => engine.write(untilMs, name, work)),
    erase: (until, name, work) =>
      run(until, 'writing', async (engine, untilMs) => {
        const result = await engine.write(untilMs, name, work);
        // The transaction is committed. The next purge also removes what a failed one left.
        await engine.purge().catch(() => undefined);
        return result;
      }),
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const engine = await opened?.catch(() => undefined);
      await engine?.close();
    },
  };
}

async function openEngine(options: DatabaseOptions): Promise<Engine> {
  const { config, threadFile, migrations, attemptMs = 3_500 } = options;
  const engine =
    config.kind === 'embedded'
      ? await openLibsql(config.folder, threadFile)
      : (await import('./postgresql.js')).openPostgresql(config.url);
  try {
    await migrate(engine, migrations, attemptMs);
    return engine;
  } catch (error) {
    void engine.close();
    throw error;
  }
}

function createOutages(onOutage: DatabaseOptions['onOutage']) {
  const known = new Set<Outage>();
  return {
    begin: (outage: Outage, cause: unknown) => {
      if (known.has(outage)) return;
      known.add(outage);
      onOutage?.(outage, cause instanceof Error ? cause : new Error(String(cause)));
    },
    end: (outage: Outage) => {
      if (known.delete(outage)) onOutage?.(outage);
    },
  };
}

const words: Readonly<Record<Outage, { readonly begun: string; readonly over: string }>> = {
  opening: {
    begun: 'could not open the database; trying again; lists are not affected',
    over: 'the database is open again',
  },
  reading: {
    begun: 'confirmations cannot be read; lists are not affected',
    over: 'confirmations can be read again',
  },
  writing: {
    begun: 'confirmations cannot be stored; lists are not affected',
    over: 'confirmations can be stored again',
  },
};

/** Logs one line when a failure begins, with the engine's error, and one when it ends. */
export const logOutages =
  (log: Pick<FastifyBaseLogger, 'error' | 'info'>) =>
  (outage: Outage, cause?: Error): void => {
    if (cause === undefined) log.info(words[outage].over);
    else log.error({ cause: toText(cause) }, words[outage].begun);
  };

/** Node leaves the message empty after it tried several addresses. */
const toText = (cause: Error): string => {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return [code, cause.message].filter((part) => part !== undefined && part !== '').join(': ');
};

/** Warns about data of the first version, an embedded PostgreSQL. It is neither read nor removed. */
export function warnOfFirstVersion(config: StoreConfig, log: Pick<FastifyBaseLogger, 'warn'>): void {
  if (config.kind !== 'embedded') return;
  const folder = join(config.folder, 'postgresql');
  if (existsSync(join(folder, 'PG_VERSION')))
    log.warn(
      { folder },
      'confirmations of the first version of this program are no longer read; see docs/operations.md',
    );
}
