import { requiredScopes } from '../../contract/graphScopes.js';
import { isGuid } from '../../contract/guid.js';
import type { PageConfig } from '../../contract/pageConfig.js';
import { pages } from '../../contract/paths.js';

export const toFullScopes = (graphEndpoint: string, scopes: readonly string[]): string[] =>
  scopes.map((scope) => (scope.includes('://') ? scope : `${graphEndpoint}/${scope}`));

/**
 * Returns the authority URL for a tenant. Uses the SSO token's tenant, because a guest's home tenant would be wrong.
 * @param tenantId tenant of the SSO token, if known; ignored unless it is a GUID
 */
export function toAuthority({ authorityHost, tenantId: configured }: PageConfig, tenantId?: string): string {
  const isUsed = configured === 'organizations' && tenantId !== undefined && isGuid(tenantId);
  return `${authorityHost}/${isUsed ? tenantId : configured}`;
}

export const toRedirectUri = ({ tabEndpoint }: PageConfig): string =>
  new URL(pages.authEnd, tabEndpoint).href;

/**
 * The address at which an administrator consents for everyone. Lists every scope of the app, because a consent may
 * revoke the scopes it omits. Names them instead of using `.default`, so that a Cloud Application Administrator can
 * consent even if the registration lists further permissions.
 * @param userTenantId tenant of the current user, if known
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toAdminConsentUrl(config: PageConfig, userTenantId: string | undefined): string {
  const url = new URL(`${toAuthority(config, userTenantId)}/v2.0/adminconsent`);
  url.searchParams.set('client_id', config.clientId);
  url.searchParams.set('scope', toFullScopes(config.graphEndpoint, requiredScopes).join(' '));
  url.searchParams.set('redirect_uri', toRedirectUri(config));
  url.searchParams.set('state', 'consent');
  // Encodes spaces as %20, because some apps change a + when the link is pasted.
  return url.href.replaceAll('+', '%20');
}
