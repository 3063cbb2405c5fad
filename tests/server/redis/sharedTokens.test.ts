import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../../src/server/config.js';
import { createServer } from '../../../src/server/createServer.js';
import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { databaseThread, tabEndpoint, until } from '../../support/startServer.js';

const key = Buffer.alloc(32, 7);
let redis: RedisServer;

beforeAll(async () => {
  redis = await createRedisServer();
  await redis.start();
});
afterAll(() => redis.kill());

describe('two instances', () => {
  type Instance = Awaited<ReturnType<typeof createServer>>['app'];
  let sandbox: Sandbox;
  const instances: Instance[] = [];
  const log: string[] = [];

  const startInstance = async (url = redis.url): Promise<Instance> => {
    const { app } = await createServer({
      config: parseConfig({
        ...sandbox.env,
        RATE_LIMIT_PER_MINUTE: '0',
        REDIS_URL: url,
        TOKEN_CACHE_KEY: key.toString('base64'),
      }),
      pagesFolder: fileURLToPath(new URL('../../../dist/tab', `file://${__filename}`)),
      databaseThread,
      logStream: { write: (line) => void log.push(line) },
    });
    instances.push(app);
    await app.ready();
    return app;
  };
  const ask = async (app: Instance, token: string) =>
    (await app.inject({ url: '/api/delegators', headers: { authorization: `Bearer ${token}` } })).statusCode;
  const exchanges = () => sandbox.idp.tokenRequests.length;
  /** Waits for the Redis connection. Before that, an instance does not share the tokens it exchanges. */
  const untilConnected = async (app: Instance) => {
    await until(async () => {
      const size = (await redis.entries()).size;
      await ask(app, await sandbox.ssoToken());
      return (await redis.entries()).size > size;
    });
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ tabEndpoint });
  });
  afterEach(async () => {
    redis.resume();
    await Promise.all(instances.splice(0).map((app) => app.close()));
  });
  afterAll(() => sandbox.close());

  test('serve a user of the other instance without a new exchange', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    await untilConnected(one);
    await untilConnected(other);
    const token = await sandbox.ssoToken();
    expect(await ask(one, token)).toBe(200);
    const before = exchanges();

    expect(await ask(other, token)).toBe(200);
    expect(exchanges()).toBe(before);
  });

  test('give another user their own token', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    await untilConnected(one);
    await untilConnected(other);
    const before = exchanges();
    await ask(one, await sandbox.ssoToken());
    await ask(other, await sandbox.ssoToken());

    expect(exchanges()).toBe(before + 2);
  });

  test('treat garbage in every entry as a cache miss', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    await untilConnected(one);
    await untilConnected(other);
    const token = await sandbox.ssoToken();
    await ask(one, token);
    for (const name of (await redis.entries()).keys()) await redis.overwrite(name, 'not ours');
    const before = exchanges();

    expect(await ask(other, token)).toBe(200);
    expect(exchanges()).toBe(before + 1);
  });

  test('answer every request and log once while Redis hangs', async () => {
    const app = await startInstance();
    await untilConnected(app);
    log.length = 0;
    redis.pause();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => ask(app, await sandbox.ssoToken())),
    );

    expect(new Set(answers)).toEqual(new Set([200]));
    expect(log.filter((line) => line.includes('is unavailable; continuing without it'))).toHaveLength(1);
  });

  test('answer while Redis restarts and share tokens afterwards', async () => {
    const app = await startInstance();
    await untilConnected(app);
    await redis.kill();
    for (let count = 0; count < 5; count += 1) expect(await ask(app, await sandbox.ssoToken())).toBe(200);
    await redis.start();
    await untilConnected(app);

    expect(log.some((line) => line.includes('Redis is available again'))).toBe(true);
  });

  test('start without Redis and use it once it is available', async () => {
    await redis.kill();
    const app = await startInstance();

    expect(await ask(app, await sandbox.ssoToken())).toBe(200);
    await redis.start();
    await untilConnected(app);
  });
});
