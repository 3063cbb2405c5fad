import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { EmbeddedAnswer, EmbeddedQuestion, EmbeddedSetting } from './embedded.js';

/** A thread of its own for the embedded database, which keeps whoever shares its thread waiting while it works. */

const { folder, migrationsFolder } = workerData as EmbeddedSetting;
const engine = await PGlite.create(folder);
await migrate(drizzle(engine), { migrationsFolder });

const tell = (answer: EmbeddedAnswer) => parentPort?.postMessage(answer);

async function answer({ id, sql, params, method }: EmbeddedQuestion): Promise<void> {
  try {
    const { rows } = await engine.query(sql, [...params], { rowMode: method === 'all' ? 'array' : 'object' });
    tell({ id, rows });
  } catch (error) {
    tell({ id, error: String(error) });
  }
}

parentPort?.on('message', (question: EmbeddedQuestion | 'close') => {
  if (question === 'close') void engine.close().then(() => parentPort?.close());
  else void answer(question);
});
tell({ id: 0, rows: [] });
