import { requiredScopes } from '../../contract/graphScopes.js';
import { of, type CheckResult } from './CheckResult.js';

/** States what the doctor cannot check, so that no one mistakes silence for success. */
export const uncheckedConsent: CheckResult = of('Consent').skipped(
  `Not checked: consent to ${requiredScopes.join(', ')}. ` +
    'docs/administrator.md has the link, and the tab shows it to anyone without consent.',
);
