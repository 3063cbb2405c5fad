import { LRUCache } from 'lru-cache';
import type { EntraClient } from './entraClient.js';
import type { GraphToken } from './graphTokenCache.js';
import { createSharedCalls } from './sharedCalls.js';

/** An app-only access token. It never leaves the process and must not appear in a log line or an error. */
export type AppToken = Omit<GraphToken, 'scopes'>;

/**
 * Acquires an app-only token with the client credentials grant. Does not cache.
 * Throws Problem `misconfigured` or `entra_unavailable`.
 * @param resource origin or App ID URI of an API, such as `https://graph.microsoft.com`
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function acquireAppToken(
  entra: EntraClient,
  tenantId: string,
  resource: string,
): Promise<AppToken> {
  const { accessToken, expiresOn } = await entra.acquireToken(tenantId, (client) =>
    client.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] }),
  );
  return { accessToken, expiresAtMs: expiresOn?.getTime() ?? 0 };
}

/** Milliseconds before expiry at which a token is renewed. */
const marginMs = 5 * 60 * 1_000;
const mostTenants = 1_000;

/** Caches app-only tokens, one per tenant. Concurrent callers of one tenant share one request. */
export function createAppTokens(
  acquire: (tenantId: string) => Promise<AppToken>,
  nowMs: () => number = Date.now,
) {
  const tokens = new LRUCache<string, AppToken>({ max: mostTenants });
  const share = createSharedCalls<AppToken>();
  return {
    /** @param rejected a token that the API no longer accepts */
    get: async (tenantId: string, rejected?: Pick<AppToken, 'accessToken'>): Promise<AppToken> => {
      const known = tokens.get(tenantId);
      const isUsable = known !== undefined && known.accessToken !== rejected?.accessToken;
      if (isUsable && known.expiresAtMs - marginMs > nowMs()) return known;
      return await share(tenantId, async () => {
        const token = await acquire(tenantId);
        tokens.set(tenantId, token);
        return token;
      });
    },
  };
}
