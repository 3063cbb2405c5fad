import { people } from '../../../src/sandbox/tenant.js';
import { createRedisConnection } from '../../../src/server/redis/redisConnection.js';
import { createRedisWindow } from '../../../src/server/redis/redisWindow.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { startInstance, until, useServer, type TestServer } from '../../support/startServer.js';

/** Servers that share their tokens and the rate limit in Redis. */

const key = Buffer.alloc(32, 7);
let redis: RedisServer;
beforeAll(async () => {
  redis = await createRedisServer();
  await redis.start();
});
afterAll(() => redis.kill());

describe('the window of a user', () => {
  const windowMs = 60_000;
  const connections: ReturnType<typeof createRedisConnection>[] = [];
  afterEach(async () => {
    for (const connection of connections.splice(0)) connection.close();
    await redis.use((client) => client.flushAll());
  });
  /** Connects an instance whose users may spend 4 in a minute. The operations of a busy machine may take long. */
  async function start() {
    const connection = createRedisConnection({ url: redis.url, operationMs: 10_000 });
    connections.push(connection);
    connection.connect();
    const take = createRedisWindow(connection, key, windowMs, 1_000);
    await until(async () => (await take('another user', 1, 10_000)) === 0);
    await redis.use((client) => client.flushAll());
    return (cost = 1) => take('user t o', cost, 4);
  }
  const nameOfCount = async () => [...(await redis.entries()).keys()][0] ?? '';

  test('slides: a request older than a minute no longer counts, nor does a refused one', async () => {
    const take = await start();
    await take(3);
    const name = await nameOfCount();
    const age = async (ms: number) => {
      const entries = Object.entries(await redis.use((client) => client.hGetAll(name)));
      await redis.use((client) => client.flushAll());
      for (const [at, cost] of entries)
        await redis.use((client) => client.hSet(name, String(Number(at) - ms), cost));
    };
    await age(40_000);
    expect(await take()).toBe(0);
    const waitMs = await take();
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(20_000);
    await age(20_000);

    expect(await take(3)).toBe(0);
    expect(await take()).toBeGreaterThan(0);
  });

  test('ignores entries in the future, which exist after the clock of Redis went back', async () => {
    const take = await start();
    await take();
    const name = await nameOfCount();
    await redis.use((client) => client.flushAll());
    await redis.use((client) => client.hSet(name, String(Date.now() + 3_600_000), '4'));

    expect(await take()).toBe(0);
  });

  test('has an HMAC under a key derived from TOKEN_CACHE_KEY as its name, and expires within a minute', async () => {
    const take = await start();
    await take();
    const entries = [...(await redis.entries())];

    expect(entries.map(([name]) => name)).toEqual([
      // HMAC-SHA-256 under HKDF-SHA-256 with the label `call-delegates request cost`. Computed independently of
      // this code.
      'call-delegates:requests:mibVQ5wP5BU-Y7x83BsGNIpuTJMtirqXqjhChT86e_U',
    ]);
    expect(entries[0]?.[1].ttlMs).toBeGreaterThan(0);
    expect(entries[0]?.[1].ttlMs).toBeLessThanOrEqual(windowMs);
  });
});

describe('two servers', () => {
  const ids = Array.from({ length: 50 }, (_, index) => `id=0f8fad5b-d9cb-469f-a165-7086772895${10 + index}`);
  /** A request that costs a quarter of the limit. */
  const costly = `/api/people?${ids.join('&')}`;
  const options = () => ({
    redisOperationMs: 2_000,
    env: { RATE_LIMIT_PER_MINUTE: '40', REDIS_URL: redis.url, TOKEN_CACHE_KEY: key.toString('base64') },
  });
  const one = useServer(() => Promise.resolve(options()));
  const other = useServer(() => Promise.resolve(options()), one);
  /** Waits for the connection to Redis, which the count of refused requests there shows. */
  const untilConnected = async (server: TestServer) => {
    await redis.use((client) => client.flushAll());
    await until(async () => {
      await server.get('/nowhere');
      return (await redis.entries()).size > 0;
    });
  };
  beforeAll(async () => {
    for (const server of [one, other]) await untilConnected(server);
  });

  /** Each test has its own users, because users keep their counts. */
  const tokenOf = (person: number) => one.sandbox.ssoToken({}, { objectId: people[person]?.id ?? '' });
  const ask = async (server: TestServer, token: string, path = '/api/delegators') =>
    (await server.get(path, { token })).status;
  const exchanges = () => one.sandbox.idp.tokenRequests;

  test('serve a user of the other server without a new exchange, and another user with their own token', async () => {
    const [token, another] = [await tokenOf(0), await tokenOf(1)];
    for (const server of [one, other]) expect(await ask(server, token)).toBe(200);
    expect(exchanges()).toHaveLength(1);
    expect(await ask(other, another)).toBe(200);

    expect(exchanges()).toHaveLength(2);
  });

  test('treat garbage in every entry as a cache miss', async () => {
    const token = await tokenOf(0);
    await ask(one, token);
    for (const [name, { value }] of await redis.entries())
      if (value !== '') await redis.use((client) => client.set(name, 'not ours'));

    expect(await ask(other, token)).toBe(200);
    expect(exchanges()).toHaveLength(2);
  });

  test('count the cost of a user’s requests together, and store neither tenant nor user nor address', async () => {
    const [token, another] = [await tokenOf(2), await tokenOf(3)];
    for (const server of [one, other, one, other]) expect(await ask(server, token, costly)).toBe(200);

    for (const server of [one, other])
      expect((await server.get('/api/delegators', { token })).body).toMatchObject({ code: 'rate_limited' });
    expect(await ask(other, another)).toBe(200);
    const names = [...(await redis.entries()).keys()];
    expect(names.filter((name) => name.startsWith('call-delegates:requests:'))).not.toEqual([]);
    for (const name of names) expect(name).toMatch(/^call-delegates:[\w-]+:[\w-]{43}$/);
  });

  test('answer every request, log once and continue with their own counts while Redis hangs', async () => {
    const [token, another] = [await tokenOf(4), await tokenOf(5)];
    for (const server of [one, one, other]) expect(await ask(server, token, costly)).toBe(200);
    redis.pause();
    const answers = await Promise.all(Array.from({ length: 20 }, async () => ask(one, await tokenOf(5))));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(one.log.filter(({ msg }) => String(msg).includes('is unavailable; continuing'))).toHaveLength(1);
    for (const status of [200, 200, 429]) expect(await ask(one, token, costly)).toBe(status);
    expect(await ask(other, token)).toBe(200);
    expect(await ask(other, another)).toBe(200);
    redis.resume();

    for (const server of [one, other]) await untilConnected(server);
  });

  test('answer while Redis is down, even if they start then, and share tokens once it is up', async () => {
    await redis.kill();
    const third = await startInstance(one.sandbox, options());
    for (const server of [one, third]) expect(await ask(server, await tokenOf(6))).toBe(200);
    await redis.start();
    for (const server of [one, third]) await untilConnected(server);
    expect(one.log.some(({ msg }) => String(msg).includes('Redis is available again'))).toBe(true);
    const token = await tokenOf(6);
    await ask(one, token);
    const before = exchanges().length;

    expect(await ask(third, token)).toBe(200);
    expect(exchanges()).toHaveLength(before);
    await third.close();
  });
});
