import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { graphScopes } from '../contract/graphScopes.js';
import { listPage, oneEntry, toSettings } from './graph/delegationSettings.js';
import { sendActivityNotification } from './graph/activityNotifications.js';
import { failure, type Caller, type GraphAnswer } from './graph/GraphAnswer.js';
import { getPhoto, getPresences, getUser } from './graph/users.js';
import { listen, type RunningServer } from './httpServer.js';
import type { SandboxState } from './state.js';
import { verifyWith, type SigningKey } from './tokens.js';

export type GraphRequest = {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly objectId: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type Graph = RunningServer & {
  /** All HTTP requests, oldest first. The parts of a batch are not included. */
  readonly requests: GraphRequest[];
  /**
   * Sees each request, including the parts of a batch. Its return value replaces the answer. `handled` means
   * that it has written the response itself.
   */
  script:
    ((request: GraphRequest, response?: ServerResponse) => GraphAnswer | 'handled' | undefined) | undefined;
};

export type GraphOptions = {
  readonly state: SandboxState;
  readonly signingKey: SigningKey;
  /** Entries per page of a list. Default 100. */
  readonly pageSize: number | undefined;
  /** Milliseconds before each answer. */
  readonly delayMs: number;
};

/** Application permission to read the delegations of every user, without a signed-in user. */
const watchRole = 'CallDelegation.Read.All';

/** Emulates Microsoft Graph: the beta and v1.0 paths that the app uses, in the shapes of the reference. */
export async function startGraph(options: GraphOptions): Promise<Graph> {
  const { state, signingKey, pageSize = 100, delayMs } = options;

  const settingsOf = (objectId: string, list: string | undefined) =>
    toSettings(state.delegations, list === 'delegates', objectId);
  const listOf = (objectId: string, list: string | undefined, path: string): GraphAnswer => {
    const isOdd = state.people.get(objectId)?.isOdd === true;
    return listPage(settingsOf(objectId, list), new URL(path, running.origin), pageSize, isOdd);
  };
  const answerTo = (request: GraphRequest, url: URL, caller: Caller): GraphAnswer => {
    const { pathname } = url;
    const notified = /^\/v1\.0\/users\/([^/]+)\/teamwork\/sendActivityNotification$/.exec(pathname);
    if (notified?.[1] !== undefined && request.method === 'POST')
      return sendActivityNotification(state, caller, decodeURIComponent(notified[1]), request.body);
    if (caller.roles !== undefined && /^\/[^/]+\/me(\/|$)/.test(pathname))
      return failure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    const watched = /^\/beta\/users\/([^/]+)\/communications\/callSettings\/(delegates|delegators)$/.exec(
      pathname,
    );
    if (watched?.[1] !== undefined && caller.roles !== undefined) {
      if (!caller.roles.has(watchRole))
        return failure(403, 'Forbidden', 'Missing role permissions on the request.');
      const objectId = decodeURIComponent(watched[1]);
      if (!state.people.has(objectId)) return failure(404, 'NotFound', 'The user was not found.');
      return listOf(objectId, watched[2], request.path);
    }
    const own = /^\/beta\/me\/communications\/callSettings\/(delegates|delegators)(?:\/([^/]+))?$/.exec(
      pathname,
    );
    if (own !== null) {
      if (!caller.scopes.has(graphScopes.delegations)) return failure(403, 'Forbidden', 'Missing scope.');
      if (state.people.get(caller.objectId)?.problem === 'policyOff')
        return failure(403, 'Forbidden', 'Delegation is not allowed by policy.');
      return own[2] === undefined
        ? listOf(caller.objectId, own[1], request.path)
        : oneEntry(settingsOf(caller.objectId, own[1]), decodeURIComponent(own[2]));
    }
    if (pathname === '/v1.0/me') {
      return getUser(state, caller, caller.objectId, url.searchParams.get('$select'));
    }
    const photo = /^\/v1\.0\/users\/([^/]+)\/photos\/(\d+)x\2\/\$value$/.exec(pathname);
    if (photo?.[1] !== undefined) return getPhoto(state, caller, photo[1], Number(photo[2]));
    const user = /^\/v1\.0\/users\/([^/]+)$/.exec(pathname);
    if (user?.[1] !== undefined)
      return getUser(state, caller, decodeURIComponent(user[1]), url.searchParams.get('$select'));
    if (pathname === '/v1.0/communications/getPresencesByUserId' && request.method === 'POST') {
      return getPresences(state, caller, request.body);
    }
    return failure(404, 'ResourceNotFound', 'Resource not found for the segment.');
  };

  const batch = (request: GraphRequest, caller: Caller): GraphAnswer => {
    const { requests } = JSON.parse(request.body) as {
      requests: { id: string; method: string; url: string }[];
    };
    const [version = ''] = /^\/[^/]+/.exec(request.path) ?? [];
    if (requests.length > 20) return failure(400, 'BadRequest', 'Max number of requests in a batch is 20.');
    const responses = requests.map(({ id, method, url }) => {
      const part: GraphRequest = { ...request, method, path: `${version}${url}`, body: '' };
      const scripted = graph.script?.(part);
      const answer =
        scripted !== undefined && scripted !== 'handled'
          ? scripted
          : answerTo(part, new URL(part.path, 'http://graph'), caller);
      return {
        id,
        status: answer.status,
        headers: { 'Content-Type': 'application/json', ...answer.headers },
        body: answer.body,
      };
    });
    // Graph does not guarantee the order of batch responses.
    return { status: 200, body: { responses: responses.reverse() } };
  };

  const running = await listen(async (incoming, response, url) => {
    const body = await text(incoming);
    if (delayMs > 0) await sleep(delayMs);
    const token = /^Bearer (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1] ?? '';
    const claims = await verifyWith(signingKey, token, [running.origin]).catch(() => undefined);
    const objectId = claims === undefined ? undefined : String(claims['oid']);
    const request: GraphRequest = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      objectId,
      headers: incoming.headers,
      body,
    };
    graph.requests.push(request);
    const scripted = graph.script?.(request, response);
    if (scripted === 'handled') return;
    if (scripted !== undefined) {
      send(response, scripted);
      return;
    }
    if (claims === undefined || objectId === undefined) {
      send(response, failure(401, 'InvalidAuthenticationToken', 'Access token validation failure.'));
      return;
    }
    const problem = problemAnswer(state.people.get(objectId)?.problem);
    if (problem === 'silence') return;
    const caller: Caller = {
      objectId,
      scopes: new Set(typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : []),
      ...(claims['idtyp'] === 'app' && { roles: new Set(claims['roles'] as readonly string[] | undefined) }),
    };
    send(
      response,
      problem ??
        (/^\/(v1\.0|beta)\/\$batch$/.test(url.pathname)
          ? batch(request, caller)
          : answerTo(request, url, caller)),
    );
  });

  const graph: Graph = { ...running, requests: [], script: undefined };
  return graph;
}

function send(response: ServerResponse, { status, body, headers }: GraphAnswer): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'request-id': randomUUID(), ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
}

function problemAnswer(problem: string | undefined): GraphAnswer | 'silence' | undefined {
  switch (problem) {
    case 'throttled':
      return failure(429, 'TooManyRequests', 'Too many requests.', { 'retry-after': '12' });
    case 'graphDown':
      return failure(503, 'ServiceUnavailable', 'The service is unavailable.');
    case 'graphSlow':
      return 'silence';
    case 'graphGarbage':
      return {
        status: 200,
        body: '<html><body>Welcome to the proxy</body></html>',
        headers: { 'content-type': 'text/html' },
      };
    default:
      return undefined;
  }
}
