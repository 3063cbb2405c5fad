import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failure, type GraphAnswer } from '../../../src/sandbox/graph/GraphAnswer.js';
import { getInBatches } from '../../../src/server/graph/batch.js';
import { createGraphClient } from '../../../src/server/graph/graphClient.js';
import {
  claimsChallenge,
  graphProblem,
  noAnswerProblem,
  throttled,
  unexpected,
} from '../../../src/server/graph/graphProblem.js';
import { NoAnswer } from '../../../src/server/outbound/httpClient.js';
import { createRequestDeadline } from '../../../src/server/time/Deadline.js';
import { endRequests } from '../../support/caller.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';
import { inBatch, stubGraph, type Posted } from '../../support/stubGraph.js';

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

describe('faults of Graph', () => {
  describe('maps Graph’s error to a problem without its message:', () => {
    test.each<
      [number, GraphAnswer['headers'], { status: number; code: string; retryAfter?: number }, number]
    >([
      [403, {}, { status: 403, code: 'delegation_not_allowed' }, 1],
      [404, {}, { status: 404, code: 'not_found' }, 1],
      [429, { 'retry-after': '7' }, { status: 429, code: 'throttled', retryAfter: 7 }, 1],
      [429, {}, { status: 429, code: 'throttled', retryAfter: 10 }, 3],
      [429, { 'retry-after': 'soon' }, { status: 429, code: 'throttled', retryAfter: 10 }, 3],
      [500, {}, { status: 503, code: 'graph_unavailable' }, 1],
      [503, {}, { status: 503, code: 'graph_unavailable' }, 3],
      [503, { 'retry-after': '120' }, { status: 503, code: 'graph_unavailable' }, 1],
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
        failure(429, 'TooManyRequests', secret, {
          'retry-after': new Date(Date.now() + 60_000).toUTCString(),
        }),
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
      ['HTML', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Adele</html>'), 'graph_unexpected', 1], // prettier-ignore
      ['truncated JSON', (response) => response.writeHead(200, ok).end('{"value":[{"id":"a"'), 'graph_unexpected', 1], // prettier-ignore
      ['an empty body', (response) => response.writeHead(200, ok).end(), 'graph_unexpected', 1],
      [
        'a body that is too large',
        (response) => response.writeHead(200, ok).end(`{"value":[${' '.repeat(20 * 1024 * 1024)}]}`),
        'graph_unexpected',
        1,
      ],
      ['an array', (response) => response.writeHead(200, ok).end('[]'), 'graph_unexpected', 1],
      ['a value that is not a list', (response) => response.writeHead(200, ok).end('{"value":{}}'), 'graph_unexpected', 1], // prettier-ignore
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
});

describe('links from Graph', () => {
  describe('a link', () => {
    let elsewhere: ReturnType<typeof createServer>;
    let elsewhereOrigin: string;
    const seen: string[] = [];
    beforeAll(async () => {
      elsewhere = createServer((request, response) => {
        seen.push(request.headers.authorization ?? '');
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}');
      });
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
      elsewhereOrigin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    });
    beforeEach(() => {
      seen.length = 0;
    });
    afterAll(() => elsewhere.close());

    test.each([
      ['to another origin', () => `${elsewhereOrigin}/beta/me`],
      ['without a scheme to another origin', () => elsewhereOrigin.replace('http:', '')],
      ['with a backslash to another origin', () => elsewhereOrigin.replace('http://', '/\\\\')],
      [
        'with another origin after an @',
        () =>
          server.sandbox.graph.origin
            .replace('http://', 'http://graph@')
            .replace('127.0.0.1', new URL(elsewhereOrigin).hostname),
      ],
      ['to our origin with a suffix', () => `${server.sandbox.graph.origin}1/beta/me`],
      ['to a host that starts with ours', () => `${server.sandbox.graph.origin.replace(/:\d+$/, '')}.evil.example/beta/me`], // prettier-ignore
      [
        'to a host that ends with ours',
        () => `${server.sandbox.graph.origin.replace('//', '//evil-')}/beta/me`,
      ],
      ['to a subdomain of ours', () => `${server.sandbox.graph.origin.replace('//', '//evil.')}/beta/me`],
      ['to another origin with ours as its path', () => `${elsewhereOrigin}/${server.sandbox.graph.origin}/beta/me`], // prettier-ignore
      ['to our origin in a query of another one', () => `${elsewhereOrigin}/?${server.sandbox.graph.origin}`],
      ['to another scheme of our host', () => `${server.sandbox.graph.origin.replace('http:', 'https:')}/beta/me`], // prettier-ignore
      ['with a password', () => `${server.sandbox.graph.origin.replace('//', '//:secret@')}/beta/me`],
      ['of another scheme', () => 'file:///etc/passwd'],
      ['that is none', () => 'http://['],
    ])('%s is never followed', async (_, link) => {
      answerList({ status: 200, body: { value: [], '@odata.nextLink': link() } });

      expect((await server.get('/api/delegates')).body).toMatchObject({
        status: 502,
        code: 'graph_unexpected',
      });
      expect(seen).toEqual([]);
      expect(lists()).toHaveLength(1);
    });

    test.each([301, 302, 303, 307, 308])('in a %i redirect is never followed', async (status) => {
      answerList({ status, body: {}, headers: { location: `${elsewhereOrigin}/beta/me` } });

      expect((await server.get('/api/delegates')).body['code']).toBe('graph_unexpected');
      expect(seen).toEqual([]);
    });
  });
});

describe('the origin of Graph', () => {
  /**
   * Only an origin without a port can be the prefix of another host. The sandbox uses ports, so test the real
   * origin here.
   */
  async function ask(link: string): Promise<{ readonly sent: string[]; readonly failure: unknown }> {
    const sent: string[] = [];
    const graph = createGraphClient(
      {
        send: (request) => {
          sent.push(`${request.url.origin}${request.url.pathname}`);
          return Promise.resolve({ status: 200, text: '{}', header: () => undefined, retryAfter: undefined });
        },
        close: () => Promise.resolve(),
      },
      'https://graph.microsoft.com',
    );
    const { deadline, end } = createRequestDeadline(10_000, 1_500);
    const tokens = {
      tenantId: '',
      get: () => Promise.resolve({ accessToken: 'token', scopes: undefined }),
      drop: () => Promise.resolve(),
    };
    const failure: unknown = await graph(tokens, deadline)
      .requestJson(link)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    end();
    return { sent, failure };
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
    '//evil.example/beta/me',
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
    ['alone', `Bearer claims="${base64(wanted)}"`],
    ['in lower case with spaces', `  bearer  realm="", claims = "${base64(wanted)}"`],
    ['in upper case', `BEARER CLAIMS="${base64(wanted)}"`],
    ['after another scheme', `Basic realm="x", Bearer error="e", claims="${base64(wanted)}"`],
    ['after one without claims', `Bearer realm="x", Bearer claims="${base64(wanted)}"`],
    ['after an unreadable one', `Bearer claims="%%", Bearer claims="${base64(wanted)}"`],
    ['without a comma before it', `Basic abc,Bearer claims="${base64(wanted)}"`],
    ['after a comma and several spaces', `Basic realm="x",  Bearer  claims="${base64(wanted)}"`],
    ['before one with other claims', `Bearer claims="${base64(wanted)}", Bearer claims="${base64('{}')}"`],
  ])('finds the claims of a challenge %s', (_, header) => {
    expect(claimsChallenge(header)).toBe(wanted);
  });

  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a challenge without claims', 'Bearer realm=""'],
    ['claims of another scheme', `Basic claims="${base64(wanted)}"`],
    ['empty claims', 'Bearer claims=""'],
    ['claims that are not JSON', `Bearer claims="${base64('{')}"`],
    ['null', `Bearer claims="${base64('null')}"`],
    ['a number', `Bearer claims="${base64('7')}"`],
    ['claims of a scheme whose name ends with bearer', `x-bearer claims="${base64(wanted)}"`],
    ['a parameter whose name ends with claims', `Bearer x="", noclaims="${base64(wanted)}"`],
  ])('finds no claims for %s', (_, header) => {
    expect(claimsChallenge(header)).toBeUndefined();
  });

  test.each([
    [undefined, 10],
    [0, 1],
    [7.2, 8],
    [300, 300],
    [301, 300],
  ])('maps a Retry-After of %s s to %i s', (retryAfter, seconds) => {
    expect(throttled(retryAfter, 'c').reason).toMatchObject({ code: 'throttled', retryAfter: seconds });
  });

  test.each([
    ['{"error":{"code":"Some.Code-1"}}', 'Graph returned 400 Some.Code-1'],
    ['{"error":{"code" : "Spaced"}}', 'Graph returned 400 Spaced'],
    ['<html>', 'Graph returned 400'],
    ['{"error":{"code":"Ms Vance is on leave"}}', 'Graph returned 400'],
    [`{"error":{"code":"${'x'.repeat(61)}"}}`, 'Graph returned 400'],
  ])('logs only the error code of %s', (text, cause) => {
    expect(graphProblem({ status: 400, retryAfter: undefined, text }).cause).toBe(cause);
  });

  test.each([
    [400, 'graph_unexpected'],
    [402, 'graph_unexpected'],
    [403, 'delegation_not_allowed'],
    [404, 'not_found'],
    [405, 'graph_unexpected'],
    [429, 'throttled'],
    [499, 'graph_unexpected'],
    [500, 'graph_unavailable'],
    [503, 'graph_unavailable'],
  ])('maps status %i to %s regardless of the error code', (status, code) => {
    const problem = graphProblem({ status, retryAfter: 7, text: '{"code":"NotFound"}' });

    expect(problem.reason.code).toBe(code);
    expect(problem.cause).toBe(`Graph returned ${status} NotFound`);
  });

  test.each([
    ['timeout', 'graph_timeout'],
    ['tooLarge', 'graph_unexpected'],
    ['unreachable', 'graph_unavailable'],
  ] as const)('maps a missing response (%s) to %s and keeps its cause', (reason, code) => {
    const cause = new NoAnswer(reason);

    expect(noAnswerProblem(cause)).toMatchObject({ reason: { code }, cause });
  });

  test('returns other errors unchanged', () => {
    const error = new Error('Another.');

    expect(noAnswerProblem(error)).toBe(error);
    expect(unexpected('c')).toMatchObject({ reason: { code: 'graph_unexpected' }, cause: 'c' });
  });
});

describe('batches', () => {
  afterEach(endRequests);

  const paths = (count: number) => Array.from({ length: count }, (_, index) => `/users/${index}`);
  const sizes = (graph: ReturnType<typeof stubGraph>) =>
    graph.asked.map(({ body }) => (body as Posted).requests.length);
  const throttled = (seconds: string, status = 429) => ({ status, headers: { 'Retry-After': seconds } });

  test.each([
    [0, []],
    [1, [1]],
    [20, [20]],
    [21, [20, 1]],
    [100, [20, 20, 20, 20, 20]],
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
      waiting.splice(0).forEach((go) => {
        go();
      });
    }

    expect(counts).toEqual([4, 2]);
    expect((await all).size).toBe(120);
  });

  test('each request is a GET of its path in the given version', async () => {
    const graph = stubGraph(inBatch(() => ({ status: 200 })));
    await getInBatches(graph, ['/a', '/b'], 'beta');
    await getInBatches(graph, ['/c']);

    expect(graph.asked).toEqual([
      {
        path: '/beta/$batch',
        body: {
          requests: [
            { id: '0', method: 'GET', url: '/a' },
            { id: '1', method: 'GET', url: '/b' },
          ],
        },
      },
      { path: '/v1.0/$batch', body: { requests: [{ id: '0', method: 'GET', url: '/c' }] } },
    ]);
  });

  test('returns status, body and headers of an item, with case-insensitive header names', async () => {
    const answers = await getInBatches(
      stubGraph(
        inBatch((url) =>
          url === '/a'
            ? { status: 200, headers: { 'CONTENT-type': 'image/png', 'retry-AFTER': '7' }, body: 'x' }
            : { status: 404, headers: { 'content-type': 7 } },
        ),
      ),
      ['/a', '/b'],
    );

    expect(answers.get('/a')).toMatchObject({
      status: 200,
      retryAfter: 7,
      body: 'x',
    });
    expect(answers.get('/b')).toMatchObject({ status: 404, retryAfter: undefined });
  });

  test.each([
    ['of another shape', { answers: [] }],
    ['with an unknown id', { responses: [{ id: '9', status: 200 }] }],
  ])('ignores a response %s', async (_, answer) => {
    expect(
      (
        await getInBatches(
          stubGraph(() => answer),
          ['/a'],
        )
      ).size,
    ).toBe(0);
  });

  test.each([429, 503])('retries only the items throttled with %i, once', async (status) => {
    const graph = stubGraph(inBatch((url) => (url === '/b' ? throttled('0', status) : { status: 200 })));
    const answers = await getInBatches(graph, ['/a', '/b', '/c']);

    expect(sizes(graph)).toEqual([3, 1]);
    expect(answers.get('/b')?.status).toBe(status);
  });

  test.each([500, 502, 404])('does not retry items that failed with %i', async (status) => {
    const graph = stubGraph(inBatch(() => ({ status })));
    await getInBatches(graph, ['/a']);

    expect(sizes(graph)).toEqual([1]);
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
