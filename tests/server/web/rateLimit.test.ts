import { people } from '../../../src/sandbox/tenant.js';
import { parseConfig } from '../../../src/server/config.js';
import { createProxyTrust, toNetwork } from '../../../src/server/web/addresses.js';
import { createSlidingWindow } from '../../../src/server/web/rateLimit.js';
import { createManualClock } from '../../support/manualClock.js';
import { rawGet, rawRequest } from '../../support/rawRequest.js';
import { startInstance, useServer, type Answer } from '../../support/startServer.js';

const perMinute = 3;
const clock = createManualClock(Date.now());
const env = { TRUST_PROXY: 'loopback', AAD_APP_TENANT_ID: 'organizations' };
/** Accepts three requests of a user per minute. */
const limited = useServer({ clock, env: { ...env, RATE_LIMIT_PER_MINUTE: String(perMinute) } });
/** Accepts ten requests of an address per minute. */
const tight = useServer({ clock, env: { ...env, RATE_LIMIT_PER_MINUTE: '1' } }, limited);
beforeEach(() => clock.advance(60_000));

const as = (index: number) => limited.sandbox.ssoToken({}, { objectId: people[index]?.id ?? '' });
/** Sends requests one after the other and returns their problem codes. undefined: the request succeeded. */
async function codesOf(times: number, ask: () => Promise<Answer>): Promise<unknown[]> {
  const codes: unknown[] = [];
  for (let count = 0; count < times; count += 1) codes.push((await ask()).body['code']);
  return codes;
}
const refusedOnly = (times: number) => [...Array<undefined>(times).fill(undefined), 'rate_limited'];

describe('the rate limit', () => {
  test('refuses the fourth request of a user within a minute without counting it, but not another user’s', async () => {
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
    clock.advance(40_000);
    expect(await codesOf(perMinute, () => limited.get('/api/delegators', { token }))).toEqual(
      Array(perMinute).fill(undefined),
    );
  });

  test('ignores a jump of the system time', async () => {
    const token = await as(0);
    const ask = () => limited.get('/api/delegators', { token });
    await codesOf(perMinute, ask);
    clock.stepBack(3_600_000);
    expect((await ask()).body).toMatchObject({ code: 'rate_limited', retryAfter: 60 });
    clock.advance(60_000);

    expect((await ask()).status).toBe(200);
    clock.stepBack(-3_600_000);
  });

  test('counts a user with the same object id in another tenant separately', async () => {
    const tid = '55555555-5555-4555-8555-555555555555';
    const iss = `${limited.sandbox.idp.origin}/${tid}/v2.0`;
    const token = await as(0);
    await codesOf(perMinute + 1, () => limited.get('/api/delegators', { token }));
    const other = await limited.sandbox.ssoToken({ tid, iss }, { objectId: people[0]?.id ?? '' });

    expect((await limited.get('/api/delegators', { token: other })).body['code']).not.toBe('rate_limited');
  });

  test('does not count health probes', async () => {
    for (let count = 0; count < 11; count += 1)
      expect((await fetch(`${tight.origin}/healthz`)).status).toBe(200);
  });
});

describe('the limit per address', () => {
  const most = 10;
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address }, token: 'no-token' });

  test.each([
    ['without a valid token', '/api/delegators', 'invalid_token', '192.0.2.1', '192.0.2.2'],
    ['to an unknown path', '/nowhere', 'not_found', '192.0.2.3', '192.0.2.4'],
    ['for a missing file', '/assets/nothing.js', 'not_found', '192.0.2.5', '192.0.2.6'],
  ])(
    'counts requests %s with all other refusals, and each address separately',
    async (_, path, code, one, other) => {
      const codes = await codesOf(most + 1, () => tight.get(path, from(one)));

      expect(codes).toEqual([...Array<string>(most).fill(code), 'rate_limited']);
      expect((await tight.get('/api/me', from(one))).body['code']).toBe('rate_limited');
      expect((await tight.get(path, from(other))).body['code']).toBe(code);
      // An authenticated user at the same address is not refused.
      const { headers } = from(one);
      expect((await tight.get('/api/delegators', { headers, token: await as(2) })).status).toBe(200);
    },
  );

  test('counts requests for all pages together, and refusals separately', async () => {
    const pages = ['/', '/tab', '/auth/start', '/auth/end', '/privacy', '/terms'];
    const get = async (path: string, address: string) => {
      const { status, headers } = await fetch(`${tight.origin}${path}`, from(address));
      return [path, status, headers.get('retry-after')];
    };
    await codesOf(most, () => tight.get('/nowhere', from('192.0.2.11')));
    for (const path of [...pages, ...pages.slice(0, most - pages.length)])
      expect(await get(path, '192.0.2.11')).toEqual([path, 200, null]);

    for (const path of pages) {
      expect(await get(path, '192.0.2.11')).toEqual([path, 429, '60']);
      expect(await get(path, '192.0.2.12')).toEqual([path, 200, null]);
    }
  });

  test.each([
    ['data that is not HTTP', 'nonsense\r\n\r\n'],
    ['a path that cannot be decoded', rawGet('/%zz')],
    ['a path segment that is too long', rawGet(`/api/delegates/${'a'.repeat(5_000)}`)],
  ])('answers %s with invalid_request, and counts it', async (_, text) => {
    const answers: string[] = [];
    for (let count = 0; count < 11; count += 1) answers.push(await rawRequest(tight.origin, text));

    for (const answer of answers.slice(0, 10)) {
      expect(answer).toContain('application/problem+json');
      expect(answer).toContain('"code":"invalid_request"');
    }
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual([...Array<string>(10).fill('400'), '429']);
    expect(answers.at(-1)).toMatch(/retry-after: \d+\r\n/);
    expect((await tight.get('/nowhere')).body['code']).toBe('rate_limited');
  });
});

test('ignores X-Forwarded-For without TRUST_PROXY', async () => {
  const server = await startInstance(limited.sandbox, { env: { RATE_LIMIT_PER_MINUTE: '1' } });
  let count = 0;
  const codes = await codesOf(11, () =>
    server.get('/nowhere', { headers: { 'x-forwarded-for': `192.0.2.${(count += 1)}` } }),
  );

  expect(codes.at(-1)).toBe('rate_limited');
  await server.close();
});

describe('the cost of a request grows with its requests to Graph:', () => {
  const ids = Array.from({ length: 50 }, (_, index) => `0f8fad5b-d9cb-469f-a165-7086772895${10 + index}`);
  const query = (count: number) => ids.slice(0, count).map((id) => `id=${id}`).join('&'); // prettier-ignore

  const twelve = useServer({ clock, env: { RATE_LIMIT_PER_MINUTE: '12' } }, limited);

  test.each([
    ['people', 5, 12],
    ['people', 6, 6],
    ['profiles', 50, 1],
  ])('/api/%s with %i ids is accepted %i times at 12 a minute', async (path, count, times) => {
    const token = await as(0);
    const codes = await codesOf(times + 1, () => twelve.get(`/api/${path}?${query(count)}`, { token }));

    expect(codes).toEqual(refusedOnly(times));
  });

  test('a single request never costs more than the limit', async () => {
    const token = await as(0);

    expect(await codesOf(2, () => limited.get(`/api/people?${query(50)}`, { token }))).toEqual(
      refusedOnly(1),
    );
  });
});

describe('the sliding window', () => {
  const windowMs = 60_000;

  /** Returns a function that adds a cost if at most 10 are added within a minute, and returns the milliseconds to wait. */
  function start() {
    let nowMs = 0;
    const window = createSlidingWindow(windowMs, () => nowMs);
    return (atMs: number, cost: number): number => {
      nowMs = atMs;
      const waitMs = window.waitMs('user', cost, 10);
      if (waitMs === 0) window.add('user', cost);
      return waitMs;
    };
  }

  test('never exceeds the limit within any minute, also across the end of a minute', () => {
    const take = start();

    expect(take(59_000, 10)).toBe(0);
    expect(take(60_000, 1)).toBe(59_000);
    expect(take(118_999, 1)).toBe(1);
    expect(take(119_000, 1)).toBe(0);
  });

  test('returns the time until enough cost has left the window', () => {
    const take = start();
    expect([take(0, 3), take(10_000, 3), take(20_000, 4)]).toEqual([0, 0, 0]);
    const waits = [3, 4, 6, 7, 10].map((cost) => take(20_000, cost));

    expect(waits).toEqual([40_000, 50_000, 50_000, 60_000, 60_000]);
  });

  test('keeps a bounded number of names, and drops the least recently used', () => {
    const window = createSlidingWindow(windowMs, () => 0);
    for (let count = 0; count <= 100_000; count += 1) window.add(`name ${count}`, 1);

    expect([0, 1, 100_000].map((count) => window.waitMs(`name ${count}`, 1, 1))).toEqual([
      0,
      windowMs,
      windowMs,
    ]);
  });
});

describe('trusted proxies', () => {
  test.each([
    ['10.0.0.7', '10.0.0.7', true],
    ['10.0.0.7', '::ffff:10.0.0.7', true],
    ['10.0.0.7', '10.0.0.70', false],
    ['10.1.0.0/16', '10.1.255.255', true],
    ['10.1.0.0/16', '10.2.0.0', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['loopback', '127.255.0.1', true],
    ['loopback', '::1', true],
    ['loopback', '10.0.0.1', false],
    ['linklocal', '169.254.1.1', true],
    ['uniquelocal', '172.31.255.255', true],
    ['uniquelocal', '172.32.0.0', false],
    ['uniquelocal', 'fd00::1', true],
    ['LoopBack, 10.0.0.7/32', '10.0.0.7', true],
    ['loopback', 'loopback', false],
    ['loopback', '', false],
  ])('with TRUST_PROXY=%s, that %s is trusted is %s', (list, address, expected) => {
    const { trustProxy = [] } = parseConfig({ ...limited.sandbox.env, TRUST_PROXY: list });

    expect(createProxyTrust(trustProxy)(address, 0)).toBe(expected);
  });

  test('are at most eight addresses of a request', () => {
    const isTrusted = createProxyTrust(['127.0.0.0/8']);

    expect([7, 8, 3_000].map((hop) => isTrusted('127.0.0.1', hop))).toEqual([true, false, false]);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['[2001:0DB8:0001:0002::9]:50123', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', 'unknown'],
  ['tab.contoso.com', 'unknown'],
  ['1'.repeat(100), 'unknown'],
])('%s belongs to the network %s', (address, network) => expect(toNetwork(address)).toBe(network));
