import type { EntraClient } from './entraClient.js';

/** A token of the app itself, for no user. It never leaves the process, and no log line or error may hold it. */
export type AppToken = {
  readonly accessToken: string;
  /** Ms since the epoch. */
  readonly expiresAtMs: number;
};

/**
 * A token for an API as the app itself. No cache of its own. Throws Problem `misconfigured` or `entra_unavailable`.
 * @param resource an API's origin or App ID URI, such as `https://graph.microsoft.com`
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
