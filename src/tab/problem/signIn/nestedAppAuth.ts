import { createNestablePublicClientApplication } from '@azure/msal-browser';
import { requiredScopes } from '../../../contract/graphScopes.js';
import type { PageConfig } from '../../../contract/pageConfig.js';
import { ssoScope } from '../../../contract/paths.js';
import { withLimit } from '../../host/withLimit.js';
import { toAuthority, toFullScopes } from '../../administrator/consentUrls.js';

/** Milliseconds for the host's answer to `GetInitContext`. msal itself sets no limit. */
const bridgeLimitMs = 5_000;

/**
 * Signs in through the host's broker. Requires the host's bridge: without it msal opens separate windows, which fail
 * in a frame.
 * @param tenantId tenant of the SSO token
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export async function connectNestedAppAuth(config: PageConfig, tenantId: string | undefined) {
  const authority = toAuthority(config, tenantId).replace(/^http:/, 'https:');
  const client = await withLimit(
    createNestablePublicClientApplication({ auth: { clientId: config.clientId, authority } }),
    bridgeLimitMs,
  );
  return {
    /** Requests consent for all Graph permissions. The resulting token is not used. */
    consent: async () => {
      await client.acquireTokenPopup({
        authority,
        scopes: toFullScopes(config.graphEndpoint, requiredScopes),
      });
    },
    /** Returns a token for our own API that satisfies these claims. */
    prove: async (claims: string) => {
      const proveWith = async (scope: string) => {
        const request = { authority, scopes: [scope], ...(claims !== '' && { claims }) };
        const { accessToken, account } = await client.acquireTokenPopup(request);
        const renew = async () =>
          (await client.acquireTokenSilent({ ...request, account, forceRefresh: true })).accessToken;
        return { token: accessToken, renew };
      };
      const scopeById = `${config.clientId}/${ssoScope}`;
      const appIdHost = new URL(config.tabEndpoint).host;
      // With AADSTS90009 Entra refuses the App ID URI when an app requests a token for itself.
      return await proveWith(`api://${appIdHost}/${scopeById}`).catch((error: unknown) => {
        if (!String(error).includes('AADSTS90009')) throw error;
        return proveWith(scopeById);
      });
    },
  };
}
