import { z } from 'zod';
import { systemClock } from '../time/clock.js';
import { parseRetryAfter, retryDelayMs } from '../outbound/retryDelay.js';
import type { Graph } from './graphClient.js';
import { isErrorBody } from './graphProblem.js';

/**
 * Response to one item of a batch. `status` is 502 for an error body with a success status.
 * `body` depends on the item's content type: parsed JSON, or base64 for binary data.
 */
export type BatchAnswer = {
  readonly status: number;
  readonly body: unknown;
  /** Seconds. */
  readonly retryAfter: number | undefined;
};

/** Maximum requests in one `$batch`. @see https://learn.microsoft.com/graph/json-batching */
const batchSize = 20;
/** Concurrent batches of one caller. */
const concurrency = 4;

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      // Some responses have no body.
      body: z.unknown().optional(),
    }),
  ),
});

/**
 * GETs many paths in batches of 20. Maps each path to its response; paths without a response are missing. Never throws.
 * Retries throttled items once if `Retry-After` fits the deadline.
 * @param onFailure called with the paths and the error of each batch that fails as a whole
 */
export async function getInBatches(
  graph: Graph,
  paths: readonly string[],
  version: 'v1.0' | 'beta' = 'v1.0',
  onFailure?: (paths: readonly string[], cause: unknown) => void,
): Promise<Map<string, BatchAnswer>> {
  const answers = new Map<string, BatchAnswer>();
  const { signal, deadlineMs } = graph.deadline;
  const askAll = async (wanted: readonly string[]) => {
    const throttled: { path: string; waitMs: number }[] = [];
    const ask = async (chunk: readonly string[]) => {
      const items = await postBatch(graph, chunk, version).catch((cause: unknown) => {
        // A failed batch does not affect the others.
        onFailure?.(chunk, cause);
        return [];
      });
      for (const item of items) {
        answers.set(item.path, item);
        if (item.status === 429 || item.status === 503)
          throttled.push({ path: item.path, waitMs: retryDelayMs(1, item.retryAfter, Math.random()) });
      }
    };
    for (const chunks of toChunks(toChunks(wanted, batchSize), concurrency)) {
      if (!signal.aborted) await Promise.all(chunks.map(ask));
    }
    return throttled;
  };

  const soon = (await askAll(paths)).filter(({ waitMs }) => Date.now() + waitMs < deadlineMs);
  if (soon.length > 0) {
    await systemClock.sleep(Math.max(...soon.map(({ waitMs }) => waitMs)), signal).catch(() => undefined);
    await askAll(soon.map(({ path }) => path));
  }
  return answers;
}

async function postBatch(graph: Graph, paths: readonly string[], version: string) {
  const requests = paths.map((url, index) => ({ id: String(index), method: 'GET', url }));
  const parsed = batchAnswer.safeParse(await graph.requestJson(`/${version}/$batch`, { requests }));
  if (!parsed.success) return [];
  return parsed.data.responses.flatMap(({ id, status, headers, body }) => {
    const path = paths[Number(id)];
    if (path === undefined) return [];
    const header = (name: string): string | undefined => {
      const value = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
      return typeof value === 'string' ? value : undefined;
    };
    const retryAfter = parseRetryAfter(header('retry-after'), Date.now());
    return [{ path, status: isErrorBody(body) && status < 400 ? 502 : status, body, retryAfter }];
  });
}

const toChunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
