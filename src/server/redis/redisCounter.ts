import { createHmac, hkdfSync } from 'node:crypto';
import type { RedisConnection } from './redisConnection.js';

/**
 * Counts by name, in windows of time that all instances share. Redis sees no name, only its HMAC.
 * Gives undefined when Redis does not answer.
 * @param key 32 bytes
 */
export function createRedisCounter({ attempt }: RedisConnection, key: Buffer, windowMs: number) {
  const nameKey = Buffer.from(hkdfSync('sha256', key, '', 'call-delegates request count', 32));
  return async (name: string): Promise<{ readonly count: number; readonly leftMs: number } | undefined> => {
    const hidden = `call-delegates:requests:${createHmac('sha256', nameKey).update(name).digest('base64url')}`;
    return await attempt(async (client) => {
      const [, count, leftMs] = await client
        .multi()
        .set(hidden, 0, { condition: 'NX', expiration: { type: 'PX', value: windowMs } })
        .incr(hidden)
        .pTTL(hidden)
        .exec<'typed'>();
      return { count, leftMs };
    });
  };
}
