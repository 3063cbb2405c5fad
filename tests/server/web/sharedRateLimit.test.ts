import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox.js';
import { people } from '../../../src/sandbox/tenant.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { startInstance, tabEndpoint, until, type TestServer } from '../../support/startServer.js';

const perMinute = 4;
let redis: RedisServer;
let sandbox: Sandbox;
let instances: TestServer[] = [];

beforeAll(async () => {
  redis = await createRedisServer();
  sandbox = await startSandbox({ tabEndpoint });
});
beforeEach(() => redis.start());
afterEach(async () => {
  redis.resume();
  await Promise.all(instances.map(({ close }) => close()));
  instances = [];
  await redis.kill();
});
afterAll(() => sandbox.close());

/** Starts two servers and waits until both are connected to Redis, which their counters there show. */
async function startTwo(): Promise<readonly [TestServer, TestServer]> {
  const start = () =>
    startInstance(sandbox, {
      redisOperationMs: 10_000,
      env: {
        RATE_LIMIT_PER_MINUTE: String(perMinute),
        REDIS_URL: redis.url,
        TOKEN_CACHE_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
    });
  const [one, other] = [await start(), await start()];
  instances = [one, other];
  for (const [index, server] of instances.entries()) {
    // Unauthenticated requests have their own counter. The counters of users stay at 0.
    await until(async () => {
      await server.get('/nowhere');
      return (await redis.entries()).size > 0;
    });
    if (index === 0) await redis.clear();
  }
  await redis.clear();
  return [one, other];
}
const nameOfCount = async () =>
  [...(await redis.entries()).keys()].find((name) => name.startsWith('call-delegates:requests:')) ?? '';
const as = (index: number) => sandbox.ssoToken({}, { objectId: people[index]?.id ?? '' });
const ask = async (server: TestServer, token: string) =>
  (await server.get('/api/delegators', { token })).status;

test('counts the requests of a user to two servers together, and another user’s separately', async () => {
  const [one, other] = await startTwo();
  const token = await as(0);
  for (const server of [one, other, one, other]) expect(await ask(server, token)).toBe(200);

  expect([await ask(one, token), await ask(other, token)]).toEqual([429, 429]);
  expect(await ask(other, await as(1))).toBe(200);
});

test('adds up the costs on two servers, and does not count a refused request', async () => {
  const [one, other] = await startTwo();
  const token = await as(0);
  const ids = Array.from({ length: 15 }, (_, index) => `id=0f8fad5b-d9cb-469f-a165-7086772895${10 + index}`);
  const people = `/api/people?${ids.join('&')}`;
  expect((await one.get(people, { token })).status).toBe(200);
  expect((await other.get(people, { token })).body).toMatchObject({ code: 'rate_limited' });

  expect([await ask(other, token), await ask(other, token)]).toEqual([200, 429]);
});

test('slides the window: a request older than a minute no longer counts, even if later ones do', async () => {
  const [one, other] = await startTwo();
  const token = await as(0);
  for (const server of [one, other, one]) await ask(server, token);
  const name = await nameOfCount();
  const age = async (ms: number) => {
    const entries = Object.entries(await redis.hash(name));
    await redis.clear();
    for (const [at, cost] of entries) await redis.setHash(name, String(Number(at) - ms), cost);
  };
  await age(40_000);
  expect([await ask(other, token), await ask(other, token)]).toEqual([200, 429]);
  await age(20_000);

  expect([await ask(other, token), await ask(other, token)]).toEqual([200, 200]);
});

test('ignores entries in the future, which exist after the clock of Redis went back', async () => {
  const [one] = await startTwo();
  const token = await as(0);
  await ask(one, token);
  const name = await nameOfCount();
  await redis.clear();
  await redis.setHash(name, String(Date.now() + 3_600_000), '4');

  expect(await ask(one, token)).toBe(200);
});

test('stores neither tenant nor user nor address in Redis, and lets every counter expire within a minute', async () => {
  const [one] = await startTwo();
  await ask(one, await as(0));
  await one.get('/nowhere');
  const counts = [...(await redis.entries())].filter(([name]) => name.startsWith('call-delegates:requests:'));

  expect(counts).toHaveLength(2);
  for (const [name, { ttlMs }] of counts) {
    expect(name).toMatch(/^call-delegates:requests:[\w-]{43}$/);
    expect(ttlMs).toBeGreaterThan(0);
    expect(ttlMs).toBeLessThanOrEqual(60_000);
  }
});

test.each([
  [
    'hangs',
    () => {
      redis.pause();
      return Promise.resolve();
    },
  ],
  ['dies', () => redis.kill()],
])('when Redis %s, each server continues with its own count', async (_, fail) => {
  const [one, other] = await startTwo();
  const token = await as(0);
  for (const server of [one, one, other]) expect(await ask(server, token)).toBe(200);
  await fail();

  expect([await ask(one, token), await ask(one, token), await ask(one, token)]).toEqual([200, 200, 429]);
  expect(await ask(other, token)).toBe(200);
  expect(await ask(other, await as(1))).toBe(200);
});
