import { createHmac, hkdfSync } from 'node:crypto';
import type { RedisConnection } from './redisConnection.js';

/**
 * The sliding window of `web/rateLimit.ts` as one hash per name: entry time to cost. Uses the clock of Redis, so that
 * instances need not agree on the time. Drops entries in the future, which remain if that clock steps back.
 */
const script = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, merge, cost, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local fields = redis.call('HGETALL', KEYS[1])
local entries, used = {}, 0
for i = 1, #fields, 2 do
  local at = tonumber(fields[i])
  if at > now - window and at <= now then
    entries[#entries + 1] = { at = at, cost = tonumber(fields[i + 1]) }
    used = used + fields[i + 1]
  else
    redis.call('HDEL', KEYS[1], fields[i])
  end
end
table.sort(entries, function(one, other) return one.at < other.at end)
local excess = used + cost - most
if excess > 0 then
  for _, entry in ipairs(entries) do
    excess = excess - entry.cost
    if excess <= 0 then return entry.at + window - now end
  end
  return window
end
local last = entries[#entries]
local at = (last and now - last.at < merge) and last.at or now
redis.call('HINCRBY', KEYS[1], string.format('%.0f', at), cost)
redis.call('PEXPIRE', KEYS[1], window)
return 0
`;

/** Creates a `SharedWindow` of `web/rateLimit.ts`. Redis stores only HMACs of names. @param key 32 bytes */
export function createRedisWindow(
  { attempt }: RedisConnection,
  key: Buffer,
  windowMs: number,
  mergeMs: number,
) {
  const nameKey = Buffer.from(hkdfSync('sha256', key, '', 'call-delegates request cost', 32));
  return async (name: string, cost: number, most: number): Promise<number | undefined> => {
    const hidden = `call-delegates:requests:${createHmac('sha256', nameKey).update(name).digest('base64url')}`;
    return await attempt(async (client) => {
      const waitMs = await client.eval(script, {
        keys: [hidden],
        arguments: [windowMs, mergeMs, cost, most].map(String),
      });
      if (typeof waitMs !== 'number') throw new TypeError('The script returns a number.');
      return waitMs;
    });
  };
}
