import { requiredScopes } from '../../contract/graphScopes.js';
import { of, type Finding } from './finding.js';

/** Reports what cannot be checked from here, so that silence is not mistaken for success. */
export const uncheckedConsent: Finding = of('Consent').skipped(
  `Not checked: that somebody has consented to ${requiredScopes.join(', ')}; ` +
    'docs/administrator.md has the link, and the tab says so to anyone who opens it.',
);
