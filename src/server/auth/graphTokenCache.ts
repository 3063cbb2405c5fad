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
 * @param shared another cache, such as the one in Redis. It is read if a token is not in memory, and gets every write.
 */
export function createMemoryGraphTokenCache(maxEntries: number, shared?: GraphTokenCache) {
  const tokens = new LRUCache<string, GraphToken>({ max: maxEntries });
  /** Looks up in memory only. */
  const peek = (key: string): GraphToken | undefined => {
    const token = tokens.get(key);
    return token !== undefined && usableMs(token) > 0 ? token : undefined;
  };
  return {
    peek,
    get: async (key: string): Promise<GraphToken | undefined> => {
      const known = peek(key);
      if (known !== undefined) return known;
      const found = await shared?.get(key);
      if (found !== undefined) tokens.set(key, found);
      return found;
    },
    set: async (key: string, token: GraphToken): Promise<void> => {
      tokens.set(key, token);
      await shared?.set(key, token);
    },
    delete: async (key: string): Promise<void> => {
      tokens.delete(key);
      await shared?.delete(key);
    },
  };
}
