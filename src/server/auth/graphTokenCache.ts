import { LRUCache } from 'lru-cache';

/** A token for Microsoft Graph. It never leaves the server, and no log line or error may hold it. */
export type GraphToken = {
  readonly accessToken: string;
  /** Short names of the granted scopes, lower case. Undefined when Entra did not list them. */
  readonly scopes: ReadonlySet<string> | undefined;
  /** Ms since the epoch. */
  readonly expiresAtMs: number;
};

/** Keys hold tenant, user and a hash of the assertion, so that no entry can serve another user. */
export type GraphTokenCache = {
  /** What it can give at once. */
  peek: (key: string) => GraphToken | undefined;
  get: (key: string) => Promise<GraphToken | undefined>;
  set: (key: string, token: GraphToken) => Promise<void>;
  delete: (key: string) => Promise<void>;
};

/** Milliseconds before its expiry at which a token is no longer handed out. */
const marginMs = 60_000;

/** Milliseconds for which a token may still be handed out; zero or less: not any more. */
export const usableMs = ({ expiresAtMs }: GraphToken): number => expiresAtMs - marginMs - Date.now();

/**
 * In the memory of this process; the least recently used entry goes first, an expired one at once.
 * @param maxEntries how many tokens are kept
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

/** The near one first; what only the far one knows is kept near from then on. */
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
