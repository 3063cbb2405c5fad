import type { EntraClient } from './entraClient.js';
import type { GraphToken } from './graphTokenCache.js';
import type { VerifiedToken } from './verifySsoToken.js';

export type Exchange = (verified: VerifiedToken, claims: string | undefined) => Promise<GraphToken>;

/**
 * Exchanges an SSO token for a Graph token with the on-behalf-of flow. Does not cache.
 * Throws Problem `consent_required`, `interaction_required`, `sign_in_blocked`, `invalid_token`,
 * `misconfigured` or `entra_unavailable`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export const createExchange =
  (entra: EntraClient, graphEndpoint: string): Exchange =>
  async (verified, claims) => {
    const { accessToken, scopes, expiresOn } = await entra.acquireToken(verified.tenantId, (client) =>
      client.acquireTokenOnBehalfOf({
        oboAssertion: verified.ssoToken,
        scopes: [`${graphEndpoint}/.default`],
        ...(claims === undefined ? {} : { claims }),
      }),
    );
    return { accessToken, scopes: toShortScopes(scopes), expiresAtMs: expiresOn?.getTime() ?? 0 };
  };

/**
 * Entra returns `User.Read` or `https://graph.microsoft.com/User.Read` for the same scope.
 * If it returns no scopes, msal repeats the requested ones.
 */
function toShortScopes(scopes: readonly string[]): ReadonlySet<string> | undefined {
  const short = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
  return short.length === 0 || short.includes('.default') ? undefined : new Set(short);
}
