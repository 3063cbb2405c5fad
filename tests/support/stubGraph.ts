import type { Graph } from '../../src/server/graph/graphClient.js';
import { newCaller } from './caller.js';

export type Posted = { readonly requests: readonly { readonly id: string; readonly url: string }[] };

export type AskedGraph = Graph & {
  readonly asked: readonly { readonly path: string; readonly body: unknown }[];
  /** Aborts the request. */
  readonly leave: () => void;
};

/** Creates a Graph client that returns `answer`, for a request with a deadline of `totalMs`. */
export function stubGraph(
  answer: (path: string, body: unknown) => unknown,
  { totalMs = 10_000, scopes }: { totalMs?: number; scopes?: ReadonlySet<string> } = {},
): AskedGraph {
  const { deadline, leave } = newCaller({}, totalMs);
  const asked: { path: string; body: unknown }[] = [];
  const graph: AskedGraph = {
    deadline,
    requestIds: [],
    asked,
    leave,
    requestJson: (path, body) => {
      asked.push({ path, body });
      return Promise.resolve().then(() => answer(path, body));
    },
    getScopes: () => Promise.resolve(scopes),
    optional: () => Promise.resolve(graph),
  };
  return graph;
}

/** Answers each request of a batch by its URL. */
export const inBatch = (answer: (url: string) => object | undefined) => (_: string, body: unknown) => ({
  responses: (body as Posted).requests.flatMap(({ id, url }) => {
    const item = answer(url);
    return item === undefined ? [] : [{ id, ...item }];
  }),
});
