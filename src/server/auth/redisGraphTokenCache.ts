import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RedisConnection } from '../redis/redisConnection.js';
import { usableMs, type GraphToken, type GraphTokenCache } from './graphTokenCache.js';

/**
 * Creates a token cache that several instances share. Entries are encrypted with AES-256-GCM and expire with their token. A
 * Redis failure counts as a cache miss.
 * @param key 32 bytes; encryption and name keys are derived from it
 */
export function createRedisGraphTokenCache({ attempt }: RedisConnection, key: Buffer): GraphTokenCache {
  const vault = createVault(key);
  return {
    get: async (cacheKey) => {
      const name = vault.toName(cacheKey);
      const sealed = await attempt((client) => client.get(name));
      const token = sealed == null ? undefined : vault.open(name, sealed);
      return token !== undefined && usableMs(token) > 0 ? token : undefined;
    },
    set: async (cacheKey, token) => {
      const ttl = usableMs(token);
      if (ttl <= 0) return;
      const name = vault.toName(cacheKey);
      await attempt((client) =>
        client.set(name, vault.seal(name, token), { expiration: { type: 'PX', value: Math.ceil(ttl) } }),
      );
    },
    delete: async (cacheKey) => {
      await attempt((client) => client.del(vault.toName(cacheKey)));
    },
  };
}

const stored = z.object({
  accessToken: z.string().min(1),
  scopes: z.array(z.string()).optional(),
  expiresAtMs: z.number(),
});

/** Names are HMACs. Each value is bound to its name as additional authenticated data. */
function createVault(key: Buffer) {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `call-delegates ${use}`, 32));
  const [encryptionKey, nameKey] = [derive('graph token'), derive('cache key')];
  return {
    toName: (cacheKey: string): string =>
      `call-delegates:graph-token:${createHmac('sha256', nameKey).update(cacheKey).digest('base64url')}`,
    seal: (name: string, { accessToken, scopes, expiresAtMs }: GraphToken): string => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv).setAAD(Buffer.from(name));
      const text = JSON.stringify({ accessToken, scopes: scopes && [...scopes], expiresAtMs });
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64',
      );
    },
    /** Returns undefined unless the value was sealed under this name with this key. */
    open: (name: string, sealed: string): GraphToken | undefined => {
      try {
        const bytes = Buffer.from(sealed, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', encryptionKey, bytes.subarray(0, 12))
          .setAAD(Buffer.from(name))
          .setAuthTag(bytes.subarray(-16));
        const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
        const { accessToken, scopes, expiresAtMs } = stored.parse(JSON.parse(text.toString('utf8')));
        return { accessToken, scopes: scopes && new Set(scopes), expiresAtMs };
      } catch {
        return undefined;
      }
    },
  };
}
