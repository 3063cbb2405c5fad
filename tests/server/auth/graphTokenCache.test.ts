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

/** Creates a Redis cache with its own open connection. */
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

  test('returns an entry under its own key only', async () => {
    const token = tokenOf('amina');
    await cache.set('tenant.amina.1', token);

    expect(await cache.get('tenant.amina.1')).toEqual(token);
    expect(await cache.get('tenant.amina.2')).toBeUndefined();
  });

  test('does not return a deleted entry', async () => {
    await cache.set('tenant.diego.1', tokenOf('diego'));
    await cache.delete('tenant.diego.1');

    expect(await cache.get('tenant.diego.1')).toBeUndefined();
  });

  test('does not store a token that expires within a minute', async () => {
    await cache.set('tenant.lars.1', tokenOf('lars', 59_000));

    expect(await cache.get('tenant.lars.1')).toBeUndefined();
  });

  test('stores a token without listed scopes', async () => {
    const token = { ...tokenOf('noor'), scopes: undefined };
    await cache.set('tenant.noor.1', token);

    expect(await cache.get('tenant.noor.1')).toEqual(token);
  });
});

describe('a layered token cache', () => {
  const setUpLayers = () => {
    const [near, far] = [createMemoryGraphTokenCache(10), createMemoryGraphTokenCache(10)];
    return { near, far, both: createLayeredGraphTokenCache(near, far) };
  };

  test('stores and deletes in both caches', async () => {
    const { near, far, both } = setUpLayers();
    const token = tokenOf('amina');
    await both.set('a', token);
    expect([await near.get('a'), await far.get('a')]).toEqual([token, token]);

    await both.delete('a');
    expect([await near.get('a'), await far.get('a')]).toEqual([undefined, undefined]);
  });

  test('reads the near cache first and copies hits of the far one into it', async () => {
    const { near, far, both } = setUpLayers();
    const [mine, theirs] = [tokenOf('mine'), tokenOf('theirs')];
    await far.set('a', theirs);
    expect(await both.get('a')).toEqual(theirs);
    expect(await near.get('a')).toEqual(theirs);

    await near.set('a', mine);
    expect(await both.get('a')).toEqual(mine);
    expect(await both.get('b')).toBeUndefined();
  });

  test('peeks into the near cache only', async () => {
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

  test('token and user are unreadable, and every entry expires with its token', async () => {
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

  test('another key decrypts nothing', async () => {
    const stranger = await connectCache(Buffer.alloc(32, 8));
    await stranger.cache.set('own', tokenOf('own'));

    expect(await stranger.cache.get('own')).toBeDefined();
    expect(await cache.get('tenant.user.hash')).toBeDefined();
    expect(await stranger.cache.get('tenant.user.hash')).toBeUndefined();
    stranger.close();
  });

  test('another key does not reveal the name of a user’s entry', async () => {
    const stranger = await connectCache(Buffer.alloc(32, 9));
    const before = new Set((await redis.entries()).keys());
    await cache.set('tenant.tomás.hash', tokenOf('tomás'));
    await stranger.cache.set('tenant.tomás.hash', tokenOf('somebody else'));
    const names = [...(await redis.entries()).keys()].filter((name) => !before.has(name));

    expect(names).toHaveLength(2);
    expect(await cache.get('tenant.tomás.hash')).toMatchObject({ accessToken: tokenOf('tomás').accessToken });
    stranger.close();
  });

  test('an entry moved to another name does not decrypt', async () => {
    const names = [...(await redis.entries()).keys()];
    await cache.set('tenant.victim.hash', tokenOf('victim'));
    const victim = [...(await redis.entries()).keys()].find((name) => !names.includes(name)) ?? '';
    const other = (await redis.entries()).get(names[0] ?? '')?.value ?? '';
    await redis.overwrite(victim, other);

    expect(other).not.toBe('');
    expect(await cache.get('tenant.victim.hash')).toBeUndefined();
  });
});

test('names and values in Redis use keys derived from TOKEN_CACHE_KEY', async () => {
  const { cache, close } = await connectCache();
  // HMAC-SHA-256 of the cache key, and AES-256-GCM with the name as additional data. The HKDF-SHA-256 labels
  // are
  // `call-delegates cache key` and `call-delegates graph token`. Computed independently of this code.
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
