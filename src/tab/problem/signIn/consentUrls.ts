import { requiredScopes } from '../../../contract/graphScopes.js';
import { isGuid } from '../../../contract/guid.js';
import type { PageConfig } from '../../../contract/pageConfig.js';
import { pages, ssoScope } from '../../../contract/paths.js';

/** The scopes' full names: Graph's origin and the short name. */
export const toFullScopes = (graphEndpoint: string, scopes: readonly string[]): string[] =>
  scopes.map((scope) => (scope.includes('://') ? scope : `${graphEndpoint}/${scope}`));

/**
 * The scope of our own API, by App ID URI and by client id. Entra refuses the first form with AADSTS90009 when an app asks
 * for itself.
 */
export function toOwnScopes({ clientId, tabEndpoint }: PageConfig): readonly string[] {
  return [`api://${new URL(tabEndpoint).host}/${clientId}/${ssoScope}`, `${clientId}/${ssoScope}`];
}

/**
 * The identity provider's address for a tenant. A guest's home tenant is the wrong one, so the tenant is the SSO token's.
 * @param tenantId of the SSO token, when it is known; anything but a GUID is ignored
 */
export function toAuthority({ authorityHost, tenantId: configured }: PageConfig, tenantId?: string): string {
  const isUsed = configured === 'organizations' && tenantId !== undefined && isGuid(tenantId);
  return `${authorityHost}/${isUsed ? tenantId : configured}`;
}

/** The address to which the identity provider leads back. It must be registered. */
export const toRedirectUri = ({ tabEndpoint }: PageConfig): string =>
  new URL(pages.authEnd, tabEndpoint).href;

/**
 * Where an administrator consents for everybody, to all that the app asks for: what a consent leaves out it may revoke. By
 * name rather than `.default`, so that a Cloud Application Administrator may do it whatever else the registration lists.
 * @param userTenantId the tenant of the user who asks, when it is known
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toAdminConsentUrl(config: PageConfig, userTenantId: string | undefined): string {
  const url = new URL(`${toAuthority(config, userTenantId)}/v2.0/adminconsent`);
  url.searchParams.set('client_id', config.clientId);
  url.searchParams.set('scope', toFullScopes(config.graphEndpoint, requiredScopes).join(' '));
  url.searchParams.set('redirect_uri', toRedirectUri(config));
  url.searchParams.set('state', 'consent');
  // Blanks as %20: not everything that a link is pasted into leaves + alone.
  return url.href.replaceAll('+', '%20');
}
