import { randomUUID } from 'node:crypto';
import { Problem } from '../Problem.js';
import type { HttpAnswer, HttpClient } from '../http/httpClient.js';
import type { RequestScope } from '../http/RequestScope.js';
import { claimsChallenge, graphProblem, noAnswerProblem, unexpected } from './graphProblem.js';

/** As much of a Graph token as this folder needs. */
export type AccessToken = {
  readonly accessToken: string;
  /** Short names, lower case. Undefined: not known. */
  readonly scopes: ReadonlySet<string> | undefined;
};

/** One user's way to Graph, for the length of one incoming request. */
export type GraphSession = {
  readonly scope: RequestScope;
  /** The user's token; after a refusal, another one. */
  readonly getToken: (refused?: {
    readonly rejected: AccessToken;
    readonly claims: string | undefined;
  }) => Promise<AccessToken>;
  /** Forgets the token. */
  readonly dropToken: () => Promise<void>;
};

export type GraphClient = {
  /**
   * GET, or POST when there is a body, of a path below the endpoint or of a next link.
   * Gives the parsed JSON; throws Problem.
   */
  requestJson: (session: GraphSession, pathOrNextLink: string, body?: unknown) => Promise<unknown>;
};

/** Talks with Microsoft Graph as one user, and with no other origin than `graphEndpoint`. */
export function createGraphClient(http: HttpClient, graphEndpoint: string): GraphClient {
  const sendOnce = async (
    session: GraphSession,
    url: URL,
    token: AccessToken,
    body: unknown,
  ): Promise<HttpAnswer> => {
    const answer = await http
      .send({
        url,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token.accessToken}`,
          accept: 'application/json',
          'client-request-id': randomUUID(),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: session.scope.signal,
        deadlineMs: session.scope.deadlineMs,
      })
      .catch((error: unknown) => {
        throw noAnswerProblem(error);
      });
    const requestId = answer.header('request-id');
    if (requestId !== undefined) session.scope.graphRequestIds.push(requestId.slice(0, 64));
    return answer;
  };

  return {
    requestJson: async (session, pathOrNextLink, body) => {
      const url = toSameOrigin(pathOrNextLink, graphEndpoint);
      const token = await inTime(session.getToken(), session.scope);
      let answer = await sendOnce(session, url, token, body);
      if (answer.status === 401) {
        const claims = claimsChallenge(answer.header('www-authenticate'));
        const renewed = session.getToken({ rejected: token, claims });
        answer = await sendOnce(session, url, await inTime(renewed, session.scope), body);
      }
      if (answer.status === 401) {
        await session.dropToken();
        const claims = claimsChallenge(answer.header('www-authenticate'));
        if (claims !== undefined) {
          throw new Problem(
            { code: 'interaction_required', claims },
            'Microsoft Graph wants you to sign in again.',
          );
        }
      }
      if (answer.status !== 200) throw graphProblem(answer);
      try {
        return JSON.parse(answer.text) as unknown;
      } catch {
        // Not as the cause: V8's message quotes the text, which may name people.
        throw unexpected('not JSON');
      }
    },
  };
}

/** For what may fail alone: names, presence, photos. */
export const toSideSession = (session: GraphSession): GraphSession => ({
  ...session,
  scope: { ...session.scope, ...session.scope.side },
});

/** A link elsewhere would hand over the user's token. */
function toSameOrigin(pathOrNextLink: string, graphEndpoint: string): URL {
  const url = parseUrl(pathOrNextLink, graphEndpoint);
  if (url?.origin !== graphEndpoint || url.username !== '' || url.password !== '') {
    throw unexpected('a link to another origin');
  }
  return url;
}

/** As `URL.parse` of newer Nodes; asking `URL.canParse` first would parse twice. */
function parseUrl(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/** An exchange that several requests share goes on when one of them ends. */
const inTime = <Value>(promise: Promise<Value>, { ended }: RequestScope): Promise<Value> =>
  Promise.race([promise, ended]);
