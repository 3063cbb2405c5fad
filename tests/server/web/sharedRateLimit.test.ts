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

/** Two servers that have their connection to Redis, as both show by what they have counted there. */
async function startTwo(): Promise<readonly [TestServer, TestServer]> {
  const start = () =>
    startInstance(sandbox, {
      env: {
        RATE_LIMIT_PER_MINUTE: String(perMinute),
        REDIS_URL: redis.url,
        TOKEN_CACHE_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
    });
  const [one, other] = [await start(), await start()];
  instances = [one, other];
  for (const [index, server] of instances.entries()) {
    // Strangers have a count of their own, so that the users' begin at nought.
    await until(async () => {
      await server.get('/nowhere');
      return (await redis.entries()).size > 0;
    });
    if (index === 0) await redis.clear();
  }
  await redis.clear();
  return [one, other];
}
const as = (index: number) => sandbox.ssoToken({}, { objectId: people[index]?.id ?? '' });
const ask = async (server: TestServer, token: string) =>
  (await server.get('/api/delegators', { token })).status;

test('what a user asks of two servers counts together, and another user’s by itself', async () => {
  const [one, other] = await startTwo();
  const token = await as(0);
  for (const server of [one, other, one, other]) expect(await ask(server, token)).toBe(200);

  expect([await ask(one, token), await ask(other, token)]).toEqual([429, 429]);
  expect(await ask(other, await as(1))).toBe(200);
});

test('Redis sees neither tenant nor user nor address, and every count ends within a minute', async () => {
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
])('when Redis %s, each server counts for itself, from where it is', async (_, fail) => {
  const [one, other] = await startTwo();
  const token = await as(0);
  for (const server of [one, one, other]) expect(await ask(server, token)).toBe(200);
  await fail();

  expect([await ask(one, token), await ask(one, token), await ask(one, token)]).toEqual([200, 200, 429]);
  expect(await ask(other, token)).toBe(200);
  expect(await ask(other, await as(1))).toBe(200);
});
