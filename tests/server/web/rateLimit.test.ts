import { people } from '../../../src/sandbox/tenant.js';
import { createManualClock } from '../../support/manualClock.js';
import { startServer, type Answer, type TestServer } from '../../support/startServer.js';

const perMinute = 3;
const clock = createManualClock(Date.now());
let limited: TestServer;
beforeAll(async () => {
  limited = await startServer({
    clock,
    env: {
      RATE_LIMIT_PER_MINUTE: String(perMinute),
      TRUST_PROXY: 'loopback',
      AAD_APP_TENANT_ID: 'organizations',
    },
  });
});
beforeEach(() => {
  clock.advance(60_000);
  limited.sandbox.graph.requests.length = 0;
});
afterAll(() => limited.close());

const as = (index: number) => limited.sandbox.ssoToken({}, { objectId: people[index]?.id ?? '' });
/** The codes of so many requests, one after the other; undefined where all went well. */
async function codesOf(times: number, ask: () => Promise<Answer>): Promise<unknown[]> {
  const codes: unknown[] = [];
  for (let count = 0; count < times; count += 1) codes.push((await ask()).body['code']);
  return codes;
}
const refusedOnly = (times: number) => [...Array<undefined>(times).fill(undefined), 'rate_limited'];

describe('the rate limit', () => {
  test('refuses the fourth request of one user within a minute, not another user’s', async () => {
    const token = await as(0);
    expect(await codesOf(perMinute, () => limited.get('/api/delegators', { token }))).toEqual(
      Array(perMinute).fill(undefined),
    );
    const asked = limited.sandbox.graph.requests.length;
    clock.advance(20_000);
    const refused = await limited.get('/api/delegates', { token: await as(0) });

    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited', retryAfter: 40 });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(limited.sandbox.graph.requests).toHaveLength(asked);
    expect((await limited.get('/api/delegators', { token: await as(1) })).status).toBe(200);
  });

  test('is over when the minute is', async () => {
    const token = await as(0);
    const ask = () => limited.get('/api/delegators', { token });
    expect(await codesOf(perMinute + 1, ask)).toEqual(refusedOnly(perMinute));

    clock.advance(59_999);
    expect((await ask()).body['code']).toBe('rate_limited');
    clock.advance(1);
    expect((await ask()).status).toBe(200);
  });

  test('counts somebody with the same object id in another tenant for themselves', async () => {
    const tid = '55555555-5555-4555-8555-555555555555';
    const iss = `${limited.sandbox.idp.origin}/${tid}/v2.0`;
    const token = await as(0);
    await codesOf(perMinute + 1, () => limited.get('/api/delegators', { token }));
    const other = await limited.sandbox.ssoToken({ tid, iss }, { objectId: people[0]?.id ?? '' });

    expect((await limited.get('/api/delegators', { token: other })).body['code']).not.toBe('rate_limited');
  });

  test('does not count pages and health', async () => {
    for (const path of Array<string>(50).fill('/healthz'))
      expect((await fetch(`${limited.origin}${path}`)).status).toBe(200);
  });
});

describe('an address from which strangers ask', () => {
  const most = perMinute * 10;
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address }, token: 'no-token' });

  test.each([
    ['without a valid token', '/api/delegators', 'invalid_token', '192.0.2.1', '192.0.2.2'],
    ['for what is not there', '/nowhere', 'not_found', '192.0.2.3', '192.0.2.4'],
  ])('%s is limited, another one is not', async (_, path, code, one, other) => {
    const codes = await codesOf(most + 1, () => limited.get(path, from(one)));

    expect(codes).toEqual([...Array<string>(most).fill(code), 'rate_limited']);
    expect((await limited.get(path, from(other))).body['code']).toBe(code);
    // Whoever is let in is not refused for the company that they keep.
    const { headers } = from(one);
    expect((await limited.get('/api/delegators', { headers, token: await as(2) })).status).toBe(200);
  });

  test('is that of the whole network in IPv6', async () => {
    let count = 0;
    const codes = await codesOf(most + 1, () =>
      limited.get('/nowhere', from(`2001:db8:1:2::${(count += 1).toString(16)}`)),
    );

    expect(codes.at(-1)).toBe('rate_limited');
  });
});

test('without TRUST_PROXY nobody can say where they come from', async () => {
  const server = await startServer({ env: { RATE_LIMIT_PER_MINUTE: '1' } });
  let count = 0;
  const codes = await codesOf(11, () =>
    server.get('/nowhere', { headers: { 'x-forwarded-for': `192.0.2.${(count += 1)}` } }),
  );

  expect(codes.at(-1)).toBe('rate_limited');
  await server.close();
});

test('0 means no limit', async () => {
  const server = await startServer({ env: { RATE_LIMIT_PER_MINUTE: '0' } });

  expect(await codesOf(30, () => server.get('/nowhere'))).toEqual(Array(30).fill('not_found'));
  await server.close();
});
