import { pages } from '../../contract/paths.js';
import type { Config } from '../../server/config.js';

/** The resource for which Teams requests a token. */
export const toAppIdUri = ({ tabEndpoint, clientId }: Config): string =>
  `api://${new URL(tabEndpoint).host}/${clientId}`;

/**
 * The redirect URIs of sign-in windows and of Nested App Authentication. The latter has scheme, host and port,
 * and no path.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export const toRedirects = ({ tabEndpoint }: Config): readonly string[] => [
  `${tabEndpoint}${pages.authEnd}`,
  `brk-multihub://${new URL(tabEndpoint).host}`,
];
