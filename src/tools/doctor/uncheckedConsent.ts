import { requiredScopes } from '../../contract/graphScopes.js';
import { of, type Finding } from './finding.js';

/** States what the doctor cannot check, so that no one mistakes silence for success. */
export const uncheckedConsent: Finding = of('Consent').skipped(
  `Not checked: that somebody has consented to ${requiredScopes.join(', ')}; ` +
    'docs/administrator.md has the link, and the tab says so to anyone who opens it.',
);
