import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import Libsql from 'libsql';
import type { Row, Value } from './Database.js';

/** Worker thread of the embedded database. The driver is synchronous, and each commit waits for the disk. */

export type ThreadQuestion = { readonly text: string; readonly values: readonly Value[] };

/** The first one reports that the database is open, or why it is not. The others are in the order of the questions. */
export type ThreadAnswer =
  { readonly rows: readonly Row[] } | { readonly error: { readonly code: string; readonly message: string } };

/** Milliseconds to wait while another process opens the same file. */
const openMs = 2_000;
const pauseMs = 5;

const { path } = workerData as { readonly path: string };
const statements = new Map<string, Libsql.Statement>();

/** Throws `SQLITE_CORRUPT` for a damaged file. Runs before anything is written to it. */
function check(): void {
  if (!existsSync(path)) return;
  const file = new Libsql(`${pathToFileURL(path).href}?mode=ro`, { timeout: openMs });
  const [found] = file.prepare('pragma quick_check(1)').all([]) as { readonly quick_check: string }[];
  file.close();
  if (found?.quick_check !== 'ok')
    throw Object.assign(new Error(found?.quick_check), { code: 'SQLITE_CORRUPT' });
}

/** Makes commits durable before they are acknowledged. Readers do not wait for writers, even across processes. */
function open(): Libsql.Database {
  check();
  const database = new Libsql(path, { timeout: openMs });
  const set = (pragma: string): unknown =>
    Object.values(database.prepare(`pragma ${pragma}`).all([])[0] ?? {})[0];
  try {
    set('journal_mode = wal');
    set('synchronous = full');
    if (set('journal_mode') !== 'wal' || set('synchronous') !== 2)
      throw new Error('the folder does not support write-ahead logging; is it on a network share?');
    // Overwrites deleted rows instead of only unlinking them.
    set('secure_delete = on');
    // `whileBusy` retries outside the thread, where other operations can run between the attempts.
    set('busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Retries by itself: SQLite ignores its timeout when two processes create the same file, to avoid a deadlock. */
function openAfterOthers(): Libsql.Database {
  const untilMs = Date.now() + openMs;
  for (;;) {
    try {
      return open();
    } catch (error) {
      if (!toError(error).code.startsWith('SQLITE_BUSY') || Date.now() >= untilMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

const tell = (answer: ThreadAnswer) => parentPort?.postMessage(answer);

/** The driver throws an error without a code when it cannot open a file. */
const toError = (error: unknown) => ({
  code:
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : 'SQLITE_CANTOPEN',
  message: error instanceof Error ? error.message : String(error),
});

function answer(database: Libsql.Database, { text, values }: ThreadQuestion): void {
  try {
    const statement = statements.get(text) ?? database.prepare(text);
    statements.set(text, statement);
    tell({ rows: statement.all([...values]) as Row[] });
  } catch (error) {
    tell({ error: toError(error) });
  }
}

function close(database: Libsql.Database): void {
  try {
    // Merges the write-ahead log, so that the database file is complete by itself.
    database.prepare('pragma wal_checkpoint(truncate)').all([]);
  } finally {
    database.close();
    parentPort?.close();
  }
}

try {
  const database = openAfterOthers();
  parentPort?.on('message', (question: ThreadQuestion | 'close') => {
    if (question === 'close') close(database);
    else answer(database, question);
  });
  tell({ rows: [] });
} catch (error) {
  tell({ error: toError(error) });
}
