import {
  createLayeredGraphTokenCache,
  createMemoryGraphTokenCache,
  type GraphToken,
  type GraphTokenCache,
} from '../../../src/server/auth/graphTokenCache.js';
import { createRedisGraphTokenCache } from '../../../src/server/auth/redisGraphTokenCache.js';
import { createRedisConnection } from '../../../src/server/redis/redisConnection.js';
import { createRedisServer, type RedisServer } from '../../support/redisServer.js';
import { until } from '../../support/startServer.js';

const key = Buffer.alloc(32, 7);
const tokenOf = (name: string, livesMs = 3_600_000): GraphToken => ({
  accessToken: `secret-token-of-${name}`,
  scopes: new Set(['calldelegation.read', 'user.read']),
  expiresAtMs: Date.now() + livesMs,
});
let redis: RedisServer;

/** A cache of its own connection, connected. */
async function connectCache(secret = key) {
  const connection = createRedisConnection({ url: redis.url, operationMs: 10_000 });
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

describe('a near cache before a far one', () => {
  const setUpLayers = () => {
    const [near, far] = [createMemoryGraphTokenCache(10), createMemoryGraphTokenCache(10)];
    return { near, far, both: createLayeredGraphTokenCache(near, far) };
  };

  test('keeps in both, and forgets in both', async () => {
    const { near, far, both } = setUpLayers();
    const token = tokenOf('amina');
    await both.set('a', token);
    expect([await near.get('a'), await far.get('a')]).toEqual([token, token]);

    await both.delete('a');
    expect([await near.get('a'), await far.get('a')]).toEqual([undefined, undefined]);
  });

  test('asks the near one first, and keeps there what only the far one knows', async () => {
    const { near, far, both } = setUpLayers();
    const [mine, theirs] = [tokenOf('mine'), tokenOf('theirs')];
    await far.set('a', theirs);
    expect(await both.get('a')).toEqual(theirs);
    expect(await near.get('a')).toEqual(theirs);

    await near.set('a', mine);
    expect(await both.get('a')).toEqual(mine);
    expect(await both.get('b')).toBeUndefined();
  });

  test('gives at once what the near one has, and nothing that only the far one has', async () => {
    const { near, far, both } = setUpLayers();
    const token = tokenOf('amina');
    await far.set('a', token);
    expect(both.peek('a')).toBeUndefined();

    await near.set('a', token);
    expect(both.peek('a')).toEqual(token);
    expect(both.peek('b')).toBeUndefined();
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

test('names and values in Redis are made with keys that are derived from TOKEN_CACHE_KEY', async () => {
  const { cache, close } = await connectCache();
  // HMAC-SHA-256 of the cache key, and AES-256-GCM with the name as additional data, under HKDF-SHA-256 keys with the labels
  // `call-delegates cache key` and `call-delegates graph token`; computed elsewhere.
  const name = 'call-delegates:graph-token:QIZ6SXjivYvWbtMETPMld_bhGvlQzTeOIHDuGUWFDjA';
  const sealed =
    'BQUFBQUFBQUFBQUF7rZxMdndHkGY1uKfA4CdmugNC2YmZgrAQLSfq4sbWBSEiOupZwenf6dHR+Gv9TXbbthGpZJMsCeYbG7MElJ2oYew7vuN+QU8DywmPkFAlAf0cpE=';
  await redis.overwrite(name, sealed);

  expect(await cache.get('tenant.amina.1')).toEqual({
    accessToken: 'secret-token-of-amina',
    scopes: undefined,
    expiresAtMs: 9_999_999_999_999,
  });
  close();
});
