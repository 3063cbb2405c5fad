import { z } from 'zod';
import { listNames } from '../../contract/delegation.js';
import type { GetAppToken } from '../notifications/activityFeed.js';
import type { ReadLists, WatchedList } from '../notifications/watcher.js';
import { LoggableError, Problem } from '../Problem.js';
import { createRequestDeadline } from '../time/Deadline.js';
import { getInBatches, type BatchAnswer } from './batch.js';
import { parseWholeList } from './delegationSettings.js';
import type { Graph, GraphClient } from './graphClient.js';

const readMs = 20_000;

/** Creates the reader of background reading. It acts with app-only tokens. */
export const createWatchedListReader =
  (graphClient: GraphClient, getAppToken: GetAppToken): ReadLists =>
  async (tenantId, objectIds) => {
    const { deadline, end } = createRequestDeadline(readMs, readMs);
    const asApp = graphClient(
      {
        tenantId,
        get: async (refused) => ({
          accessToken: (await getAppToken(tenantId, refused?.rejected)).accessToken,
          scopes: undefined,
        }),
        drop: () => Promise.resolve(),
      },
      deadline,
    );
    return await readWatchedLists(await asApp.optional('extras'), objectIds).finally(end);
  };

/** Reads both lists of several users with the application permission `CallDelegation.Read.All`. Never throws. */
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
  const failures = new Map<string, unknown>();
  const answers = await getInBatches(
    graph,
    wanted.map(({ path }) => path),
    'beta',
    (paths, cause) => {
      for (const path of paths) failures.set(path, cause);
    },
  );
  return wanted.map(({ objectId, list, path }) => {
    const answer = answers.get(path);
    return {
      objectId,
      list,
      reading: answer === undefined ? toFailure(failures.get(path)) : toReading(answer),
    };
  });
}

const toFailure = (cause: unknown): WatchedList['reading'] =>
  cause instanceof Problem && cause.reason.code === 'throttled'
    ? { kind: 'throttled', retryAfter: cause.reason.retryAfter }
    : { kind: 'failed', cause: cause ?? new LoggableError('no response in the batch') };

function toReading({ status, retryAfter, body }: BatchAnswer): WatchedList['reading'] {
  if (status === 429) return { kind: 'throttled', retryAfter };
  if (status === 403) return { kind: 'refused', isApp: isRefusalOfApp(body) };
  if (status === 404) return { kind: 'notFound' };
  const entries = status === 200 ? parseWholeList(body) : undefined;
  return entries === undefined
    ? { kind: 'failed', cause: new LoggableError(`Graph returned ${status}`) }
    : { kind: 'read', entries };
}

const refusal = z.object({ error: z.object({ code: z.string().catch(''), message: z.string().catch('') }) });

/** Graph reports a missing permission as a directory error code, or as a message with the code `Forbidden`. */
function isRefusalOfApp(body: unknown): boolean {
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return false;
  const { code, message } = parsed.data.error;
  return code === 'Authorization_RequestDenied' || message.startsWith('Missing role permissions');
}
