import type { EntraClient } from './entraClient.js';

/** An app-only access token. It never leaves the process and must not appear in a log line or an error. */
export type AppToken = {
  readonly accessToken: string;
  /** Ms since the epoch. */
  readonly expiresAtMs: number;
};

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
