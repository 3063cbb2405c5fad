import { request } from 'node:http';
import { rawRequest } from '../../support/rawRequest.js';
import { toAnswer } from '../../support/startServer.js';
import { startDoorkeeper, type Doorkeeper } from './doorkeeper.js';

let at: Doorkeeper;
beforeAll(async () => {
  at = await startDoorkeeper();
});
afterEach(() => {
  at.server.sandbox.graph.requests.length = 0;
  at.server.sandbox.idp.tokenRequests.length = 0;
});
afterAll(() => at.server.close());

test('accepts the scheme in lower case, as RFC 9110 requires', async () => {
  const headers = { authorization: `bearer ${await at.server.sandbox.ssoToken()}` };

  expect((await fetch(`${at.server.origin}/api/delegators`, { headers })).status).toBe(200);
});

test('accepts a token when another header has the value Authorization', async () => {
  const token = await at.server.sandbox.ssoToken();

  expect(
    await rawGet('/api/delegators', ['X-Wants', 'authorization', 'Authorization', `Bearer ${token}`]),
  ).toMatchObject({ status: 200 });
});

describe('sends nothing to Graph or Entra and refuses a token', () => {
  test.each<[string, () => Promise<string[]>]>([
    ['when there is no Authorization header', () => Promise.resolve([])],
    ['under Basic', async () => ['Authorization', `Basic ${await at.server.sandbox.ssoToken()}`]],
    ['without a scheme', async () => ['Authorization', await at.server.sandbox.ssoToken()]],
    [
      'after a repeated Bearer',
      async () => ['Authorization', `Bearer Bearer ${await at.server.sandbox.ssoToken()}`],
    ],
    ['that is empty', () => Promise.resolve(['Authorization', 'Bearer '])],
    [
      'in the first of two Authorization headers',
      async () => [
        'Authorization',
        `Bearer ${await at.server.sandbox.ssoToken()}`,
        'Authorization',
        'Bearer x.y.z',
      ],
    ],
    [
      'in the second of two Authorization headers',
      async () => [
        'Authorization',
        'Bearer x.y.z',
        'authorization',
        `Bearer ${await at.server.sandbox.ssoToken()}`,
      ],
    ],
    [
      'followed by another token',
      async () => ['Authorization', `Bearer ${await at.server.sandbox.ssoToken()}, Bearer x.y.z`],
    ],
  ])('%s', async (_, make) => {
    at.expectRefused(await rawGet('/api/delegators', await make()));
  });

  test('in the query or body only', async () => {
    const token = await at.server.sandbox.ssoToken();

    at.expectRefused(await toAnswer(await fetch(`${at.server.origin}/api/delegators?access_token=${token}`)));
    at.expectRefused(
      await toAnswer(await fetch(`${at.server.origin}/api/delegators?authorization=Bearer%20${token}`)),
    );
  });

  test('of one megabyte', async () => {
    const head = await rawRequest(
      at.server.origin,
      `GET /api/delegators HTTP/1.1\r\nHost: tab\r\nAuthorization: Bearer ${'a'.repeat(1024 * 1024)}\r\n\r\n`,
    );

    expect(head).toMatch(/^HTTP\/1\.1 401 /);
    expect(head).toContain('www-authenticate: Bearer error="invalid_token"');
    expect(head).toContain('content-security-policy: ');
    expect(head).toContain('"code":"invalid_token"');
    at.expectNothingWentFurther();
  });

  test('that is long but fits in a header', async () => {
    at.expectRefused(
      await at.server.get('/api/delegators', { token: `${'a'.repeat(5000)}.${'b'.repeat(5000)}.c` }),
    );
  });
});

/** fetch() joins headers of the same name. Node's own client sends them separately. */
function rawGet(path: string, headers: string[]) {
  return new Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>(
    (resolve, reject) => {
      const url = new URL(path, at.server.origin);
      const sent = request(url, { headers: ['Host', url.host, ...headers] as never }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: new Headers(response.headers as Record<string, string>),
            body: JSON.parse(text) as Record<string, unknown>,
          });
        });
      });
      sent.on('error', reject);
      sent.end();
    },
  );
}
