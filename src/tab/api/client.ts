import {
  peoplePerRequest,
  type DelegationList,
  type ListName,
  type PeopleAnswer,
  type ProfilesAnswer,
} from '../../contract/delegation.js';
import { correlationIdHeader, listPath, peoplePath, profilesPath } from '../../contract/paths.js';
import { problemContentType, type ProblemDetails } from '../../contract/problem.js';
import { ApiProblem, type TabProblem } from './TabProblem.js';

export type Api = ReturnType<typeof createApi>;

type ApiOptions = {
  /** Called before each request. Rejects with TimedOut or the host's own error. */
  readonly getSsoToken: () => Promise<string>;
  readonly onRefused?: (token: string) => void;
};

/** Milliseconds. The server's own limit is ten seconds. */
const timeoutMs = 20_000;

/** Client of our server's API. Every method throws ApiProblem. */
export function createApi({ getSsoToken, onRefused }: ApiOptions) {
  async function send<Answer>(path: string, method = 'GET', body?: unknown): Promise<Answer> {
    const token = await getSsoToken().catch((cause: unknown) => {
      throw new ApiProblem(navigator.onLine ? toSignInProblem(cause) : { code: 'offline' }, { cause });
    });
    const answer = await fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        [correlationIdHeader]: crypto.randomUUID(),
        ...(body !== undefined && {
          'content-type': 'application/json',
          'accept-language': document.documentElement.lang,
        }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ApiProblem({ code: navigator.onLine ? 'unreachable' : 'offline' }, { cause });
    });
    const type = answer.headers.get('content-type') ?? '';
    if (answer.status === 204) return undefined as Answer;
    if (answer.ok && type.startsWith('application/json')) return (await answer.json()) as Answer;
    if (type.startsWith(problemContentType)) {
      const problem = (await answer.json()) as ProblemDetails;
      if (problem.code === 'invalid_token') onRefused?.(token);
      throw new ApiProblem(problem);
    }
    throw new ApiProblem({ code: 'unreachable' });
  }

  return {
    getList: (list: ListName) => send<DelegationList>(listPath(list)),
    getPeople: inParts(async (ids) => (await send<PeopleAnswer>(peoplePath(ids))).value),
    getProfiles: inParts(async (ids) => (await send<ProfilesAnswer>(profilesPath(ids))).value),
    /** Any other request, for parts that load later. */
    send,
  };
}

function toSignInProblem(error: unknown): TabProblem {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return name === 'TimedOut' ? { code: 'host_silent' } : { code: 'sign_in_failed', reason: message };
}

type SendIds<Answer> = (ids: readonly string[]) => Promise<readonly Answer[]>;

/** Splits the ids into as few requests as the server's limit allows. */
export const inParts =
  <Answer>(send: SendIds<Answer>): SendIds<Answer> =>
  async (ids) => {
    const parts = [];
    for (let start = 0; start < ids.length; start += peoplePerRequest) {
      parts.push(send(ids.slice(start, start + peoplePerRequest)));
    }
    return (await Promise.all(parts)).flat();
  };
