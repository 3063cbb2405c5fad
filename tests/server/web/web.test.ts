import filesystem from 'node:fs';
import { people, tenantId } from '../../../src/sandbox/tenant.js';
import { Problem } from '../../../src/server/Problem.js';
import { parseConfig } from '../../../src/server/config.js';
import { createLogHash } from '../../../src/server/web/logging.js';
import { askBroken } from '../../support/askBroken.js';
import { createManualClock } from '../../support/manualClock.js';
import { rawRequest } from '../../support/rawRequest.js';
import { startServer, toAnswer, until, useServer } from '../../support/startServer.js';

const server = useServer({ env: { TRUST_PROXY: 'loopback' } });
afterEach(() => {
  jest.restoreAllMocks();
});

const script = filesystem.readdirSync('dist/tab/assets').find((name) => name.endsWith('.js')) ?? '';
const fetchPath = async (path: string, init?: RequestInit) =>
  await toAnswer(await fetch(`${server.origin}${path}`, init));

describe('headers', () => {
  /** Headers whose values differ between responses. */
  const varying = new Set(['date', 'etag', 'last-modified', 'content-length', 'content-language', 'vary', 'transfer-encoding']); // prettier-ignore
  const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? '';

  describe('every response has the security headers and no others:', () => {
    test.each([
      ['/', 'no-cache', 'text/html; charset=utf-8'],
      ['/tab', 'no-cache', 'text/html; charset=utf-8'],
      ['/auth/end', 'no-cache', 'text/html; charset=utf-8'],
      ['/assets/{script}', 'public, max-age=31536000, immutable', 'application/javascript; charset=utf-8'],
      ['/healthz', 'no-store', 'application/json; charset=utf-8'],
      ['/api/delegates', 'no-store', 'application/problem+json'],
      ['/nowhere', 'no-store', 'application/problem+json'],
      ['/assets/nothing.js', 'no-store', 'application/problem+json'],
      ['/api/delegates/%', 'no-store', 'application/problem+json'],
    ])('%s', async (path, cacheControl, contentType) => {
      const { headers } = await fetchPath(path.replace('{script}', script));
      const found = Object.fromEntries([...headers].filter(([name]) => !varying.has(name)));

      expect(found).toEqual({
        'content-security-policy': policyOf(headers),
        'content-type': contentType,
        'cache-control': cacheControl,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'permissions-policy':
          'camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
        'strict-transport-security': 'max-age=31536000',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': path.startsWith('/auth/') ? 'unsafe-none' : 'same-origin',
        'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
        connection: 'keep-alive',
        'keep-alive': 'timeout=72',
        ...(path.startsWith('/api/delegates') && !path.endsWith('%') && { 'www-authenticate': 'Bearer error="invalid_token"' }), // prettier-ignore
      });
      expect(policyOf(headers).replace(/(?: 'sha256-[\w+/]{43}=')+/, ' #')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' #; img-src 'self' data:; " +
          "font-src 'self' https://res-1.cdn.office.net; " +
          `connect-src 'self' https://res.cdn.office.net ${server.sandbox.idp.origin}; ` +
          'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com ' +
          'https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com ' +
          'https://outlook-sdf.office.com https://outlook-sdf.office365.com ' +
          `${server.sandbox.env['TEAMS_HOST_ORIGINS'] ?? ''}; base-uri 'none'; form-action 'none'; object-src 'none'`,
      );
    });
  });

  test('sends no HSTS header if the tab is not on https', async () => {
    const local = await startServer({ sandbox: { tabEndpoint: 'http://localhost:3978' } });

    expect((await fetch(`${local.origin}/tab`)).headers.get('strict-transport-security')).toBeNull();
    await local.close();
  });
});

describe('the log', () => {
  test('takes the correlation id of the client if it is a GUID, and else creates one', async () => {
    const mine = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const ask = (sent: string) =>
      server.get('/api/delegates/missing', { headers: { 'x-correlation-id': sent } });
    const answer = await ask(mine);
    expect(answer.headers.get('x-correlation-id')).toBe(mine);
    expect(answer.body['correlationId']).toBe(mine);
    expect(server.log.at(-1)).toMatchObject({ correlationId: mine });

    for (const sent of ['1', 'x'.repeat(36), `${mine}x`, `{${mine}}`])
      expect((await ask(sent)).headers.get('x-correlation-id')).toMatch(
        /^(?!0f8fad5b)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
  });

  test('the log describes requests without personal data', async () => {
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
      user: createLogHash(parseConfig(server.sandbox.env).logKey)({ tenantId, objectId: person?.id ?? '' }),
      graphRequestIds: expect.any(Array) as unknown,
    });
    expect(server.log[1]).toMatchObject({ code: 'not_found', cause: 'Graph returned 404 NotFound' });
    for (const secret of [person?.id ?? '', 'Diego', 'diego', 'Amina', 'alder-finch', 'Bearer', 'eyJ'])
      expect(text).not.toContain(secret);
  });

  test('the hash of a user or a tenant is an HMAC under the key', () => {
    const user = {
      tenantId: '22222222-2222-4222-8222-222222222222',
      objectId: '33333333-3333-4333-8333-333333333333',
    };
    const hash = createLogHash(Buffer.alloc(32, 7));

    // The first 16 characters of base64url(HMAC-SHA-256) over `tenant.user` or `tenant`.
    expect([hash(user), hash(user.tenantId)]).toEqual(['Z3HIVhhO4hXTDcJQ', 'Tjo8_3WvcQtfOj3e']);
    expect(createLogHash(Buffer.alloc(32, 8))(user)).not.toBe(hash(user));
  });
});

test('a request that the client aborts ends its request to Graph, and is logged once', async () => {
  // No deadline ends the request before the test does.
  const patient = await startServer({ deadlineMs: 600_000, http: { attemptTimeoutMs: 600_000 } });
  const { graph } = patient.sandbox;
  let isClosed = false;
  graph.script = (_, response) => {
    response?.on('close', () => (isClosed = true));
    return 'handled';
  };
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${await patient.sandbox.ssoToken()}` };
  const asking = fetch(`${patient.origin}/api/delegates`, { headers, signal: controller.signal });
  await until(() => graph.requests.length === 1);
  patient.log.length = 0;
  controller.abort();
  await expect(asking).rejects.toThrow();
  await until(() => isClosed && patient.log.length > 0);
  graph.script = undefined;
  await patient.get('/api/delegates');

  expect(patient.log).toMatchObject([
    {
      msg: 'the client closed the connection',
      route: '/api/delegates',
      status: 499,
      user: expect.any(String) as unknown,
    },
    { msg: 'request', route: '/api/delegates', status: 200 },
  ]);
  await patient.close();
});

test.each([
  ['GET', '/api/nothing'],
  ['GET', '/api/Delegates'],
  ['GET', '/assets/%2e%2e/%2e%2e/package.json'],
  ['GET', '/assets/..%2f..%2fpackage.json'],
  ['GET', '/assets/'],
  ['GET', '/assets/.env'],
  ['GET', '/assets/{script}x'],
  ['GET', `/assets/${'a'.repeat(300)}.js`],
  ['GET', '/.env'],
  ['POST', '/api/delegates'],
  ['OPTIONS', '/api/delegates'],
  ['POST', '/tab'],
])('answers not_found for %s %s without access to the disk or to Graph', async (method, path) => {
  const stat = jest.spyOn(filesystem, 'stat');
  const { status, headers, body } = await fetchPath(path.replace('{script}', script), { method });

  expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  expect(body).toMatchObject({ type: 'about:blank', status: 404, code: 'not_found', title: 'Not found' });
  expect(stat.mock.calls).toEqual([]);
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('the log has the code of a problem’s cause, but not the message of a foreign error', async () => {
  const broken = Object.assign(new Error('terminating: Adele Vance'), { code: '57P01' });
  const query = new Error('Failed query: insert …, params: Adele Vance', { cause: broken });
  const { answer, log } = await askBroken(
    new Problem({ code: 'store_unavailable' }, 'Not now.', { cause: query }),
  );

  expect(answer.json()).toMatchObject({ code: 'store_unavailable' });
  expect(log.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { code: 'store_unavailable', cause: '57P01' },
  ]);
  expect(log.join('') + answer.body).not.toContain('Adele');
});

test('a server that stops reports it, and accepts requests until the drain time is over', async () => {
  const drainMs = 3_000;
  const clock = createManualClock(Date.now());
  const server = await startServer({ clock });
  const statusOf = async (path: string) =>
    (await fetch(`${server.origin}${path}`).catch(() => undefined))?.status;
  await until(async () => (await statusOf('/readyz')) === 200);

  const stopped = server.stop();
  clock.advance(drainMs - 1);
  const ready = await fetch(`${server.origin}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
  expect(ready.headers.get('connection')).toBe('close');
  expect(await statusOf('/healthz')).toBe(200);
  expect((await server.get('/api/delegates')).status).toBe(200);

  clock.advance(1);
  await stopped;
  expect(await statusOf('/healthz')).toBeUndefined();
  await server.sandbox.close();
});

describe('bounded work', () => {
  /** Bounds of the work that an unauthenticated request can cause. The tests count the work and never measure time. */
  test('decodes at most 2,048 characters of a token’s header', async () => {
    const decode = jest.spyOn(TextDecoder.prototype, 'decode');
    const header = Buffer.from('['.repeat(11_000)).toString('base64url');
    const answer = await server.get('/api/delegates', { token: `${header}.AAAA.AAAA` });

    expect(answer.body).toMatchObject({ status: 401, code: 'invalid_token' });
    expect(decode.mock.calls.filter(([bytes]) => Buffer.isBuffer(bytes) && bytes.length > 1_536)).toEqual([]);
    expect(server.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('sends the whole file, regardless of requested ranges', async () => {
    const range = `bytes=${Array.from({ length: 1_500 }, (_, index) => `${index}-${index}`).join(',')}`;
    const answer = await fetchPath(`/assets/${script}`, {
      headers: { range, 'accept-encoding': 'identity' },
    });

    expect([answer.status, answer.headers.get('accept-ranges')]).toEqual([200, null]);
  });

  test.each([
    ['to an unknown path', 'POST', '/nowhere', 404],
    ['without a valid token', 'PUT', '/api/notifications', 401],
  ])('does not parse the body of a request %s', async (_, method, path, status) => {
    const parse = jest.spyOn(JSON, 'parse');
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.origin}${path}`, { method, headers, body: '{"on":true}' });

    expect(response.status).toBe(status);
    expect(parse.mock.calls.filter(([text]) => text.includes('"on"'))).toEqual([]);
  });

  const long = 'a'.repeat(12_000);
  test.each<[string, string, Record<string, string>]>([
    ['a long path', `/${long}`, {}],
    ['a path of encoded slashes', `/api/delegates/${'%2f'.repeat(4_000)}`, {}],
    ['a long query', `/tab?theme=${long}`, {}],
    ['query parameters named after object members', '/tab?__proto__=1&constructor=2&theme[__proto__]=3', {}], // prettier-ignore
    ['a long correlation id', '/tab', { 'x-correlation-id': long }],
    ['forwarding headers', '/tab', { 'x-forwarded-for': '::1,'.repeat(2_000), 'x-forwarded-host': long.slice(0, 6_000) }], // prettier-ignore
    ['a long content type', '/tab', { 'content-type': `application/json;${'a=b;'.repeat(2_500)}` }],
  ])('answers %s without an internal error', async (_, path, headers) => {
    const { status } = await fetch(`${server.origin}${path}`, { headers });

    expect([200, 400, 401, 404]).toContain(status);
    expect(server.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('does not repeat an unknown Host header in a page', async () => {
    const answer = await rawRequest(
      server.origin,
      `GET /tab HTTP/1.1\r\nHost: ${'a'.repeat(12_000)}\r\nConnection: close\r\n\r\n`,
    );

    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toContain('aaaaa');
  });
});
