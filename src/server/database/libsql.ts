import { chmod, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { withTimeout } from '../time/Deadline.js';
import {
  EngineError,
  sql,
  type Engine,
  type Query,
  type Row,
  type Statement,
  type Value,
} from './Database.js';
import type { ThreadAnswer, ThreadQuestion } from './libsqlThread.js';

/** The database file in `DATA_DIR`. While it is open, SQLite keeps `-wal` and `-shm` files next to it. */
const fileName = 'call-delegates.db';

/** Minimum milliseconds before a retry while another process is writing. */
const busyMs = 3;

/** Milliseconds to wait for the thread to close. The disk may not respond. */
const closeMs = 2_000;

/** Part of statements for PostgreSQL. SQLite has a single writer and does not need it. */
const locking = ' for update skip locked';

const damaged = /^SQLITE_(CORRUPT|NOTADB)/;

/** Opens or creates the database in a folder. Other local processes may have it open. Throws DamagedFile, among others. */
export async function openLibsql(folder: string, threadFile: string): Promise<Engine> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  await keepPrivate(path);
  const thread = await startThread(threadFile, path).catch((error: unknown) => {
    throw error instanceof EngineError && damaged.test(error.code) ? new DamagedFile(path, error) : error;
  });
  const inTurn = createTurns();
  const run = ({ text, values }: Statement) => thread.ask(text.replace(locking, ''), values);
  const query: Query = (...statement) => run(sql(...statement));

  return {
    name: 'libSQL',
    read: (untilMs, statement) => whileBusy(untilMs, () => inTurn(untilMs, () => run(statement))),
    write: (untilMs, _name, work) =>
      whileBusy(untilMs, () =>
        inTurn(untilMs, async () => {
          await query`begin immediate`;
          try {
            const result = await work(query);
            await query`commit`;
            return result;
          } catch (error) {
            // SQLite may have rolled back already.
            await query`rollback`.catch(() => undefined);
            throw error;
          }
        }),
      ),
    purge: async () => {
      await inTurn(Infinity, () => query`pragma wal_checkpoint(truncate)`);
    },
    isLost: (error) => error instanceof EngineError && lost.test(error.code),
    close: () => withTimeout(() => thread.close(), closeMs).catch(() => undefined),
  };
}

/** Makes the files readable by this account only. SQLite creates its other files with the mode of the database file. */
async function keepPrivate(path: string): Promise<void> {
  // If this fails, SQLite reports the reason.
  const file = await open(path, 'a', 0o600).catch(() => undefined);
  await file?.close();
  for (const name of [path, `${path}-wal`, `${path}-shm`]) await chmod(name, 0o600).catch(() => undefined);
}

/** Errors that a connection does not recover from. It recovers from `SQLITE_FULL`, but stays read-only once it is. */
const lost = /^(ENDED|SQLITE_(CANTOPEN|CORRUPT|IOERR|NOTADB|PROTOCOL|READONLY))/;

/** The damaged file is not modified. */
export class DamagedFile extends EngineError {
  override name = 'DamagedFile';

  constructor(path: string, { code, message }: EngineError) {
    super(
      code,
      `${path} is damaged (${message.trim()}) and was not modified. Stop the server and restore a backup, or move the file away to start with an empty database.`,
    );
  }
}

/** Retries while another process is writing. Other operations of this process run between the attempts. */
async function whileBusy<Result>(untilMs: number, action: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await action();
    } catch (error) {
      const isBusy = error instanceof EngineError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || Date.now() >= untilMs) throw error;
    }
    await wait(busyMs * (1 + Math.random()));
  }
}

/** Runs operations one at a time, because they share one connection. Throws `TOO_LATE` instead of starting one late. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(untilMs: number, action: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(() => {
      if (Date.now() >= untilMs)
        throw new EngineError('TOO_LATE', 'the deadline passed while earlier operations ran');
      return action();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * Starts `libsqlThread.js` on a database file. Resolves once the file is open. Throws EngineError when it cannot be opened.
 * The thread does not keep the process alive.
 */
async function startThread(file: string, path: string) {
  const worker = new Worker(file, { workerData: { path } });
  const waiting: { resolve: (rows: readonly Row[]) => void; reject: (error: Error) => void }[] = [];
  let hasEnded = false;
  const nextAnswer = () =>
    new Promise<readonly Row[]>((resolve, reject) => {
      waiting.push({ resolve, reject });
    });
  worker.on('message', (answer: ThreadAnswer) => {
    const asked = waiting.shift();
    if ('rows' in answer) asked?.resolve(answer.rows);
    else asked?.reject(new EngineError(answer.error.code, answer.error.message));
  });
  const end = (error: Error) => {
    hasEnded = true;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('error', end);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end(new EngineError('ENDED', 'the thread of the database has ended'));
      resolve();
    });
  });
  try {
    await nextAnswer();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  worker.unref();

  return {
    ask: (text: string, values: readonly Value[]): Promise<readonly Row[]> => {
      if (hasEnded) return Promise.reject(new EngineError('ENDED', 'the thread of the database has ended'));
      worker.postMessage({ text, values } satisfies ThreadQuestion);
      return nextAnswer();
    },
    /** Ends the thread after the pending statements. */
    close: async () => {
      if (!hasEnded) worker.postMessage('close');
      await ended;
    },
  };
}
