import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, type GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { getInBatches } from '../../../src/server/graph/batch.js';
import { createGraphClient } from '../../../src/server/graph/graphClient.js';
import { claimsChallenge, graphProblem } from '../../../src/server/graph/graphProblem.js';
import { endRequests, newCaller } from '../../support/caller.js';
import { useServer } from '../../support/startServer.js';
import { inBatch, stubGraph, type Posted } from '../../support/stubGraph.js';

// Short limits keep the tests of limits fast.
const server = useServer({ deadlineMs: 2_500, http: { attemptTimeoutMs: 600, maxBytes: 1024 * 1024 } });
afterEach(endRequests);

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

describe('faults of Graph', () => {
  type Expected = { status: number; code: string; retryAfter?: number };
  test.each<[number, GraphAnswer['headers'], Expected, number]>([
    [403, {}, { status: 403, code: 'delegation_not_allowed' }, 1],
    [404, {}, { status: 404, code: 'not_found' }, 1],
    [405, {}, { status: 502, code: 'graph_unexpected' }, 1],
    [204, {}, { status: 502, code: 'graph_unexpected' }, 1],
    [429, { 'retry-after': '0' }, { status: 429, code: 'throttled', retryAfter: 1 }, 3],
    [429, { 'retry-after': '7.2' }, { status: 429, code: 'throttled', retryAfter: 8 }, 1],
    [429, { 'retry-after': '301' }, { status: 429, code: 'throttled', retryAfter: 300 }, 1],
    [429, { 'retry-after': 'soon' }, { status: 429, code: 'throttled', retryAfter: 10 }, 3],
    [500, {}, { status: 503, code: 'graph_unavailable' }, 1],
    [503, {}, { status: 503, code: 'graph_unavailable' }, 3],
    [503, { 'retry-after': '120' }, { status: 503, code: 'graph_unavailable' }, 1],
  ])('maps %i with %j to a problem by the status alone', async (status, headers, expected, asked) => {
    answerList(failure(status, 'NotFound', secret, headers));
    const answer = await server.get('/api/delegates');

    expect(answer.body).toMatchObject(expected);
    expect(answer.status).toBe(expected.status);
    expect(answer.headers.get('retry-after')).toBe(expected.retryAfter?.toString() ?? null);
    expect(answer.text).not.toContain(secret);
    expect(lists()).toHaveLength(asked);
  });

  test('maps 429 with a date', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    answerList(failure(429, 'TooManyRequests', secret, { 'retry-after': inAMinute }));
    const { body } = await server.get('/api/delegates');

    expect(body['code']).toBe('throttled');
    expect(body['retryAfter']).toBeGreaterThan(55);
    expect(body['retryAfter']).toBeLessThanOrEqual(60);
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

  const ok = { 'content-type': 'application/json' };
  /** Sends the beginning of a response. */
  const begin = (response: ServerResponse) => {
    response.writeHead(200, { ...ok, 'content-length': '500' });
    response.write('{"value":[');
  };
  const reset = (response: ServerResponse) => response.socket?.resetAndDestroy();
  const drip = (response: ServerResponse) => {
    response.writeHead(200, ok);
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(timer));
  };
  test.each<[string, (response: ServerResponse) => void, string, number]>([
    ['reset before the headers', reset, 'graph_unavailable', 3],
    ['reset during the body', (response) => { begin(response); setTimeout(reset, 20, response); }, 'graph_unavailable', 3],
    ['no headers in time', () => undefined, 'graph_timeout', 1],
    ['no body in time', begin, 'graph_timeout', 1],
    ['a body that drips past the deadline', drip, 'graph_timeout', 1],
    ['HTML', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Adele</html>'), 'graph_unexpected', 1],
    ['a body that is too large', (response) => response.writeHead(200, ok).end(`{"value":[${' '.repeat(2 * 1024 * 1024)}]}`), 'graph_unexpected', 1],
    ['a value that is not a list', (response) => response.writeHead(200, ok).end('{"value":{}}'), 'graph_unexpected', 1],
  ])('maps a broken response to a problem: %s', async (_, answer, code, asked) => {
    answerList(answer);

    expect((await server.get('/api/delegates')).body['code']).toBe(code);
    expect(lists()).toHaveLength(asked);
  }); // prettier-ignore

  test('does not treat an error with status 200 as a delegation', async () => {
    server.sandbox.graph.script = ({ path }) =>
      path.includes('/delegates/') ? { ...failure(404, 'NotFound', secret), status: 200 } : undefined;
    const { body, text } = await server.get('/api/delegates/a1de4f1c-0000-4000-8000-000000000001');

    expect(body).toMatchObject({ status: 502, code: 'graph_unexpected' });
    expect(text).not.toContain(secret);
  });
});

describe('a link', () => {
  const seen: unknown[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}');
  });
  const toElsewhere = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/beta/me`;
  beforeAll(() => once(elsewhere.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => elsewhere.close());

  test.each<[string, () => GraphAnswer]>([
    ['to the next page', () => ({ status: 200, body: { value: [], '@odata.nextLink': toElsewhere() } })],
    ['in a 302 redirect', () => ({ status: 302, body: {}, headers: { location: toElsewhere() } })],
    ['in a 307 redirect', () => ({ status: 307, body: {}, headers: { location: toElsewhere() } })],
  ])('%s at another origin is never followed', async (_, answer) => {
    answerList(answer());

    expect((await server.get('/api/delegates')).body['code']).toBe('graph_unexpected');
    expect(seen).toEqual([]);
    expect(lists()).toHaveLength(1);
  });
});

describe('the origin of Graph', () => {
  /** Only an origin without a port can be the prefix of another host. The sandbox uses ports, so use the real origin. */
  async function ask(link: string): Promise<{ readonly sent: string[]; readonly failure: unknown }> {
    const sent: string[] = [];
    const graph = createGraphClient(
      {
        send: ({ url }) => {
          sent.push(`${url.origin}${url.pathname}`);
          return Promise.resolve({ status: 200, text: '{}', header: () => undefined, retryAfter: undefined });
        },
        close: () => Promise.resolve(),
      },
      'https://graph.microsoft.com',
    );
    const tokens = {
      tenantId: '',
      get: () => Promise.resolve({ accessToken: 'token', scopes: undefined }),
      drop: () => Promise.resolve(),
    };
    const [result] = await Promise.allSettled([graph(tokens, newCaller().deadline).requestJson(link)]);
    return { sent, failure: result.status === 'rejected' ? result.reason : undefined };
  }

  test.each(['https://graph.microsoft.com/beta/me', 'HTTPS://GRAPH.MICROSOFT.COM:443/beta/me', '/beta/me'])(
    'follows a link to Graph: %s',
    async (link) => {
      expect(await ask(link)).toEqual({ sent: ['https://graph.microsoft.com/beta/me'], failure: undefined });
    },
  );

  test.each([
    'https://graph.microsoft.com.evil.example/beta/me',
    'https://graph.microsoft.com.',
    'https://graph.microsoft.comevil.example/beta/me',
    'https://graph.microsoft.com:8443/beta/me',
    'https://graph.microsoft.com@evil.example/beta/me',
    'https://evil-graph.microsoft.com/beta/me',
    'https://evil.graph.microsoft.com/beta/me',
    'https://microsoft.com/beta/me',
    'https://evil.example/https://graph.microsoft.com/beta/me',
    'https://evil.example/?https://graph.microsoft.com',
    'http://graph.microsoft.com/beta/me',
    'https://graph@graph.microsoft.com/beta/me',
    'https://:secret@graph.microsoft.com/beta/me',
    '//evil.example/beta/me',
    String.raw`/\\evil.example/beta/me`,
    'file:///etc/passwd',
    'http://[',
  ])('sends no token to %s', async (link) => {
    const { sent, failure } = await ask(link);

    expect(sent).toEqual([]);
    expect(failure).toMatchObject({ reason: { code: 'graph_unexpected' } });
  });
});

describe('problems from Graph', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const wanted = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';

  test.each([
    ['in lower case with spaces', `  bearer  realm="", claims = "${base64(wanted)}"`],
    ['after another scheme', `Basic realm="x", Bearer error="e", claims="${base64(wanted)}"`],
    ['after an unreadable one', `Bearer claims="%%", Bearer claims="${base64(wanted)}"`],
    ['without a comma before it', `Basic abc,Bearer claims="${base64(wanted)}"`],
    ['before one with other claims', `Bearer claims="${base64(wanted)}", Bearer claims="${base64('{}')}"`],
  ])('finds the claims of a challenge %s', (_, header) => expect(claimsChallenge(header)).toBe(wanted));

  test.each([
    ['no header', undefined],
    ['a challenge without claims', 'Bearer realm=""'],
    ['claims of another scheme', `Basic claims="${base64(wanted)}"`],
    ['claims that are not JSON', `Bearer claims="${base64('{')}"`],
    ['null', `Bearer claims="${base64('null')}"`],
    ['claims of a scheme whose name ends with bearer', `x-bearer claims="${base64(wanted)}"`],
    ['a parameter whose name ends with claims', `Bearer x="", noclaims="${base64(wanted)}"`],
  ])('finds no claims for %s', (_, header) => expect(claimsChallenge(header)).toBeUndefined());

  test.each([
    ['{"error":{"code":"Some.Code-1"}}', 'Graph returned 400 Some.Code-1'],
    ['<html>', 'Graph returned 400'],
    ['{"error":{"code":"Ms Vance is on leave"}}', 'Graph returned 400'],
    [`{"error":{"code":"${'x'.repeat(61)}"}}`, 'Graph returned 400'],
  ])('logs only the error code of %s', (text, cause) => {
    expect(graphProblem({ status: 400, retryAfter: undefined, text }).cause).toBe(cause);
  });
});

describe('batches', () => {
  const paths = (count: number) => Array.from({ length: count }, (_, index) => `/users/${index}`);
  const sizes = (graph: ReturnType<typeof stubGraph>) =>
    graph.asked.map(({ body }) => (body as Posted).requests.length);
  const throttled = (seconds: string, status = 429) => ({ status, headers: { 'Retry-After': seconds } });

  test.each([
    [0, []],
    [20, [20]],
    [41, [20, 20, 1]],
  ])('splits %i paths into batches of twenty', async (count, expected) => {
    const graph = stubGraph(inBatch(() => ({ status: 200 })));
    const answers = await getInBatches(graph, paths(count));

    expect(sizes(graph)).toEqual(expected);
    expect([...answers.keys()].sort()).toEqual(paths(count).sort());
  });

  test('runs at most four batches concurrently', async () => {
    const waiting: (() => void)[] = [];
    const graph = stubGraph(async (path, body) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return inBatch(() => ({ status: 200 }))(path, body);
    });
    const all = getInBatches(graph, paths(120));
    const counts: number[] = [];
    while (counts.length < 2) {
      await new Promise(setImmediate);
      counts.push(waiting.length);
      waiting.splice(0).forEach((go) => go());
    }

    expect(counts).toEqual([4, 2]);
    expect((await all).size).toBe(120);
  });

  test('ignores a response with an unknown id', async () => {
    const graph = stubGraph(() => ({ responses: [{ id: '9', status: 200 }] }));

    expect((await getInBatches(graph, ['/a'])).size).toBe(0);
  });

  test.each([
    [429, [3, 1]],
    [503, [3, 1]],
    [500, [3]],
    [502, [3]],
    [404, [3]],
  ])('retries only items with 429 or 503, and once: %i', async (status, expected) => {
    const graph = stubGraph(inBatch((url) => (url === '/b' ? throttled('0', status) : { status: 200 })));
    const answers = await getInBatches(graph, ['/a', '/b', '/c']);

    expect(sizes(graph)).toEqual(expected);
    expect(answers.get('/b')?.status).toBe(status);
  });

  test('waits as long as Graph asks, and does not retry if that exceeds the deadline', async () => {
    let count = 0;
    const graph = stubGraph(
      inBatch((url) => ((count += 1) > 2 ? { status: 200 } : throttled(url === '/a' ? '0.01' : '60'))),
    );
    const answers = await getInBatches(graph, ['/a', '/b']);

    expect(graph.asked.map(({ body }) => (body as Posted).requests.map(({ url }) => url))).toEqual([
      ['/a', '/b'],
      ['/a'],
    ]);
    expect([answers.get('/a')?.status, answers.get('/b')?.status]).toEqual([200, 429]);
  });

  test('sends no further batch after the client disconnects', async () => {
    const graph = stubGraph((path, body) => {
      graph.leave();
      return inBatch(() => ({ status: 200 }))(path, body);
    });
    await getInBatches(graph, paths(200));

    expect(graph.asked.length).toBeLessThanOrEqual(4);
  });

  test('stops waiting for a retry when the client disconnects', async () => {
    const graph = stubGraph(
      inBatch(() => throttled('60')),
      { totalMs: 120_000 },
    );
    const all = getInBatches(graph, ['/a']);
    await new Promise(setImmediate);
    graph.leave();
    await all;

    expect(graph.asked).toHaveLength(1);
  }, 10_000);

  test('a failed batch does not affect the others', async () => {
    const graph = stubGraph((path, body) => {
      if ((body as Posted).requests.length === 20) throw new Error('Refused.');
      return inBatch(() => ({ status: 200 }))(path, body);
    });

    expect([...(await getInBatches(graph, paths(21))).keys()]).toEqual(['/users/20']);
  });
});
