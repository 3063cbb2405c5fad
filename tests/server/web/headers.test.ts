import { startServer, toAnswer, type TestServer } from '../../support/startServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
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
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
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
