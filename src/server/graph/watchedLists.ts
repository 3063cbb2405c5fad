import { listNames, type ListName } from '../../contract/delegation.js';
import { getInBatches, type BatchAnswer } from './batch.js';
import { parseWholeList, type DelegationSettings } from './delegationSettings.js';
import type { Graph } from './graphClient.js';

/** `refused`: the app may not. `busy`: Graph asks to wait. `unknown`: no such user, or an answer that says nothing. */
export type WatchedReading =
  | { readonly kind: 'read'; readonly entries: readonly DelegationSettings[] }
  | { readonly kind: 'refused' | 'unknown' }
  | { readonly kind: 'busy'; readonly retryAfter: number | undefined };

export type WatchedList = {
  readonly objectId: string;
  readonly list: ListName;
  readonly reading: WatchedReading;
};

/** Both lists of several people, as the app itself: with the application permission `CallDelegation.Read.All`. Never throws. */
export async function readWatchedLists(
  graph: Graph,
  objectIds: readonly string[],
): Promise<readonly WatchedList[]> {
  const wanted = objectIds.flatMap((objectId) =>
    listNames.map((list) => ({
      objectId,
      list,
      path: `/users/${encodeURIComponent(objectId)}/communications/callSettings/${list}`,
    })),
  );
  const answers = await getInBatches(
    graph,
    wanted.map(({ path }) => path),
    'beta',
  );
  return wanted.map(({ objectId, list, path }) => ({
    objectId,
    list,
    reading: toReading(answers.get(path)),
  }));
}

function toReading(answer: BatchAnswer | undefined): WatchedReading {
  if (answer === undefined || answer.status === 429 || answer.status >= 500)
    return { kind: 'busy', retryAfter: answer?.retryAfter };
  if (answer.status === 403) return { kind: 'refused' };
  const entries = answer.status === 200 ? parseWholeList(answer.body) : undefined;
  return entries === undefined ? { kind: 'unknown' } : { kind: 'read', entries };
}
