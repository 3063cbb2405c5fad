import { delegation, handset, type DemoDelegation } from './DemoDelegation.js';
import { person, type DemoPerson } from './DemoPerson.js';

/** Users whose sign-in needs more than consent or an authenticator app. */
export const signingIn: readonly DemoPerson[] = [
  person(71, 'Maren Voss', 'maren', 'Auditor', 'Legal', 'Can prove who she is to the app only', {
    trouble: 'mfaByApp',
  }),
  person(72, 'Idris Kone', 'idris', 'Auditor', 'Legal', 'Whatever he proves, Entra asks again', {
    trouble: 'mfaByNothing',
  }),
  person(73, 'Lotte Berg', 'lotte', 'Assistant', 'Legal', 'Consents in a window that cannot report back', {
    trouble: 'noConsent',
    isOnCoopOnly: true,
  }),
  person(74, 'Nils Aalto', 'nils', 'Chief Legal Officer', 'Legal', ''),
];

export const signingInDelegations: readonly DemoDelegation[] = [71, 72, 73].map((delegate) =>
  delegation(74, delegate, '2026-09-14T09:00:00Z', handset),
);
