import { person, type DemoPerson } from './DemoPerson.js';

/** Users who meet a problem before or while they see their lists. */
export const withProblem: readonly DemoPerson[] = [
  person(21, 'Priya Raman', 'priya', 'Assistant', 'Operations', 'Has not consented yet, but can', {
    problem: 'noConsent',
  }),
  person(22, 'Tomás Vidal', 'tomas', 'Assistant', 'Operations', 'Only an administrator can consent', {
    problem: 'needsAdmin',
  }),
  person(
    23,
    'Marcus Hale',
    'marcus',
    'Analyst',
    'Finance',
    'Multifactor sign-in is required; the host supports it',
    {
      problem: 'mfa',
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
      problem: 'policyOff',
    },
  ),
  person(25, 'Grace Muir', 'grace', 'Recruiter', 'People', 'Graph throttles', { problem: 'throttled' }),
  person(26, 'Oskar Lind', 'oskar', 'Engineer', 'Product', 'Graph is down', { problem: 'graphDown' }),
  person(27, 'Hana Kovář', 'hana', 'Engineer', 'Product', 'Graph never responds', { problem: 'graphSlow' }),
  person(28, 'Ivo Brandão', 'ivo', 'Engineer', 'Product', 'Graph sends invalid responses', {
    problem: 'graphGarbage',
  }),
  person(29, 'Wen Li', 'wen', 'Engineer', 'Product', 'Entra is down', { problem: 'entraDown' }),
  person(30, 'Pavel Novak', 'pavel', 'Engineer', 'Product', 'The app’s client secret has expired', {
    problem: 'badSecret',
  }),
  person(31, 'Agnes Roy', 'agnes', 'Engineer', 'Product', 'The host returns an expired token', {
    problem: 'expiredToken',
  }),
  person(32, 'Bilal Aziz', 'bilal', 'Engineer', 'Product', 'The token lacks the scope', {
    problem: 'wrongScope',
  }),
  person(33, 'Cora Finch', 'cora', 'Assistant', 'Operations', 'No consent to read names', {
    problem: 'noNames',
  }),
  person(34, 'Dora Quist', 'dora', 'Assistant', 'Operations', 'Titles and blocked accounts cannot be read', {
    problem: 'basicNames',
  }),
  person(35, 'Abel Moreau', 'abel', 'Assistant', 'Operations', 'His own license cannot be read', {
    problem: 'noOwnProfile',
  }),
  person(36, 'Freya Holm', 'freya', 'Assistant', 'Operations', 'Conditional access blocks the sign-in', {
    problem: 'blockedByPolicy',
  }),
  person(37, 'Gustav Rehn', 'gustav', 'Assistant', 'Operations', 'Is not assigned to the app', {
    problem: 'notAssigned',
  }),
];
