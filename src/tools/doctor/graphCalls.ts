import { z } from 'zod';
import { listNames } from '../../contract/delegation.js';
import { graphScopes } from '../../contract/graphScopes.js';
import type { Config } from '../../server/config.js';
import { askAs, NoAnswer, type Answer } from '../ask.js';
import { of, type CheckResult } from './CheckResult.js';

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      status: z.number(),
      body: z.record(z.string(), z.unknown()).optional().catch(undefined),
    }),
  ),
});

const settings = '/beta/me/communications/callSettings';

/**
 * Calls each Graph operation once with a token from the administrator, for example from Graph Explorer. The
 * output contains counts only, never data from the answers.
 */
export async function* checkGraphCalls(
  { graphEndpoint }: Config,
  token: string,
): AsyncGenerator<CheckResult> {
  try {
    yield* callEach(async (path, body) => {
      const answer = await askAs(token, `${graphEndpoint}${path}`, body);
      if (answer instanceof NoAnswer) throw answer;
      return answer;
    });
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const fix = 'Try again. If this persists, check the network.';
    yield of('Graph calls').failed(`No response (${error.reason}).`, fix);
  }
}

/** Throws NoAnswer, which ends all calls. */
type Call = (path: string, body?: unknown) => Promise<Answer>;

async function* callEach(call: Call): AsyncGenerator<CheckResult> {
  const { delegations, self, names, presence } = graphScopes;
  let someone: string | undefined;
  for (const list of listNames) {
    const answer = await call(`${settings}/${list}`);
    const ids = toIds(answer);
    yield toResult(`List ${list}`, answer, delegations, `${ids.length} found.`);
    const [first] = ids;
    someone ??= first;
    yield first === undefined
      ? of(`Get ${list}`).skipped('The list is empty.')
      : toResult(`Get ${list}`, await call(`${settings}/${list}/${encodeURIComponent(first)}`), delegations);
  }
  const me = await call('/v1.0/me?$select=id');
  yield toResult('Own profile', me, self);
  const { id: own } = me.json ?? {};
  const id = someone ?? (typeof own === 'string' ? own : undefined);
  if (id === undefined) return;
  const batch = { requests: [{ id: '1', method: 'GET', url: `/users/${id}?$select=id,displayName` }] };
  yield toResult('Profiles ($batch)', toItem(await call('/v1.0/$batch', batch)), names);
  const presences = await call('/v1.0/communications/getPresencesByUserId', { ids: [id] });
  yield toResult('Presence', presences, presence);
  const photo = await call(`/v1.0/users/${id}/photos/48x48/$value`);
  // Many users have none.
  yield toResult('Photo', photo.status === 404 ? { ...photo, status: 200 } : photo, names);
}

/** Returns the only item of a batch. A batch answers 200 regardless of the status of its items. */
function toItem(answer: Answer): Answer {
  if (answer.status !== 200) return answer;
  const [item] = batchAnswer.safeParse(answer.json).data?.responses ?? [];
  return { ...answer, status: item?.status ?? 0, json: item?.body };
}

function toIds({ json }: Answer): string[] {
  const { value } = json ?? {};
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const { id } = (entry ?? {}) as { id?: unknown };
    return typeof id === 'string' ? [id] : [];
  });
}

function toResult(
  name: string,
  { status, json }: Answer,
  scope: string,
  message = 'Succeeded.',
): CheckResult {
  const { ok, failed } = of(name);
  if (status === 200) return ok(message);
  const { code } = (json?.['error'] ?? {}) as { code?: string };
  const summary = `Graph returned ${status === 0 ? '200 without an item' : `${status} ${code ?? ''}`}`.trim();
  if (status === 401) return failed(`${summary}.`, 'The token is not valid or has expired. Pass a new one.');
  if (status === 403) {
    return failed(
      `${summary}.`,
      `The token lacks ${scope}, or a policy forbids it (Set-CsTeamsCallingPolicy -AllowDelegation $true).`,
    );
  }
  return failed(`${summary}.`, 'Try again. If this persists, check the Microsoft 365 service health.');
}
