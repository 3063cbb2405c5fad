import type {
  Delegation,
  DelegationList,
  ListName,
  PeopleAnswer,
  PersonExtras,
} from '../../contract/delegation.js';
import { correlationIdHeader, delegationPath, listPath, peoplePath } from '../../contract/paths.js';
import { problemContentType, type ProblemDetails } from '../../contract/problem.js';
import { SignInFailed } from '../host/teams.js';
import { ApiProblem, type TabProblem } from './TabProblem.js';

/** Our own server's API. Every call throws ApiProblem. */
export type Api = {
  readonly getList: (list: ListName) => Promise<DelegationList>;
  readonly getDelegation: (list: ListName, id: string) => Promise<Delegation>;
  /** At most 50 ids. */
  readonly getPeople: (ids: readonly string[]) => Promise<readonly PersonExtras[]>;
};

export type ApiOptions = {
  /** Asked before each call; throws SignInFailed. */
  readonly getSsoToken: () => Promise<string>;
};

/** Milliseconds; the server itself gives up after ten seconds. */
const timeoutMs = 20_000;

export function createApi({ getSsoToken }: ApiOptions): Api {
  async function get<Answer>(path: string): Promise<Answer> {
    const token = await getSsoToken().catch((cause: unknown) => {
      throw new ApiProblem(navigator.onLine ? toSignInProblem(cause) : { code: 'offline' }, { cause });
    });
    const answer = await fetch(path, {
      headers: { authorization: `Bearer ${token}`, [correlationIdHeader]: crypto.randomUUID() },
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ApiProblem({ code: navigator.onLine ? 'unreachable' : 'offline' }, { cause });
    });
    const type = answer.headers.get('content-type') ?? '';
    if (answer.ok && type.startsWith('application/json')) return (await answer.json()) as Answer;
    if (type.startsWith(problemContentType)) throw new ApiProblem((await answer.json()) as ProblemDetails);
    throw new ApiProblem({ code: 'unreachable' });
  }

  return {
    getList: (list) => get<DelegationList>(listPath(list)),
    getDelegation: (list, id) => get<Delegation>(delegationPath(list, id)),
    getPeople: async (ids) => (await get<PeopleAnswer>(peoplePath(ids))).value,
  };
}

/** What the host names when it gives no token. @see facts of teams-js: `authentication.getAuthToken` */
function toSignInProblem(error: unknown): TabProblem {
  return { code: 'sign_in_failed', reason: error instanceof SignInFailed ? error.reason : 'unknown' };
}
