import { LRUCache } from 'lru-cache';
import type { AppToken } from './appToken.js';

/** Cache of app-only tokens, one per tenant. */
export type AppTokens = {
  /**
   * Throws what `acquire` throws.
   * @param rejected a token that the API no longer accepts
   */
  readonly get: (tenantId: string, rejected?: Pick<AppToken, 'accessToken'>) => Promise<AppToken>;
};

/** Milliseconds before expiry at which a token is renewed. */
const marginMs = 5 * 60 * 1_000;
const mostTenants = 1_000;

/** Concurrent callers of one tenant share one request. */
export function createAppTokens(
  acquire: (tenantId: string) => Promise<AppToken>,
  nowMs: () => number = Date.now,
): AppTokens {
  const tokens = new LRUCache<string, AppToken>({ max: mostTenants });
  const underWay = new Map<string, Promise<AppToken>>();
  return {
    get: async (tenantId, rejected) => {
      const known = tokens.get(tenantId);
      const isUsable = known !== undefined && known.accessToken !== rejected?.accessToken;
      if (isUsable && known.expiresAtMs - marginMs > nowMs()) return known;
      const running =
        underWay.get(tenantId) ??
        acquire(tenantId)
          .then((token) => {
            tokens.set(tenantId, token);
            return token;
          })
          .finally(() => underWay.delete(tenantId));
      underWay.set(tenantId, running);
      return await running;
    },
  };
}
