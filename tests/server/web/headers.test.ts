import { readdirSync } from 'node:fs';
import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const fetchPath = async (path: string, init?: RequestInit) =>
  await toAnswer(await fetch(`${server.origin}${path}`, init));

/** Headers whose values differ between responses. */
const varying = new Set(['date', 'etag', 'last-modified', 'content-length', 'content-language', 'vary', 'transfer-encoding']); // prettier-ignore
const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? '';

describe('every response has the security headers and no others:', () => {
  test.each([
    ['/', 'no-cache', 'text/html; charset=utf-8'],
    ['/tab', 'no-cache', 'text/html; charset=utf-8'],
    ['/auth/start', 'no-cache', 'text/html; charset=utf-8'],
    ['/auth/end', 'no-cache', 'text/html; charset=utf-8'],
    ['/privacy', 'no-cache', 'text/html; charset=utf-8'],
    ['/terms', 'no-cache', 'text/html; charset=utf-8'],
    ['/healthz', 'no-store', 'application/json; charset=utf-8'],
    ['/readyz', 'no-store', 'application/json; charset=utf-8'],
    ['/api/delegates', 'no-store', 'application/problem+json'],
    ['/nowhere', 'no-store', 'application/problem+json'],
    ['/assets/nothing.js', 'no-store', 'application/problem+json'],
    ['/api/delegates/%', 'no-store', 'application/problem+json'],
  ])('%s', async (path, cacheControl, contentType) => {
    const { headers } = await fetchPath(path);
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

  test('an asset has the same security headers as a page', async () => {
    const file = readdirSync('dist/tab/assets').find((name) => name.endsWith('.js')) ?? '';
    const { headers } = await fetchPath(`/assets/${file}`);
    const found = Object.fromEntries([...headers].filter(([name]) => !varying.has(name)));

    expect(found).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': policyOf((await fetchPath('/tab')).headers),
    });
  });
});

test('sends no HSTS header if the tab is not on https', async () => {
  const local = await startServer({ sandbox: { tabEndpoint: 'http://localhost:3978' } });

  expect((await fetch(`${local.origin}/tab`)).headers.get('strict-transport-security')).toBeNull();
  await local.close();
});
