import { people } from '../../../src/sandbox/tenant.js';
import { startServer, type TestServer } from '../../support/startServer.js';

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
