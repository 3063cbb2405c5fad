import { Worker } from 'node:worker_threads';
import { EngineError, type Row, type Value } from './Database.js';
import type { ThreadAnswer, ThreadQuestion } from './libsqlThread.js';

type Waiting = { readonly resolve: (rows: readonly Row[]) => void; readonly reject: (error: Error) => void };

/**
 * Starts `libsqlThread.js` on a database file. Resolves once the file is open. Throws EngineError when it cannot be opened.
 * The thread does not keep the process alive.
 */
export async function startThread(file: string, path: string) {
  const worker = new Worker(file, { workerData: { path } });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let hasEnded = false;
  const answerTo = (id: number) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  worker.on('message', (answer: ThreadAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('rows' in answer) asked?.resolve(answer.rows as Row[]);
    else asked?.reject(new EngineError(answer.error.code, answer.error.message));
  });
  const end = (error: Error) => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end(new EngineError('ENDED', 'the thread of the database has ended'));
      resolve();
    });
  });
  try {
    await answerTo(0);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  worker.unref();

  return {
    /** Runs one statement with a `?` for each value. */
    ask: (text: string, values: readonly Value[]): Promise<readonly Row[]> => {
      if (hasEnded) return Promise.reject(new EngineError('ENDED', 'the thread of the database has ended'));
      lastId += 1;
      const answer = answerTo(lastId);
      worker.postMessage({ id: lastId, text, values } satisfies ThreadQuestion);
      return answer;
    },
    hasEnded: () => hasEnded,
    /** Ends the thread after the pending statements. */
    close: async () => {
      if (!hasEnded) worker.postMessage('close');
      await ended;
    },
  };
}
