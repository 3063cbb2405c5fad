import type { ServerResponse } from 'node:http';
import { failure, type GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  // Short limits keep the tests of limits fast.
  server = await startServer({ deadlineMs: 2_500, http: { attemptTimeoutMs: 600, maxBytes: 1024 * 1024 } });
});
beforeEach(() => {
  server.sandbox.graph.script = undefined;
  server.sandbox.graph.requests.length = 0;
});
afterAll(() => server.close());

const isList = (path: string) => /\/delegat(es|ors)(\?|$)/.test(path);
const lists = () => server.sandbox.graph.requests.filter(({ path }) => isList(path));
/** Scripts the response to the next `times` list requests; later ones get the normal response. */
const answerList = (answer: GraphAnswer | ((response: ServerResponse) => void), times = Infinity) => {
  let count = 0;
  server.sandbox.graph.script = ({ path }, response) => {
    if (!isList(path) || (count += 1) > times) return undefined;
    if (typeof answer !== 'function') return answer;
    if (response !== undefined) answer(response);
    return 'handled';
  };
};
const secret = 'Adele Vance is on leave';

describe('maps Graph’s error to a problem without its message:', () => {
  test.each<[number, GraphAnswer['headers'], { status: number; code: string; retryAfter?: number }, number]>([
    [400, {}, { status: 502, code: 'graph_unexpected' }, 1],
    [403, {}, { status: 403, code: 'delegation_not_allowed' }, 1],
    [404, {}, { status: 404, code: 'not_found' }, 1],
    [406, {}, { status: 502, code: 'graph_unexpected' }, 1],
    [409, {}, { status: 502, code: 'graph_unexpected' }, 1],
    [410, {}, { status: 502, code: 'graph_unexpected' }, 1],
    [429, { 'retry-after': '7' }, { status: 429, code: 'throttled', retryAfter: 7 }, 1],
    [429, { 'retry-after': '7.2' }, { status: 429, code: 'throttled', retryAfter: 8 }, 1],
    [429, { 'retry-after': '999999' }, { status: 429, code: 'throttled', retryAfter: 300 }, 1],
    [429, {}, { status: 429, code: 'throttled', retryAfter: 10 }, 3],
    [429, { 'retry-after': 'soon' }, { status: 429, code: 'throttled', retryAfter: 10 }, 3],
    [429, { 'retry-after': '-5' }, { status: 429, code: 'throttled', retryAfter: 10 }, 3],
    [500, {}, { status: 503, code: 'graph_unavailable' }, 1],
    [502, {}, { status: 503, code: 'graph_unavailable' }, 3],
    [503, {}, { status: 503, code: 'graph_unavailable' }, 3],
    [503, { 'retry-after': '120' }, { status: 503, code: 'graph_unavailable' }, 1],
    [504, {}, { status: 503, code: 'graph_unavailable' }, 3],
    [204, {}, { status: 502, code: 'graph_unexpected' }, 1],
  ])('%i with %j', async (status, headers, expected, asked) => {
    answerList(failure(status, 'SomeCode', secret, headers));
    const answer = await server.get('/api/delegates');

    expect(answer.body).toMatchObject(expected);
    expect(answer.status).toBe(expected.status);
    expect(answer.headers.get('retry-after')).toBe(
      expected.retryAfter === undefined ? null : String(expected.retryAfter),
    );
    expect(answer.text).not.toContain(secret);
    expect(lists()).toHaveLength(asked);
  });

  test('429 with a date', async () => {
    answerList(
      failure(429, 'TooManyRequests', secret, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }),
    );
    const { body } = await server.get('/api/delegates');

    expect(body['code']).toBe('throttled');
    expect(body['retryAfter']).toBeGreaterThan(55);
    expect(body['retryAfter']).toBeLessThanOrEqual(60);
  });
});

test.each([429, 502, 503, 504])('retries after a transient %i', async (status) => {
  answerList(failure(status, 'Busy', ''), 2);

  expect((await server.get('/api/delegates')).status).toBe(200);
  expect(lists()).toHaveLength(3);
});

test('opens a new connection after a 503 and otherwise reuses the old one', async () => {
  const ports: unknown[] = [];
  const remember = (status: number) => {
    answerList((response) => {
      ports.push(response.socket?.remotePort);
      response
        .writeHead(ports.length % 2 === 1 ? status : 200, { 'content-type': 'application/json' })
        .end('{"value":[]}');
    });
  };
  remember(503);
  await server.get('/api/delegates');
  expect(ports[0]).not.toBe(ports[1]);

  ports.length = 0;
  remember(200);
  await server.get('/api/delegates');
  await server.get('/api/delegates');
  expect(ports[0]).toBe(ports[1]);
});

describe('maps a broken response to a problem:', () => {
  const ok = { 'content-type': 'application/json' };
  test.each<[string, (response: ServerResponse) => void, string, number]>([
    ['reset before the headers', (response) => response.socket?.resetAndDestroy(), 'graph_unavailable', 3],
    [
      'reset during the body',
      (response) => {
        response.writeHead(200, { ...ok, 'content-length': '500' });
        response.write('{"value":[');
        setTimeout(() => response.socket?.resetAndDestroy(), 20);
      },
      'graph_unavailable',
      3,
    ],
    ['no headers in time', () => undefined, 'graph_timeout', 1],
    [
      'no body in time',
      (response) => {
        response.writeHead(200, { ...ok, 'content-length': '500' });
        response.write('{"value":[');
      },
      'graph_timeout',
      1,
    ],
    [
      'a body that drips past the deadline',
      (response) => {
        response.writeHead(200, ok);
        const timer = setInterval(() => response.write(' '), 100);
        response.on('close', () => {
          clearInterval(timer);
        });
      },
      'graph_timeout',
      1,
    ],
    [
      'HTML',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Adele</html>'),
      'graph_unexpected',
      1,
    ],
    [
      'truncated JSON',
      (response) => response.writeHead(200, ok).end('{"value":[{"id":"a"'),
      'graph_unexpected',
      1,
    ],
    ['an empty body', (response) => response.writeHead(200, ok).end(), 'graph_unexpected', 1],
    [
      'a body that is too large',
      (response) => response.writeHead(200, ok).end(`{"value":[${' '.repeat(20 * 1024 * 1024)}]}`),
      'graph_unexpected',
      1,
    ],
    ['an array', (response) => response.writeHead(200, ok).end('[]'), 'graph_unexpected', 1],
    [
      'a value that is not a list',
      (response) => response.writeHead(200, ok).end('{"value":{}}'),
      'graph_unexpected',
      1,
    ],
    ['no value', (response) => response.writeHead(200, ok).end('{}'), 'graph_unexpected', 1],
    [
      'entries that are not objects',
      (response) => response.writeHead(200, ok).end('{"value":["a"]}'),
      'graph_unexpected',
      1,
    ],
    [
      'an id that is a number',
      (response) => response.writeHead(200, ok).end('{"value":[{"id":7}]}'),
      'graph_unexpected',
      1,
    ],
    ['null', (response) => response.writeHead(200, ok).end('null'), 'graph_unexpected', 1],
  ])('%s', async (_, answer, code, asked) => {
    answerList(answer);

    expect((await server.get('/api/delegates')).body['code']).toBe(code);
    expect(lists()).toHaveLength(asked);
  });
});

test('aborts the request to Graph when the client disconnects', async () => {
  // The limits are so long that only the disconnect can end the request.
  const patient = await startServer({ deadlineMs: 600_000, http: { attemptTimeoutMs: 600_000 } });
  const { graph } = patient.sandbox;
  let isGone = false;
  graph.script = (_, response) => {
    response?.on('close', () => (isGone = true));
    return 'handled';
  };
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${await patient.sandbox.ssoToken()}` };
  const asking = fetch(`${patient.origin}/api/delegates`, { headers, signal: controller.signal });
  await until(() => graph.requests.length === 1);
  controller.abort();

  await expect(asking).rejects.toThrow();
  await until(() => isGone);
  await patient.close();
});

test('answers graph_unavailable if Graph is unreachable', async () => {
  const unreachable = await startServer({ env: { GRAPH_ENDPOINT: 'http://127.0.0.1:9' } });
  unreachable.sandbox.idp.script = () => ({
    status: 200,
    body: { token_type: 'Bearer', expires_in: 3600, access_token: 'x', scope: 'CallDelegation.Read' },
  });

  expect((await unreachable.get('/api/delegates')).body).toMatchObject({
    status: 503,
    code: 'graph_unavailable',
  });
  await unreachable.close();
});

test('does not treat an error with status 200 as a delegation', async () => {
  server.sandbox.graph.script = ({ path }) =>
    path.includes('/delegates/') ? { ...failure(404, 'NotFound', secret), status: 200 } : undefined;
  const { body, text } = await server.get('/api/delegates/a1de4f1c-0000-4000-8000-000000000001');

  expect(body).toMatchObject({ status: 502, code: 'graph_unexpected' });
  expect(text).not.toContain(secret);
});
