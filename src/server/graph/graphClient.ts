import { randomUUID } from 'node:crypto';
import { Problem } from '../Problem.js';
import type { HttpAnswer, HttpClient, HttpRequest, Lane } from '../http/httpClient.js';
import { inTime, type RequestScope } from '../http/RequestScope.js';
import { claimsChallenge, graphProblem, noAnswerProblem, unexpected } from './graphProblem.js';
import { isErrorBody } from './isRecord.js';

/** As much of a Graph token as this folder needs. */
export type AccessToken = {
  readonly accessToken: string;
  /** Short names, lower case. Undefined: not known. */
  readonly scopes: ReadonlySet<string> | undefined;
};

/** Where one user's token comes from. */
export type TokenSource = {
  readonly tenantId: string;
  /** The user's token; after a refusal, another one. */
  readonly get: (refused?: {
    readonly rejected: AccessToken;
    readonly claims: string | undefined;
  }) => Promise<AccessToken>;
  /** Forgets the token. */
  readonly drop: () => Promise<void>;
};

/** Microsoft Graph as one user, until one incoming request ends. */
export type Graph = {
  readonly scope: RequestScope;
  /**
   * GET, or POST when there is a body, of a path below the endpoint or of a next link.
   * Gives the parsed JSON; throws Problem.
   */
  readonly requestJson: (pathOrNextLink: string, body?: unknown) => Promise<unknown>;
  /** What the user's token may: short names, lower case. Undefined: not known. Throws Problem. */
  readonly getScopes: () => Promise<ReadonlySet<string> | undefined>;
  /** The same for what may fail alone: on connections of its own, and ending soon after the user's token is there. */
  readonly aside: (lane: Exclude<Lane, 'main'>) => Promise<Graph>;
};

/** Binds Graph to a user and to a request. */
export type GraphClient = (tokens: TokenSource, scope: RequestScope) => Graph;

/** Talks with Microsoft Graph, and with no other origin than `graphEndpoint`. */
export function createGraphClient(http: HttpClient, graphEndpoint: string): GraphClient {
  const sendOnce = async (
    scope: RequestScope,
    lane: Lane,
    url: HttpRequest['url'],
    token: AccessToken,
    body: unknown,
  ): Promise<HttpAnswer> => {
    const headers: Record<string, string> = {
      authorization: `Bearer ${token.accessToken}`,
      accept: 'application/json',
      'client-request-id': randomUUID(),
    };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await http
      .send({
        url,
        method: body === undefined ? 'GET' : 'POST',
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: scope.signal,
        deadlineMs: scope.deadlineMs,
        lane,
      })
      .catch((error: unknown) => {
        throw noAnswerProblem(error);
      });
    const requestId = answer.header('request-id');
    if (requestId !== undefined) scope.graphRequestIds.push(requestId.slice(0, 64));
    return answer;
  };

  return (tokens, requestScope) => {
    // One look-up for all calls of a request, until Graph refuses what it gave.
    let underWay: Promise<AccessToken> | undefined;
    let known: AccessToken | undefined;
    const getToken = async (scope: RequestScope, refused?: Parameters<TokenSource['get']>[0]) => {
      if (refused === undefined && known !== undefined) return known;
      if (refused !== undefined || underWay === undefined) {
        known = undefined;
        underWay = tokens.get(refused);
      }
      known = await inTime(underWay, scope);
      return known;
    };

    const within = (scope: RequestScope, lane: Lane): Graph => ({
      scope,
      requestJson: async (pathOrNextLink, body) => {
        const url = toSameOrigin(pathOrNextLink, graphEndpoint);
        const token = await getToken(scope);
        let answer = await sendOnce(scope, lane, url, token, body);
        if (answer.status === 401) {
          const claims = claimsChallenge(answer.header('www-authenticate'));
          const renewed = await getToken(scope, { rejected: token, claims });
          answer = await sendOnce(scope, lane, url, renewed, body);
        }
        if (answer.status === 401) {
          await tokens.drop();
          const claims = claimsChallenge(answer.header('www-authenticate'));
          if (claims !== undefined) {
            throw new Problem(
              { code: 'interaction_required', claims, tenantId: tokens.tenantId },
              'Microsoft Graph wants you to sign in again.',
            );
          }
        }
        if (answer.status !== 200) throw graphProblem(answer);
        const json = parseJson(answer.text);
        if (isErrorBody(json)) throw unexpected('an error with status 200');
        return json;
      },
      getScopes: async () => (await getToken(scope)).scopes,
      aside: async (side) => {
        await getToken(scope).catch(() => undefined);
        const { signal, deadlineMs } = scope.startSide();
        const { correlationId, startedMs, graphRequestIds, startSide } = scope;
        return within({ signal, deadlineMs, correlationId, startedMs, graphRequestIds, startSide }, side);
      },
    });
    return within(requestScope, 'main');
  };
}

/** A path in which a URL parser finds nothing to change: parsing took a twentieth of a request. */
const plainPath = /^(?:\/[\w$-][\w$.-]*)+$/;

/** A link elsewhere would hand over the user's token. */
function toSameOrigin(pathOrNextLink: string, graphEndpoint: string): HttpRequest['url'] {
  if (plainPath.test(pathOrNextLink)) return { origin: graphEndpoint, pathname: pathOrNextLink, search: '' };
  const url = parseUrl(pathOrNextLink, graphEndpoint);
  if (url?.origin !== graphEndpoint || url.username !== '' || url.password !== '') {
    throw unexpected('a link to another origin');
  }
  return url;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not as the cause: V8's message quotes the text, which may name people.
    throw unexpected('not JSON');
  }
}

/** As `URL.parse` of newer Nodes; asking `URL.canParse` first would parse twice. */
function parseUrl(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
