import type { EntraClient } from './entraClient.js';
import type { GraphToken } from './graphTokenCache.js';
import type { SsoUser } from './verifySsoToken.js';

export type Exchange = (user: SsoUser, claims: string | undefined) => Promise<GraphToken>;

/**
 * The on-behalf-of exchange: one SSO token → one Graph token. No cache of its own.
 * Throws Problem `consent_required`, `interaction_required`, `invalid_token`, `misconfigured` or `entra_unavailable`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export const createExchange =
  (entra: EntraClient, graphEndpoint: string): Exchange =>
  async (user, claims) => {
    const { accessToken, scopes, expiresOn } = await entra.acquireToken(user.tenantId, (client) =>
      client.acquireTokenOnBehalfOf({
        oboAssertion: user.ssoToken,
        scopes: [`${graphEndpoint}/.default`],
        ...(claims === undefined ? {} : { claims }),
      }),
    );
    return { accessToken, scopes: toShortScopes(scopes), expiresAtMs: expiresOn?.getTime() ?? 0 };
  };

/** `https://graph.microsoft.com/User.Read` and `User.Read` are the same scope. When Entra lists none, msal repeats what was asked. */
function toShortScopes(scopes: readonly string[]): ReadonlySet<string> | undefined {
  const short = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
  return short.length === 0 || short.includes('.default') ? undefined : new Set(short);
}
