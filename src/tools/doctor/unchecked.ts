import { requiredScopes } from '../../contract/graphScopes.js';
import { pages } from '../../contract/paths.js';
import { microsoft365Hosts } from '../../server/auth/microsoft365Hosts.js';
import type { Config } from '../../server/config.js';
import { of, type Finding } from './finding.js';

/** What cannot be seen from here, so that nobody takes silence for a tick. */
export const nameUnchecked = ({ tabEndpoint }: Config): readonly Finding[] => [
  of('Registration in Entra').skipped(
    `Not checked: that Entra has the redirect ${tabEndpoint}${pages.authEnd} and the ${microsoft365Hosts.size} client ` +
      'applications of aad.manifest.json; npm run register writes them there, and can be repeated.',
  ),
  of('Consent').skipped(
    `Not checked: that somebody has consented to ${requiredScopes.join(', ')}; ` +
      'docs/administrator.md has the link, the tab tells whoever opens it.',
  ),
];
