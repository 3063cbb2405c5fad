import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../../src/server/config.js';
import { createServer } from '../../../src/server/createServer.js';
import {
  createMemoryGraphTokenCache,
  type GraphToken,
  type GraphTokenCache,
} from '../../../src/server/auth/graphTokenCache.js';
import { createRedisGraphTokenCache } from '../../../src/server/auth/redisGraphTokenCache.js';
import { createRedisConnection } from '../../../src/server/redis/redisConnection.js';
import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { databaseThread, tabEndpoint, until } from '../../support/startServer.js';

const key = Buffer.alloc(32, 7);
const tokenOf = (name: string, livesMs = 3_600_000): GraphToken => ({
  accessToken: `secret-token-of-${name}`,
  scopes: new Set(['calldelegation.read', 'user.read']),
  expiresAtMs: Date.now() + livesMs,
});
let redis: RedisServer;

/** A cache of its own connection, connected. */
async function connectCache(secret = key) {
  const connection = createRedisConnection({ url: redis.url });
  connection.connect();
  await until(async () => (await connection.attempt((client) => client.ping())) === 'PONG');
  return { cache: createRedisGraphTokenCache(connection, secret), close: connection.close };
}

beforeAll(async () => {
  redis = await createRedisServer();
  await redis.start();
});
afterAll(() => redis.kill());

describe.each(['memory', 'redis'] as const)('a token cache in %s', (kind) => {
  let cache: GraphTokenCache;
  let close: () => void = () => undefined;
  beforeAll(async () => {
    if (kind === 'memory') cache = createMemoryGraphTokenCache(100);
    else ({ cache, close } = await connectCache());
  });
  afterAll(() => {
    close();
  });

  test('gives back what was put in, under its own key only', async () => {
    const token = tokenOf('amina');
    await cache.set('tenant.amina.1', token);

    expect(await cache.get('tenant.amina.1')).toEqual(token);
    expect(await cache.get('tenant.amina.2')).toBeUndefined();
  });

  test('forgets what is deleted', async () => {
    await cache.set('tenant.diego.1', tokenOf('diego'));
    await cache.delete('tenant.diego.1');

    expect(await cache.get('tenant.diego.1')).toBeUndefined();
  });

  test('keeps nothing that ends within a minute', async () => {
    await cache.set('tenant.lars.1', tokenOf('lars', 59_000));

    expect(await cache.get('tenant.lars.1')).toBeUndefined();
  });

  test('keeps a token whose scopes Entra did not list', async () => {
    const token = { ...tokenOf('noor'), scopes: undefined };
    await cache.set('tenant.noor.1', token);

    expect(await cache.get('tenant.noor.1')).toEqual(token);
  });
});

describe('in Redis', () => {
  let cache: GraphTokenCache;
  let close: () => void;
  beforeAll(async () => {
    ({ cache, close } = await connectCache());
    await cache.set('tenant.user.hash', tokenOf('somebody'));
  });
  afterAll(() => {
    close();
  });

  test('neither token nor user can be read, and every entry ends with its token', async () => {
    const entries = await redis.entries();
    const everything = JSON.stringify([...entries]);

    expect(entries.size).toBeGreaterThan(0);
    for (const { ttlMs } of entries.values()) {
      expect(ttlMs).toBeGreaterThan(0);
      expect(ttlMs).toBeLessThanOrEqual(3_600_000 - 60_000);
    }
    for (const word of ['secret-token', 'tenant', 'user', 'calldelegation'])
      expect(everything).not.toContain(word);
    expect(Buffer.from([...entries.values()][0]?.value ?? '', 'base64').toString('latin1')).not.toContain(
      'secret-token',
    );
  });

  test('another key opens nothing', async () => {
    const stranger = await connectCache(Buffer.alloc(32, 8));
    await stranger.cache.set('own', tokenOf('own'));

    expect(await stranger.cache.get('own')).toBeDefined();
    expect(await cache.get('tenant.user.hash')).toBeDefined();
    expect(await stranger.cache.get('tenant.user.hash')).toBeUndefined();
    stranger.close();
  });

  test('whoever has another key cannot tell under which name a user’s token is', async () => {
    const stranger = await connectCache(Buffer.alloc(32, 9));
    const before = new Set((await redis.entries()).keys());
    await cache.set('tenant.tomás.hash', tokenOf('tomás'));
    await stranger.cache.set('tenant.tomás.hash', tokenOf('somebody else'));
    const names = [...(await redis.entries()).keys()].filter((name) => !before.has(name));

    expect(names).toHaveLength(2);
    expect(await cache.get('tenant.tomás.hash')).toMatchObject({ accessToken: tokenOf('tomás').accessToken });
    stranger.close();
  });

  test('an entry that was moved to another name does not open', async () => {
    const names = [...(await redis.entries()).keys()];
    await cache.set('tenant.victim.hash', tokenOf('victim'));
    const victim = [...(await redis.entries()).keys()].find((name) => !names.includes(name)) ?? '';
    const other = (await redis.entries()).get(names[0] ?? '')?.value ?? '';
    await redis.overwrite(victim, other);

    expect(other).not.toBe('');
    expect(await cache.get('tenant.victim.hash')).toBeUndefined();
  });
});

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
  /** Until an instance has its connection, a token that it exchanges is not shared. */
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

  test('a user who lands on the other one causes no new exchange', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    await untilConnected(one);
    await untilConnected(other);
    const token = await sandbox.ssoToken();
    expect(await ask(one, token)).toBe(200);
    const before = exchanges();

    expect(await ask(other, token)).toBe(200);
    expect(exchanges()).toBe(before);
  });

  test('another user gets a token of their own there', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    await untilConnected(one);
    await untilConnected(other);
    const before = exchanges();
    await ask(one, await sandbox.ssoToken());
    await ask(other, await sandbox.ssoToken());

    expect(exchanges()).toBe(before + 2);
  });

  test('garbage under every name is as good as nothing', async () => {
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

  test('Redis hangs: every request is answered, and told once', async () => {
    const app = await startInstance();
    await untilConnected(app);
    log.length = 0;
    redis.pause();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => ask(app, await sandbox.ssoToken())),
    );

    expect(new Set(answers)).toEqual(new Set([200]));
    expect(log.filter((line) => line.includes('does not answer; going on without it'))).toHaveLength(1);
  });

  test('Redis dies in between and comes back: answered all along, then shared again', async () => {
    const app = await startInstance();
    await untilConnected(app);
    await redis.kill();
    for (let count = 0; count < 5; count += 1) expect(await ask(app, await sandbox.ssoToken())).toBe(200);
    await redis.start();
    await untilConnected(app);

    expect(log.some((line) => line.includes('Redis answers again'))).toBe(true);
  });

  test('Redis is down at the start: ready and answering without it, and with it once it is there', async () => {
    await redis.kill();
    const app = await startInstance();

    expect(await ask(app, await sandbox.ssoToken())).toBe(200);
    await redis.start();
    await untilConnected(app);
  });
});
