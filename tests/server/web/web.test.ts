import { connect } from 'node:net';
import { people } from '../../../src/sandbox/tenant.js';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => {
  server.sandbox.graph.requests.length = 0;
  server.sandbox.graph.script = undefined;
  server.log.length = 0;
});
afterAll(() => server.close());

const fetchPath = async (path: string, init?: RequestInit) =>
  await toAnswer(await fetch(`${server.origin}${path}`, init));
const frameAncestors =
  'https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com ' +
  'https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com ' +
  'https://outlook-sdf.office365.com';

describe('every answer carries the headers that protect it:', () => {
  test.each([
    '/',
    '/tab',
    '/auth/start',
    '/auth/end',
    '/privacy',
    '/terms',
    '/healthz',
    '/readyz',
    '/api/delegates',
    '/nowhere',
    '/assets/nothing.js',
    '/api/delegates/%',
  ])('%s', async (path) => {
    const { headers } = await fetchPath(path);
    const policy = headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );

    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('frame-ancestors')).toBe(
      `${frameAncestors} ${server.sandbox.env['TEAMS_HOST_ORIGINS'] ?? ''}`,
    );
    expect(directives.get('base-uri')).toBe("'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*(?!\.)/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('microphone=()');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe(
      path.startsWith('/auth/') ? 'unsafe-none' : 'same-origin',
    );
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

test('no HSTS where the tab is not on https', async () => {
  const local = await startServer({ sandbox: { tabEndpoint: 'http://localhost:3978' } });

  expect((await fetch(`${local.origin}/tab`)).headers.get('strict-transport-security')).toBeNull();
  await local.close();
});

test('the tab announces what its first script would ask for next, and it is there', async () => {
  const link = (await fetchPath('/tab')).headers.get('link') ?? '';
  const announced = [...link.matchAll(/<([^>]+)>; rel=preload; as=(script|style)/g)];

  expect(announced.map(([, , as]) => as)).toEqual(['script', 'script', 'style']);
  for (const [, path = ''] of announced) expect((await fetchPath(path)).status).toBe(200);
  expect((await fetchPath('/privacy')).headers.get('link')).toBeNull();
});

test('answers of the API are never stored; hashed assets are, for good, compressed at build time', async () => {
  expect((await server.get('/api/delegates')).headers.get('cache-control')).toBe('no-store');
  expect((await fetchPath('/api/delegates')).headers.get('cache-control')).toBe('no-store');

  const script = /src="?(\/assets\/tab\.[0-9a-f]+\.js)/.exec((await fetchPath('/tab')).text)?.[1] ?? '';
  const answer = await fetchPath(script, { headers: { 'accept-encoding': 'br' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('content-type')).toContain('javascript');
  expect((await fetchPath('/tab')).headers.get('cache-control')).toBe('no-cache');
});

test('the page tells the tab where it is, and nothing that is secret', async () => {
  const { text } = await fetchPath('/tab?theme=dark');
  const config = /<script type="application\/json" id="page-config">(.*?)<\/script>/.exec(text)?.[1] ?? '';

  expect(JSON.parse(config)).toEqual({
    clientId: server.sandbox.env['AAD_APP_CLIENT_ID'],
    tenantId: server.sandbox.env['AAD_APP_TENANT_ID'],
    authorityHost: server.sandbox.idp.origin,
    graphEndpoint: server.sandbox.graph.origin,
    hostOrigins: [server.sandbox.env['TEAMS_HOST_ORIGINS']],
  });
  expect(text).toContain('<html data-theme="dark"');
  expect(text).not.toContain(server.sandbox.env['SECRET_AAD_APP_CLIENT_SECRET']);
  expect((await fetchPath('/tab?theme="><script>')).text).not.toContain('data-theme=""');
  expect((await fetchPath('/tab?theme=default&theme=dark')).status).toBe(200);
});

describe('an id is taken when it is 1 to 128 letters, digits or - _ . @', () => {
  test.each(['a', 'A-Z_0.9@x', 'x'.repeat(128), '...', 'sip.user@contoso.com', 'user%40contoso.com'])(
    '%s is',
    async (id) => {
      expect((await server.get(`/api/delegates/${id}`)).body['code']).toBe('not_found');
      expect(server.sandbox.graph.requests).toHaveLength(1);
    },
  );

  test.each([
    'x'.repeat(129),
    'x'.repeat(3000),
    '%2e%2e%2f%2e%2e',
    '..%2fdelegators',
    'a%2fb',
    'a%5cb',
    'a%00b',
    'a%20b',
    'a%27%20or%201%20eq%201',
    '%24filter%3Dx',
    'a%3F%24filter%3Dx',
    'a%23',
    'a;b',
    'a,b',
    "a'b",
    'a(b)',
    '%E2%80%AE',
    '%C3%A9',
    '%252e%252e',
  ])('%s is not', async (id) => {
    for (const list of ['delegates', 'delegators']) {
      const answer = await server.get(`/api/${list}/${id}`);
      expect(answer.body).toMatchObject({ status: 400, code: 'invalid_id' });
    }
    expect(server.sandbox.graph.requests).toEqual([]);
  });

  test.each(['.', '..'])('%s as a path of its own never leads to another resource', async (id) => {
    // fetch() would resolve the dots before it sends; so this goes over a socket of its own.
    const text = await rawRequest(
      `GET /api/delegates/${id} HTTP/1.1\r\nHost: tab\r\nAuthorization: Bearer ${await server.sandbox.ssoToken()}\r\nConnection: close\r\n\r\n`,
    );

    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('"code":"invalid_id"');
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});

describe('what is not there is not_found:', () => {
  test.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/Delegates'],
    ['GET', '/nowhere'],
    ['GET', '/assets/../../package.json'],
    ['GET', '/assets/%2e%2e/%2e%2e/package.json'],
    ['GET', '/assets/..%2f..%2fpackage.json'],
    ['GET', '/assets/'],
    ['GET', '/assets'],
    ['GET', '/.env'],
    ['POST', '/api/delegates'],
    ['PUT', '/api/delegates'],
    ['DELETE', '/api/delegates'],
    ['PATCH', '/api/delegates/a'],
    ['OPTIONS', '/api/delegates'],
    ['POST', '/tab'],
  ])('%s %s', async (method, path) => {
    const answer = await fetchPath(path, { method });

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      status: 404,
      code: 'not_found',
      title: 'Not found',
    });
    expect(server.sandbox.graph.requests).toEqual([]);
  });
});

test.each([
  ['a request that is not HTTP', 'nonsense\r\n\r\n', '"code":"invalid_request"'],
  [
    'a path that cannot be decoded',
    'GET /api/delegates/%zz HTTP/1.1\r\nHost: tab\r\nConnection: close\r\n\r\n',
    '"code":"invalid_request"',
  ],
])('%s is invalid_request', async (_, text, expected) => {
  const answer = await rawRequest(text);

  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('application/problem+json');
  expect(answer).toContain(expected);
});

describe('the correlation id', () => {
  const mine = '0f8fad5b-d9cb-469f-a165-70867728950e';

  test('is the caller’s when it is a GUID', async () => {
    const answer = await server.get('/api/delegates/missing', { headers: { 'x-correlation-id': mine } });

    expect(answer.headers.get('x-correlation-id')).toBe(mine);
    expect(answer.body['correlationId']).toBe(mine);
    expect(server.log.at(-1)).toMatchObject({ correlationId: mine });
  });

  test.each(['1', 'x'.repeat(36), `${mine}x`, `{${mine}}`])(
    'is a new one when the caller sends %s',
    async (sent) => {
      const answer = await server.get('/api/delegates', { headers: { 'x-correlation-id': sent } });

      expect(answer.headers.get('x-correlation-id')).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(answer.headers.get('x-correlation-id')).not.toBe(sent);
    },
  );
});

test('the log tells what happened and nothing of whom', async () => {
  await server.get('/api/delegators?x=Diego');
  await server.get('/api/delegators/diego.marenco@alder-finch.example');
  const person = people[0];
  const text = JSON.stringify(server.log);

  expect(server.log.map(({ route, status, method }) => [method, route, status])).toEqual([
    ['GET', '/api/delegators', 200],
    ['GET', '/api/delegators/:id', 404],
  ]);
  expect(server.log[0]).toMatchObject({
    level: 'info',
    user: expect.stringMatching(/^[\w-]{16}$/) as unknown,
    graphRequestIds: expect.any(Array) as unknown,
  });
  expect(server.log[1]).toMatchObject({ code: 'not_found', cause: 'Graph answered 404 NotFound' });
  for (const secret of [person?.id ?? '', 'Diego', 'diego', 'Amina', 'alder-finch', 'Bearer', 'eyJ'])
    expect(text).not.toContain(secret);
});

describe('the rate limit', () => {
  let limited: TestServer;
  beforeAll(async () => {
    limited = await startServer({ env: { RATE_LIMIT_PER_MINUTE: '3' } });
  });
  afterAll(() => limited.close());
  const as = (index: number) => limited.sandbox.ssoToken({}, { objectId: people[index]?.id ?? '' });

  test('refuses the fourth request of one user within a minute, not another user’s', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect((await limited.get('/api/delegators', { token: await as(0) })).status).toBe(200);
    }
    const asked = limited.sandbox.graph.requests.length;
    const refused = await limited.get('/api/delegates', { token: await as(0) });

    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.body).toMatchObject({
      status: 429,
      code: 'rate_limited',
      retryAfter: expect.any(Number) as unknown,
    });
    expect(refused.headers.get('retry-after')).toBe(String(refused.body['retryAfter']));
    expect(limited.sandbox.graph.requests).toHaveLength(asked);
    expect((await limited.get('/api/delegators', { token: await as(1) })).status).toBe(200);
  });

  test('does not count pages and health', async () => {
    for (let count = 0; count < 10; count += 1)
      expect((await fetch(`${limited.origin}/healthz`)).status).toBe(200);
  });
});

function rawRequest(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });
}
