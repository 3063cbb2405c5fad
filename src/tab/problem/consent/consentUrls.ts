import { requiredScopes } from '../../../contract/graphScopes.js';
import { isGuid } from '../../../contract/guid.js';
import type { PageConfig } from '../../../contract/pageConfig.js';
import { pages } from '../../../contract/paths.js';

/** How the pop-up may end without success; the page has words for each. */
export type PopupEnd = 'declined' | 'needsAdmin' | 'blocked';

/** The scopes' full names: Graph's origin and the short name. */
export const toFullScopes = (graphEndpoint: string, scopes: readonly string[]): string[] =>
  scopes.map((scope) => (scope.includes('://') ? scope : `${graphEndpoint}/${scope}`));

/**
 * Where an administrator consents for everybody, to all that the app asks for: what a consent leaves out it may revoke. By
 * name rather than `.default`, so that a Cloud Application Administrator may do it whatever else the registration lists.
 * @param userTenantId the tenant of whoever asks, when that is known
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function toAdminConsentUrl(
  { authorityHost, tenantId, clientId, graphEndpoint, tabEndpoint }: PageConfig,
  userTenantId: string | undefined,
): string {
  const isKnown = tenantId === 'organizations' && userTenantId !== undefined && isGuid(userTenantId);
  const url = new URL(`${authorityHost}/${isKnown ? userTenantId : tenantId}/v2.0/adminconsent`);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', toFullScopes(graphEndpoint, requiredScopes).join(' '));
  url.searchParams.set('redirect_uri', new URL(pages.authEnd, tabEndpoint).href);
  url.searchParams.set('state', 'consent');
  // Blanks as %20: not everything that a link is pasted into leaves + alone.
  return url.href.replaceAll('+', '%20');
}
