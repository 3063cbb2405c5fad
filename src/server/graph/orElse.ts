import type { Graph } from './graphClient.js';

/**
 * Returns the result of work for optional data, or `fallback` if the work fails. Throws if the request has ended, so that
 * the rest of its work ends too.
 */
export async function orElse<Value>(graph: Graph, work: Promise<Value>, fallback: Value): Promise<Value> {
  try {
    return await work;
  } catch {
    graph.deadline.signal.throwIfAborted();
    return fallback;
  }
}
