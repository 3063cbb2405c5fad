import { randomUUID } from 'node:crypto';
import { Problem } from '../Problem.js';
import { parseJson, type HttpClient, type HttpRequest, type PoolName } from '../outbound/httpClient.js';
import { inTime, type Deadline, type RequestDeadline } from '../time/Deadline.js';
import { claimsChallenge, graphProblem, isErrorBody, noAnswerProblem, unexpected } from './graphProblem.js';

export type AccessToken = {
  readonly accessToken: string;
  /** Short lower-case names. Undefined if unknown. */
  readonly scopes: ReadonlySet<string> | undefined;
};

export type TokenSource = {
  readonly tenantId: string;
  /** Returns the user's token, or a different one if `refused` is given. */
  readonly get: (refused?: {
    readonly rejected: AccessToken;
    readonly claims: string | undefined;
  }) => Promise<AccessToken>;
  readonly drop: () => Promise<void>;
};

/** Microsoft Graph on behalf of one user, for one incoming request. */
export type Graph = {
  readonly deadline: Deadline;
  /** Graph's `request-id`s of all calls so far, for the log. */
  readonly requestIds: readonly string[];
  /**
   * Sends GET, or POST if there is a body, to a path below the endpoint or to a next link.
   * Returns the parsed JSON. Throws Problem.
   */
  readonly requestJson: (pathOrNextLink: string, body?: unknown) => Promise<unknown>;
  /** Scopes of the user's token: short lower-case names. Undefined if unknown. Throws Problem. */
  readonly getScopes: () => Promise<ReadonlySet<string> | undefined>;
  /** Graph for optional data: its own connections, and a short deadline that starts once the user's token is available. */
  readonly optional: (pool: Exclude<PoolName, 'main'>) => Promise<Graph>;
};

export type GraphClient = (tokens: TokenSource, deadline: RequestDeadline) => Graph;

/** Creates the Graph client. It sends requests to the origin of `graphEndpoint` only. */
export function createGraphClient(http: HttpClient, graphEndpoint: string): GraphClient {
  return (tokens, requestDeadline) => {
    const requestIds: string[] = [];
    // All calls of a request share one token until Graph rejects it.
    let underWay: Promise<AccessToken> | undefined;
    let known: AccessToken | undefined;
    const getToken = async (deadline: Deadline, refused?: Parameters<TokenSource['get']>[0]) => {
      if (refused === undefined && known !== undefined) return known;
      if (refused !== undefined || underWay === undefined) {
        known = undefined;
        underWay = tokens.get(refused);
      }
      known = await inTime(underWay, deadline);
      return known;
    };

    const within = (deadline: Deadline, pool: PoolName): Graph => {
      const send = async (url: HttpRequest['url'], token: AccessToken, body: unknown) => {
        const answer = await http
          .send({
            url,
            method: body === undefined ? 'GET' : 'POST',
            headers: {
              authorization: `Bearer ${token.accessToken}`,
              accept: 'application/json',
              'client-request-id': randomUUID(),
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: deadline.signal,
            deadlineMs: deadline.deadlineMs,
            pool,
          })
          .catch((error: unknown) => {
            throw noAnswerProblem(error);
          });
        const requestId = answer.header('request-id');
        if (requestId !== undefined) requestIds.push(requestId.slice(0, 64));
        return answer;
      };

      return {
        deadline,
        requestIds,
        requestJson: async (pathOrNextLink, body) => {
          const url = toSameOrigin(pathOrNextLink, graphEndpoint);
          const token = await getToken(deadline);
          let answer = await send(url, token, body);
          if (answer.status === 401) {
            const claims = claimsChallenge(answer.header('www-authenticate'));
            const renewed = await getToken(deadline, { rejected: token, claims });
            answer = await send(url, renewed, body);
          }
          if (answer.status === 401) {
            await tokens.drop();
            const claims = claimsChallenge(answer.header('www-authenticate'));
            if (claims !== undefined) {
              throw new Problem(
                { code: 'interaction_required', claims, tenantId: tokens.tenantId },
                'Microsoft Graph requires you to sign in again.',
              );
            }
          }
          if (answer.status !== 200) throw graphProblem(answer);
          const json = parseJson(answer.text);
          if (json === undefined) throw unexpected('not JSON');
          if (isErrorBody(json)) throw unexpected('an error with status 200');
          return json;
        },
        getScopes: async () => (await getToken(deadline)).scopes,
        optional: async (other) => {
          await getToken(deadline).catch(() => undefined);
          return within(requestDeadline.startOptional(), other);
        },
      };
    };
    return within(requestDeadline, 'main');
  };
}

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

/** Paths that a URL parser leaves unchanged. Parsing them costs throughput (docs/decisions/006). */
const plainPath = /^(?:\/[\w$-][\w$.-]*)+$/;

/** Rejects links to other origins, because they would disclose the user's token. */
function toSameOrigin(pathOrNextLink: string, graphEndpoint: string): HttpRequest['url'] {
  if (plainPath.test(pathOrNextLink)) return { origin: graphEndpoint, pathname: pathOrNextLink, search: '' };
  try {
    const url = new URL(pathOrNextLink, graphEndpoint);
    if (url.origin === graphEndpoint && url.username === '' && url.password === '') return url;
  } catch {
    // The link is not a URL.
  }
  throw unexpected('a link to another origin');
}
