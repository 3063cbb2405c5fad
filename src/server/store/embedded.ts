import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { Opened } from './store.js';

/** What the thread is started with. */
export type EmbeddedSetting = { readonly folder: string; readonly migrationsFolder: string };

export type EmbeddedQuestion = {
  readonly id: number;
  readonly sql: string;
  readonly params: readonly unknown[];
  /** `all`: rows as arrays of values. */
  readonly method: 'all' | 'execute';
};

/** Number 0 says that it is open. */
export type EmbeddedAnswer =
  { readonly id: number; readonly rows: unknown[] } | { readonly id: number; readonly error: string };

/**
 * PostgreSQL inside this process (PGlite), in a thread of its own, for a single machine. Only one process may have the
 * folder, so it is locked. Throws when it cannot be opened.
 * @param codeFolder holds `embeddedWorker.js` and `migrations/`
 */
export async function openEmbedded(folder: string, codeFolder: string): Promise<Opened> {
  await mkdir(folder, { recursive: true });
  const unlock = await lock(join(folder, 'process.pid'));
  try {
    const start = (data: string) =>
      startThread(join(codeFolder, 'embeddedWorker.js'), {
        folder: data,
        migrationsFolder: join(codeFolder, 'migrations'),
      });
    const data = join(folder, 'postgresql');
    if (!existsSync(data)) {
      // Made aside, so that one that is there is whole; and in a thread that ends, because making it takes 500 MB.
      const unfinished = `${data}.unfinished`;
      await rm(unfinished, { recursive: true, force: true });
      await (await start(unfinished)).close();
      await rename(unfinished, data);
    }
    const { ask, close } = await start(data);
    return {
      database: drizzle(async (sql, params: unknown[], method) => ({ rows: await ask(sql, params, method) })),
      close: async () => {
        await close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

type Waiting = { readonly resolve: (rows: unknown[]) => void; readonly reject: (error: Error) => void };

async function startThread(file: string, workerData: EmbeddedSetting) {
  const worker = new Worker(file, { workerData });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const wait = (id: number) =>
    new Promise<unknown[]>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: EmbeddedAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('rows' in answer) asked?.resolve(answer.rows);
    else asked?.reject(new Error(answer.error));
  });
  worker.on('error', failAll);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      failAll(new Error('The embedded database has ended.'));
      resolve();
    });
  });
  await wait(0);
  // The process may end while it is idle.
  worker.unref();

  return {
    ask: (sql: string, params: readonly unknown[], method: EmbeddedQuestion['method']) => {
      lastId += 1;
      const answer = wait(lastId);
      worker.postMessage({ id: lastId, sql, params, method } satisfies EmbeddedQuestion);
      return answer;
    },
    close: async () => {
      worker.postMessage('close');
      await ended;
    },
  };
}

async function lock(path: string): Promise<() => Promise<void>> {
  const take = async () => {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
  };
  try {
    await take();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const holder = Number(await readFile(path, 'utf8'));
    if (isRunning(holder)) {
      throw new Error(
        `The database in DATA_DIR is in use by process ${holder}. Stop it, or set DATABASE_URL so that several instances can share one.`,
        { cause: error },
      );
    }
    // Left behind by a process that was killed.
    await rm(path, { force: true });
    await take();
  }
  return () => rm(path, { force: true });
}

/** In a container every process may be number 1, and our own number is nobody else's. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
