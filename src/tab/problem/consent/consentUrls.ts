import type { PageConfig } from '../../../contract/pageConfig.js';

/** How the pop-up may end without success; the page has words for each. */
export type PopupEnd = 'declined' | 'needsAdmin' | 'blocked';

/** The scopes' full names: Graph's origin and the short name. */
export const toFullScopes = (graphEndpoint: string, scopes: readonly string[]): string[] =>
  scopes.map((scope) => (scope.includes('://') ? scope : `${graphEndpoint}/${scope}`));

/**
 * Where an administrator consents for everybody.
 * @see https://learn.microsoft.com/graph/cloud-communications-delegation (Microsoft's overview of call delegation)
 */
export function toAdminConsentUrl(
  { authorityHost, tenantId, clientId, graphEndpoint }: PageConfig,
  scopes: readonly string[],
): string {
  const url = new URL(
    `${authorityHost}/${tenantId === 'organizations' ? 'common' : tenantId}/oauth2/v2.0/authorize`,
  );
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('scope', toFullScopes(graphEndpoint, scopes).join(' '));
  return url.href;
}
