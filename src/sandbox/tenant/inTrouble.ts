import { person, type DemoPerson } from './DemoPerson.js';

/** Users who meet a problem before or while they see their lists. */
export const inTrouble: readonly DemoPerson[] = [
  person(21, 'Priya Raman', 'priya', 'Assistant', 'Operations', 'Has not consented yet, but can', {
    trouble: 'noConsent',
  }),
  person(22, 'Tomás Vidal', 'tomas', 'Assistant', 'Operations', 'Only an administrator can consent', {
    trouble: 'needsAdmin',
  }),
  person(
    23,
    'Marcus Hale',
    'marcus',
    'Analyst',
    'Finance',
    'Multifactor sign-in is required; the host supports it',
    {
      trouble: 'mfa',
    },
  ),
  person(
    24,
    'Elena Petrova',
    'elena',
    'Product Manager',
    'Product',
    'The calling policy forbids delegation',
    {
      trouble: 'policyOff',
    },
  ),
  person(25, 'Grace Muir', 'grace', 'Recruiter', 'People', 'Graph throttles', { trouble: 'throttled' }),
  person(26, 'Oskar Lind', 'oskar', 'Engineer', 'Product', 'Graph is down', { trouble: 'graphDown' }),
  person(27, 'Hana Kovář', 'hana', 'Engineer', 'Product', 'Graph never responds', { trouble: 'graphSlow' }),
  person(28, 'Ivo Brandão', 'ivo', 'Engineer', 'Product', 'Graph sends invalid responses', {
    trouble: 'graphGarbage',
  }),
  person(29, 'Wen Li', 'wen', 'Engineer', 'Product', 'Entra is down', { trouble: 'entraDown' }),
  person(30, 'Pavel Novak', 'pavel', 'Engineer', 'Product', 'The app’s client secret has expired', {
    trouble: 'badSecret',
  }),
  person(31, 'Agnes Roy', 'agnes', 'Engineer', 'Product', 'The host returns an expired token', {
    trouble: 'expiredToken',
  }),
  person(32, 'Bilal Aziz', 'bilal', 'Engineer', 'Product', 'The token lacks the scope', {
    trouble: 'wrongScope',
  }),
  person(33, 'Cora Finch', 'cora', 'Assistant', 'Operations', 'No consent to read names', {
    trouble: 'noNames',
  }),
  person(34, 'Dora Quist', 'dora', 'Assistant', 'Operations', 'Titles and blocked accounts cannot be read', {
    trouble: 'basicNames',
  }),
  person(35, 'Abel Moreau', 'abel', 'Assistant', 'Operations', 'His own license cannot be read', {
    trouble: 'noOwnProfile',
  }),
  person(36, 'Freya Holm', 'freya', 'Assistant', 'Operations', 'Conditional access blocks the sign-in', {
    trouble: 'blockedByPolicy',
  }),
  person(37, 'Gustav Rehn', 'gustav', 'Assistant', 'Operations', 'Is not assigned to the app', {
    trouble: 'notAssigned',
  }),
];
