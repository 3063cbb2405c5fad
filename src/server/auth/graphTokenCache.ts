import { LRUCache } from 'lru-cache';

/** A delegated Graph token. It never leaves the server and must not appear in a log line or an error. */
export type GraphToken = {
  readonly accessToken: string;
  /** Granted scopes as short lower-case names. Undefined if Entra did not list them. */
  readonly scopes: ReadonlySet<string> | undefined;
  /** Ms since the epoch. */
  readonly expiresAtMs: number;
};

/** Keys contain tenant, user and a hash of the assertion, so an entry cannot serve another user. */
export type GraphTokenCache = {
  /** Synchronous lookup. Undefined if the entry is unknown or only available asynchronously. */
  peek: (key: string) => GraphToken | undefined;
  get: (key: string) => Promise<GraphToken | undefined>;
  set: (key: string, token: GraphToken) => Promise<void>;
  delete: (key: string) => Promise<void>;
};

/** Milliseconds before expiry at which a token is no longer used. */
const marginMs = 60_000;

/** Remaining usable time in milliseconds. Zero or negative if the token must not be used. */
export const usableMs = ({ expiresAtMs }: GraphToken): number => expiresAtMs - marginMs - Date.now();

/**
 * Creates an in-memory cache with least-recently-used eviction.
 * @param maxEntries maximum number of tokens
 */
export function createMemoryGraphTokenCache(maxEntries: number): GraphTokenCache {
  const tokens = new LRUCache<string, GraphToken>({ max: maxEntries });
  return {
    peek: (key) => tokens.get(key),
    get: (key) => Promise.resolve(tokens.get(key)),
    set: (key, token) => {
      const ttl = usableMs(token);
      if (ttl > 0) tokens.set(key, token, { ttl });
      return Promise.resolve();
    },
    delete: (key) => {
      tokens.delete(key);
      return Promise.resolve();
    },
  };
}

/** Reads the near cache first and copies hits of the far cache into it. Writes go to both. */
export const createLayeredGraphTokenCache = (
  near: GraphTokenCache,
  far: GraphTokenCache,
): GraphTokenCache => ({
  peek: near.peek,
  get: async (key) => {
    const known = await near.get(key);
    if (known !== undefined) return known;
    const shared = await far.get(key);
    if (shared !== undefined) await near.set(key, shared);
    return shared;
  },
  set: async (key, token) => {
    await Promise.all([near.set(key, token), far.set(key, token)]);
  },
  delete: async (key) => {
    await Promise.all([near.delete(key), far.delete(key)]);
  },
});
