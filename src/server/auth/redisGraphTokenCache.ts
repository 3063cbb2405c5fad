import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { createClient } from '@redis/client';
import { z } from 'zod';
import { usableMs, type GraphToken, type GraphTokenCache } from './graphTokenCache.js';

export type RedisGraphTokenCacheOptions = {
  readonly url: string;
  /** 32 bytes: encrypts the tokens, and hides whose they are. */
  readonly key: Buffer;
  /** Milliseconds that one operation may take before the request goes on without it. Default 150. */
  readonly operationMs?: number;
  /** Milliseconds after a failure in which Redis is not asked. Default 1000. */
  readonly restMs?: number;
  /** Told when Redis stops answering, and when it answers again. */
  readonly onChange?: (state: 'unavailable' | 'available', cause: string) => void;
};

export type SharedGraphTokenCache = GraphTokenCache & {
  /** Begins to connect, and goes on trying by itself; nobody waits for it. */
  readonly connect: () => void;
  readonly close: () => void;
};

/**
 * Tokens that several instances share, encrypted (AES-256-GCM), each gone with its token. It never throws and never keeps a
 * request waiting for long: whatever goes wrong with Redis counts as a miss, and the caller exchanges for itself.
 */
export function createRedisGraphTokenCache(options: RedisGraphTokenCacheOptions): SharedGraphTokenCache {
  const { operationMs = 150, restMs = 1_000, onChange } = options;
  const vault = createVault(options.key);
  const client = createClient({
    url: options.url,
    // What cannot be sent now is not wanted later.
    disableOfflineQueue: true,
    pingInterval: 2_000,
    socket: {
      connectTimeout: 2_000,
      // A Redis that hangs is left after so long, and everything that waits for it fails.
      socketTimeout: 5_000,
      reconnectStrategy: (count) => Math.min(100 * 2 ** count, 2_000) * (0.5 + Math.random() / 2),
    },
  });
  let isAvailable = true;
  let restUntilMs = 0;
  let isClosed = false;

  const change = (available: boolean, cause: unknown) => {
    if (!available) restUntilMs = Date.now() + restMs;
    if (available === isAvailable || isClosed) return;
    isAvailable = available;
    onChange?.(available ? 'available' : 'unavailable', String(cause));
  };
  client.on('error', (error) => {
    change(false, error);
  });
  async function attempt<Result>(operation: () => Promise<Result>): Promise<Result | undefined> {
    if (!client.isReady || Date.now() < restUntilMs) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`no answer within ${operationMs} ms`));
      }, operationMs);
    });
    try {
      const running = operation();
      // When it fails after we have gone on.
      running.catch(() => undefined);
      const result = await Promise.race([running, tooLate]);
      change(true, 'it answers');
      return result;
    } catch (error) {
      change(false, error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get: async (key) => {
      const name = vault.toName(key);
      const sealed = await attempt(() => client.get(name));
      const token = sealed == null ? undefined : vault.open(name, sealed);
      return token !== undefined && usableMs(token) > 0 ? token : undefined;
    },
    set: async (key, token) => {
      const ttl = usableMs(token);
      if (ttl <= 0) return;
      const name = vault.toName(key);
      await attempt(() =>
        client.set(name, vault.seal(name, token), { expiration: { type: 'PX', value: Math.ceil(ttl) } }),
      );
    },
    delete: async (key) => {
      await attempt(() => client.del(vault.toName(key)));
    },
    connect: () => {
      // Told by the error event as well.
      client.connect().catch(() => undefined);
    },
    close: () => {
      isClosed = true;
      client.destroy();
    },
  };
}

const stored = z.object({
  accessToken: z.string().min(1),
  scopes: z.array(z.string()).optional(),
  expiresAtMs: z.number(),
});

/** What Redis gets to see: names that tell nothing, and values that only open under their own name. */
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
    /** Undefined for anything that we did not put under this very name with this key. */
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
