import { chmod, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withTimeout } from '../http/withTimeout.js';
import { EngineError, sql, type Engine, type Query } from './Database.js';
import { startThread } from './thread.js';

/** Below `DATA_DIR`; beside it, while it is open, lie the files that SQLite names after it. */
export const fileName = 'call-delegates.db';

/** Milliseconds between two looks at a file that another process is writing to. */
const busyMs = 3;

/** Milliseconds for a disk that does not answer. */
const closeMs = 2_000;

const damaged = /^SQLITE_(CORRUPT|NOTADB)/;

/** Opens or makes the database in a folder. Other processes on this machine may have it open too. Throws when it cannot. */
export async function openLibsql(folder: string, threadFile: string): Promise<Engine> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  await keepPrivate(path);
  const thread = await startThread(threadFile, path).catch((error: unknown) => {
    throw error instanceof EngineError && damaged.test(error.code) ? new DamagedFile(path, error) : error;
  });
  const inTurn = createTurns();
  const query: Query = ({ text, values }) => thread.ask(text.join('?'), values);

  return {
    name: 'libSQL',
    read: (untilMs, statement) => whileBusy(untilMs, () => inTurn(untilMs, () => query(statement))),
    write: (untilMs, _name, work) =>
      whileBusy(untilMs, () =>
        inTurn(untilMs, async () => {
          await query(sql`begin immediate`);
          try {
            const result = await work(query);
            await query(sql`commit`);
            return result;
          } catch (error) {
            // It may have been undone already.
            await query(sql`rollback`).catch(() => undefined);
            throw error;
          }
        }),
      ),
    purge: async () => {
      await inTurn(Infinity, () => query(sql`pragma wal_checkpoint(truncate)`));
    },
    isLost: (error) => error instanceof EngineError && lost.test(error.code),
    close: () => withTimeout(() => thread.close(), closeMs).catch(() => undefined),
  };
}

/** Readable by this account only. SQLite gives its further files the mode of the first. */
async function keepPrivate(path: string): Promise<void> {
  // Where this is not possible, SQLite says why.
  const file = await open(path, 'a', 0o600).catch(() => undefined);
  await file?.close();
  for (const name of [path, `${path}-wal`, `${path}-shm`]) await chmod(name, 0o600).catch(() => undefined);
}

/** A connection to a file that was not writable stays so; not so one to a disk that was full. */
const lost = /^(ENDED|SQLITE_(CANTOPEN|CORRUPT|IOERR|NOTADB|PROTOCOL|READONLY))/;

/** It is left as it is, byte for byte. */
export class DamagedFile extends EngineError {
  override name = 'DamagedFile';

  constructor(path: string, { code, message }: EngineError) {
    super(
      code,
      `${path} is damaged (${message.trim()}) and left as it is: stop the server, then put a back-up in its place, or move it away to begin anew`,
    );
  }
}

/** Again and again until another process has finished; its own threads' turns go on meanwhile. */
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

/** One after another, since they share one connection; nothing begins after its time. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(untilMs: number, action: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(() => {
      if (Date.now() >= untilMs) throw new EngineError('TOO_LATE', 'others took all of the time');
      return action();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
