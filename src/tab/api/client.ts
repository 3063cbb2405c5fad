import {
  peoplePerRequest,
  type Delegation,
  type DelegationList,
  type ListName,
  type PeopleAnswer,
  type PersonExtras,
  type Profile,
  type ProfilesAnswer,
} from '../../contract/delegation.js';
import type { Confirmation, ConfirmationPage, ConfirmationRequest } from '../../contract/confirmation.js';
import type { Me } from '../../contract/me.js';
import {
  allConfirmationsPath,
  confirmationPath,
  confirmationsPath,
  correlationIdHeader,
  delegationPath,
  listPath,
  mePath,
  peoplePath,
  profilesPath,
} from '../../contract/paths.js';
import { problemContentType, type ProblemDetails } from '../../contract/problem.js';
import { ApiProblem, type TabProblem } from './TabProblem.js';

/** Client of our server's API. Every method throws ApiProblem. */
export type Api = {
  readonly getList: (list: ListName) => Promise<DelegationList>;
  readonly getDelegation: (list: ListName, id: string) => Promise<Delegation>;
  /** Any number of ids. */
  readonly getPeople: (ids: readonly string[]) => Promise<readonly PersonExtras[]>;
  /** Any number of ids. */
  readonly getProfiles: (ids: readonly string[]) => Promise<readonly Profile[]>;
  readonly getMe: () => Promise<Me>;
  readonly getConfirmations: (
    list: ListName,
    query: { readonly limit?: number; readonly before?: string },
  ) => Promise<ConfirmationPage>;
  /** @param id a GUID created by the caller; the server stores one confirmation per GUID */
  readonly confirm: (list: ListName, id: string, request: ConfirmationRequest) => Promise<Confirmation>;
  readonly deleteConfirmations: () => Promise<void>;
  /** Generic request, for parts that load later and know their own path. */
  readonly send: <Answer>(path: string, method?: string, body?: unknown) => Promise<Answer>;
};

export type ApiOptions = {
  /** Called before each request. Throws SignInFailed or HostSilent. */
  readonly getSsoToken: () => Promise<string>;
  /** Called with a token that the server refused. */
  readonly onRefused?: (token: string) => void;
};

/** Milliseconds. The server's own limit is ten seconds. */
const timeoutMs = 20_000;

export function createApi({ getSsoToken, onRefused }: ApiOptions): Api {
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
    getList: (list) => send<DelegationList>(listPath(list)),
    getDelegation: (list, id) => send<Delegation>(delegationPath(list, id)),
    getPeople: inParts(async (ids) => (await send<PeopleAnswer>(peoplePath(ids))).value),
    getProfiles: inParts(async (ids) => (await send<ProfilesAnswer>(profilesPath(ids))).value),
    getMe: () => send<Me>(mePath),
    getConfirmations: (list, query) =>
      send<ConfirmationPage>(
        `${confirmationsPath(list)}?${new URLSearchParams(
          Object.entries(query).map(([name, value]) => [name, String(value)]),
        ).toString()}`,
      ),
    confirm: (list, id, request) => send<Confirmation>(confirmationPath(list, id), 'PUT', request),
    deleteConfirmations: () => send(allConfirmationsPath, 'DELETE'),
    send,
  };
}

/** Maps a token failure to a problem. The error message is the host's own string. */
function toSignInProblem(error: unknown): TabProblem {
  if (error instanceof Error && error.name === 'HostSilent') return { code: 'host_silent' };
  return { code: 'sign_in_failed', reason: error instanceof Error ? error.message : 'unknown' };
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
