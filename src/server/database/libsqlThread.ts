import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import Libsql from 'libsql';
import type { Value } from './Database.js';

/** A thread of its own for the embedded database: each commit waits for the disk. */

export type ThreadQuestion = {
  readonly id: number;
  readonly text: string;
  readonly values: readonly Value[];
};

/** Number 0 says that the database is open, or why it is not. */
export type ThreadAnswer = { readonly id: number } & (
  { readonly rows: unknown[] } | { readonly error: { readonly code: string; readonly message: string } }
);

/** Milliseconds in which another process that opens the same file at the same moment has to be done. */
const openMs = 2_000;
/** Milliseconds between two attempts. */
const pauseMs = 5;

const { path } = workerData as { readonly path: string };
const statements = new Map<string, Libsql.Statement>();

/** Before anything is written: a damaged file stays as it is. */
function check(): void {
  if (!existsSync(path)) return;
  const file = new Libsql(`${pathToFileURL(path).href}?mode=ro`, { timeout: openMs });
  const [found] = file.prepare('pragma quick_check(1)').all([]) as { readonly quick_check: string }[];
  file.close();
  if (found?.quick_check !== 'ok')
    throw Object.assign(new Error(found?.quick_check), { code: 'SQLITE_CORRUPT' });
}

/** Every commit is on the disk before it is answered; readers do not wait for writers, in other processes either. */
function open(): Libsql.Database {
  check();
  const database = new Libsql(path, { timeout: openMs });
  const set = (pragma: string): unknown =>
    Object.values(database.prepare(`pragma ${pragma}`).all([])[0] ?? {})[0];
  try {
    set('journal_mode = wal');
    set('synchronous = full');
    if (set('journal_mode') !== 'wal' || set('synchronous') !== 2)
      throw new Error('write-ahead logging is not possible there; is it a network share?');
    // Deleted rows are overwritten, not only unlinked.
    set('secure_delete = on');
    // Who waits for another process does so outside, where others can go first.
    set('busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite does not wait where two make the same file at the same moment: each would wait for the other. */
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

/** The library gives errors without code when it cannot open a file. */
const toError = (error: unknown) => ({
  code:
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : 'SQLITE_CANTOPEN',
  message: error instanceof Error ? error.message : String(error),
});

function answer(database: Libsql.Database, { id, text, values }: ThreadQuestion): void {
  try {
    const statement = statements.get(text) ?? database.prepare(text);
    statements.set(text, statement);
    tell({ id, rows: statement.all([...values]) });
  } catch (error) {
    tell({ id, error: toError(error) });
  }
}

function close(database: Libsql.Database): void {
  try {
    // The file alone is whole then.
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
  tell({ id: 0, rows: [] });
} catch (error) {
  tell({ id: 0, error: toError(error) });
}
