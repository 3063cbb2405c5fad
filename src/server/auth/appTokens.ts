import { LRUCache } from 'lru-cache';
import type { AppToken } from './appToken.js';

/** Tokens of the app itself, one for each tenant. */
export type AppTokens = {
  /**
   * Throws what acquiring one throws.
   * @param rejected a token that is not good enough any more
   */
  readonly get: (tenantId: string, rejected?: Pick<AppToken, 'accessToken'>) => Promise<AppToken>;
};

/** Milliseconds before its expiry from which on another one is fetched. */
const marginMs = 5 * 60 * 1_000;
/** Tenants whose tokens are kept. */
const mostTenants = 1_000;

/** One request for each tenant, however many ask together. */
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
