import { createRedisConnection } from '../../../src/server/redis/redisConnection.js';
import { createRedisWindow } from '../../../src/server/redis/redisWindow.js';
import { createRedisServer } from '../../support/redisServer.js';
import { until } from '../../support/startServer.js';

test('names in Redis are HMACs under a key derived from TOKEN_CACHE_KEY', async () => {
  const redis = await createRedisServer();
  await redis.start();
  const connection = createRedisConnection({ url: redis.url, operationMs: 10_000 });
  connection.connect();
  const take = createRedisWindow(connection, { key: Buffer.alloc(32, 7), windowMs: 60_000, mergeMs: 1_000 });
  await until(async () => (await take('user t o', 1, 10)) === 0);

  // HMAC-SHA-256 under HKDF-SHA-256 with the label `call-delegates request cost`. Computed independently of
  // this code.
  expect([...(await redis.entries()).keys()]).toEqual([
    'call-delegates:requests:mibVQ5wP5BU-Y7x83BsGNIpuTJMtirqXqjhChT86e_U',
  ]);
  connection.close();
  await redis.kill();
});
