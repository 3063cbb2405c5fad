import { delegation, handset, type DemoDelegation } from './DemoDelegation.js';
import { person, type DemoPerson } from './DemoPerson.js';

/** Users whose sign-in needs more than consent or an authenticator app. */
export const signingIn: readonly DemoPerson[] = [
  person(71, 'Maren Voss', 'maren', 'Auditor', 'Legal', 'A claims challenge that only the app can satisfy', {
    problem: 'mfaByApp',
  }),
  person(
    72,
    'Idris Kone',
    'idris',
    'Auditor',
    'Legal',
    'Entra repeats its claims challenge after every sign-in',
    {
      problem: 'mfaByNothing',
    },
  ),
  person(73, 'Lotte Berg', 'lotte', 'Assistant', 'Legal', 'The consent window loses its opener', {
    problem: 'noConsent',
    isOnCoopOnly: true,
  }),
  person(74, 'Nils Aalto', 'nils', 'Chief Legal Officer', 'Legal', ''),
];

export const signingInDelegations: readonly DemoDelegation[] = [71, 72, 73].map((delegate) =>
  delegation(74, delegate, '2026-09-14T09:00:00Z', handset),
);
