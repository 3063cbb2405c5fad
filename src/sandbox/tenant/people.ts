import { person, type DemoPerson, type DemoProblem } from './DemoPerson.js';
import { licences } from './licences.js';

const everyday: readonly DemoPerson[] = [
  person(1, 'Amina Okafor', 'Executive Assistant · Office of the CEO', 'Supports three executives', {
    availability: 'Available',
    hasPhoto: true,
    isOdd: true,
  }),
  person(2, 'Diego Marenco', 'Chief Financial Officer · Finance', 'Has two delegates', {
    availability: 'Available',
    hasPhoto: true,
  }),
  person(3, 'Miriam Feld', 'VP Marketing · Marketing', 'A delegate’s account is deleted', {
    availability: 'DoNotDisturb',
    hasPhoto: true,
  }),
  person(4, 'Lars Hedlund', 'Chief Executive Officer · Office of the CEO', 'One delegation is inactive', {
    availability: 'Away',
  }),
  person(5, 'Jonas Brandt', 'Team Assistant · Finance', 'Supports people with long and right-to-left names', {
    availability: 'Busy',
    hasPhoto: true,
  }),
  person(6, 'Noor Haddad', 'Designer · Product', 'Both lists are empty', { availability: 'Offline' }),
  person(7, 'Kenji Watanabe', 'Head of Sales Asia · Sales', 'Mutual delegation with Sofia', {
    availability: 'BeRightBack',
    hasPhoto: true,
  }),
  person(8, 'Sofia Ribeiro', 'Head of Sales Americas · Sales', 'Mutual delegation with Kenji', {
    availability: 'Available',
  }),
  person(9, 'ليلى المنصوري', 'مديرة العمليات · العمليات', 'A right-to-left name', {
    alias: 'layla',
    availability: 'Available',
  }),
  person(
    10,
    'Maximiliane Alexandra Hohenstein-Wittelsbach von und zu Lichtenfels',
    'Senior Vice President for Regulatory Affairs, Public Policy and International Trade Relations · Legal and Corporate Affairs',
    'A very long name',
    { availability: 'PresenceUnknown' },
  ),
  person(
    11,
    'Ruth Adeyemi',
    'Front Desk Lead · Facilities',
    'Supports nine people: search and filter appear',
    {
      availability: 'Available',
      hasPhoto: true,
    },
  ),
  person(12, 'Victor Lang', 'Counsel · Legal and Corporate Affairs', 'Graph omits rights, dates and flags', {
    availability: 'InAMeeting',
    isOdd: true,
  }),
  person(13, 'Beatrice Sand', 'Chief People Officer · People', 'Has five delegates', {
    availability: 'Available',
    hasPhoto: true,
  }),
];

/** A user who meets a problem before or while they see their lists. */
const troubled = (
  number: number,
  name: string,
  job: string,
  problem: DemoProblem,
  story: string,
): DemoPerson => person(number, name, job, story, { problem });

const withProblem: readonly DemoPerson[] = [
  troubled(21, 'Priya Raman', 'Assistant · Operations', 'noConsent', 'Has not consented yet, but can'),
  troubled(22, 'Tomás Vidal', 'Assistant · Operations', 'needsAdmin', 'Only an administrator can consent'),
  troubled(
    23,
    'Marcus Hale',
    'Analyst · Finance',
    'mfa',
    'Multifactor sign-in is required; the host supports it',
  ),
  troubled(
    24,
    'Elena Petrova',
    'Product Manager · Product',
    'policyOff',
    'The calling policy forbids delegation',
  ),
  troubled(25, 'Grace Muir', 'Recruiter · People', 'throttled', 'Graph throttles'),
  troubled(26, 'Oskar Lind', 'Engineer · Product', 'graphDown', 'Graph is down'),
  troubled(27, 'Hana Kovář', 'Engineer · Product', 'graphSlow', 'Graph never responds'),
  troubled(28, 'Ivo Brandão', 'Engineer · Product', 'graphGarbage', 'Graph sends invalid responses'),
  troubled(29, 'Wen Li', 'Engineer · Product', 'entraDown', 'Entra is down'),
  troubled(30, 'Pavel Novak', 'Engineer · Product', 'badSecret', 'The app’s client secret has expired'),
  troubled(31, 'Agnes Roy', 'Engineer · Product', 'expiredToken', 'The host returns an expired token'),
  troubled(32, 'Bilal Aziz', 'Engineer · Product', 'wrongScope', 'The token lacks the scope'),
  troubled(33, 'Cora Finch', 'Assistant · Operations', 'noNames', 'No consent to read names'),
  troubled(
    34,
    'Dora Quist',
    'Assistant · Operations',
    'basicNames',
    'Titles and blocked accounts cannot be read',
  ),
  troubled(35, 'Abel Moreau', 'Assistant · Operations', 'noOwnProfile', 'His own license cannot be read'),
  troubled(
    36,
    'Freya Holm',
    'Assistant · Operations',
    'blockedByPolicy',
    'Conditional access blocks the sign-in',
  ),
  troubled(37, 'Gustav Rehn', 'Assistant · Operations', 'notAssigned', 'Is not assigned to the app'),
];

/** Users whose sign-in needs more than consent or an authenticator app. */
const signingIn: readonly DemoPerson[] = [
  troubled(
    71,
    'Maren Voss',
    'Auditor · Legal',
    'mfaByApp',
    'A claims challenge that only the app can satisfy',
  ),
  troubled(
    72,
    'Idris Kone',
    'Auditor · Legal',
    'mfaByNothing',
    'Entra repeats its claims challenge after every sign-in',
  ),
  person(73, 'Lotte Berg', 'Assistant · Legal', 'The consent window loses its opener', {
    problem: 'noConsent',
    isOnCoopOnly: true,
  }),
  person(74, 'Nils Aalto', 'Chief Legal Officer · Legal', ''),
];

/** Users whose accounts or lists lead to findings that ordinary users do not have. */
const worthALook: readonly DemoPerson[] = [
  person(41, 'Nadia Hollis', 'Head of Procurement · Finance', 'A delegate’s account is blocked', {
    availability: 'Available',
  }),
  person(42, 'Otto Renner', 'Assistant · Finance', '', { isBlocked: true }),
  person(43, 'Esther Boateng', 'Executive Assistant · Operations', 'Supports people with every license', {
    availability: 'Available',
  }),
  person(44, 'Ravi Menon', 'Chief Operating Officer · Operations', 'No delegate may receive calls', {
    availability: 'InACall',
  }),
  person(
    45,
    'Ingrid Solberg',
    'Chief Technology Officer · Product',
    'Every delegate who may receive calls is away',
    {
      availability: 'Busy',
    },
  ),
  person(46, 'Tess Varga', 'Assistant · Product', 'A delegator’s account is deleted', {
    availability: 'BeRightBack',
  }),
  person(47, 'Milo Grant', 'Assistant · Product', 'A delegator’s account is blocked', {
    availability: 'Offline',
    activity: 'OutOfOffice',
  }),
];

const buyer = (number: number, name: string, licence: keyof typeof licences, story: string): DemoPerson =>
  person(number, name, 'Buyer · Finance', story, { plans: licences[licence] });

const licensed: readonly DemoPerson[] = [
  buyer(50, 'Zoe Lindqvist', 'takenAway', 'Her Teams Phone was removed'),
  buyer(51, 'Pablo Rivas', 'suspended', 'His Teams Phone is suspended'),
  buyer(52, 'Greta Holm', 'inGracePeriod', 'Her Teams Phone is in its grace period'),
  buyer(53, 'Sam Okoro', 'smallBusiness', 'Teams Phone for small businesses'),
  buyer(54, 'June Park', 'government', 'Teams Phone for government'),
  buyer(55, 'Ian Wolfe', 'e3', 'Office 365 E3, without Teams Phone'),
  buyer(56, 'Gail Norris', 'givenBack', 'Her Teams Phone was removed and assigned again'),
  person(57, 'Lena Fischer', 'Consultant · Guests', 'A guest', { isGuest: true, plans: licences.none }),
  person(58, 'Main Reception', 'Resource account · Facilities', 'A resource account', {
    alias: 'reception',
    plans: licences.resourceAccount,
  }),
];

const firstNames = 'Ada Bruno Chloe Dev Elif Finn Gina Hamid Iris Joel Kira Leon'.split(' ');
const agentNames = ['Abbott', 'Castellan'].flatMap((last) => firstNames.map((first) => `${first} ${last}`));

/** Users who are close to Teams' limit, and their delegates, who are not selectable. */
const crowd: readonly DemoPerson[] = [
  person(48, 'Yusuf Demir', 'Head of Customer Care · Customer Care', '24 delegates of at most 25', {
    availability: 'Available',
  }),
  person(49, 'Hugo Bell', 'Team Assistant · Customer Care', 'Supports 23 people of at most 25', {
    availability: 'Available',
  }),
  ...agentNames.map((name, index) =>
    person(101 + index, name, 'Agent · Customer Care', '', {
      alias: name.toLowerCase().replace(' ', '.'),
      availability: index % 3 === 0 ? 'Away' : 'Available',
    }),
  ),
];

export const people: readonly DemoPerson[] = [
  ...everyday,
  ...withProblem,
  ...signingIn,
  ...worthALook,
  ...licensed,
  ...crowd,
];
