import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Opened } from './store.js';

/**
 * PostgreSQL inside this process, for a single machine. Only one process may have the folder, so it is locked.
 * Throws when it cannot be opened.
 */
export async function openEmbedded(folder: string, migrationsFolder: string): Promise<Opened> {
  await mkdir(folder, { recursive: true });
  const unlock = await lock(join(folder, 'process.pid'));
  try {
    // Loaded only where it is used: it is a whole database.
    const { PGlite } = await import('@electric-sql/pglite');
    const engine = await PGlite.create(join(folder, 'postgresql'));
    const database = drizzle(engine);
    await migrate(database, { migrationsFolder });
    return {
      database,
      close: async () => {
        await engine.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
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
