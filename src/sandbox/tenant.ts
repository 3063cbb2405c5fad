import { forEachRight, rights, type AllowedActions, type Right } from '../contract/delegation.js';

/** A made-up company. Data only; every name, title and address is invented. */

/** What goes wrong for somebody, on purpose. */
export type Trouble =
  | 'noConsent'
  | 'needsAdmin'
  | 'mfa'
  | 'policyOff'
  | 'throttled'
  | 'graphDown'
  | 'graphSlow'
  | 'graphGarbage'
  | 'entraDown'
  | 'badSecret'
  | 'expiredToken'
  | 'wrongScope'
  | 'noNames';

export type DemoPerson = {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly alias: string;
  /** Why one would pick this person, for the host page. */
  readonly story: string;
  readonly trouble?: Trouble;
  readonly availability?: string;
  readonly hasPhoto?: boolean;
};

export type DemoDelegation = {
  /** Who grants. */
  readonly delegatorId: string;
  /** Who acts. */
  readonly delegateId: string;
  readonly isActive: boolean | null;
  readonly createdDateTime: string | null;
  readonly allowedActions: Partial<AllowedActions>;
};

export const tenantId = '7c1f6d0e-52a4-4b8e-9a53-0d4f8c2b6e11';
export const clientId = 'b5a0c9f2-3d47-4c1e-8f6a-92e7d15b3c40';
export const mailDomain = 'alder-finch.example';
export const companyName = 'Alder & Finch';

const idOf = (number: number): string => `a1de4f1c-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Nobody has this id any more. */
export const ghostId = idOf(999);

const person = (
  number: number,
  displayName: string,
  alias: string,
  jobTitle: string,
  department: string,
  story: string,
  more: Pick<DemoPerson, 'trouble' | 'availability' | 'hasPhoto'> = {},
): DemoPerson => ({ id: idOf(number), displayName, alias, jobTitle, department, story, ...more });

export const people: readonly DemoPerson[] = [
  person(
    1,
    'Amina Okafor',
    'amina',
    'Executive Assistant',
    'Office of the CEO',
    'Assistant of three executives',
    {
      availability: 'Available',
      hasPhoto: true,
    },
  ),
  person(2, 'Diego Marenco', 'diego', 'Chief Financial Officer', 'Finance', 'Executive with two delegates', {
    availability: 'Available',
    hasPhoto: true,
  }),
  person(3, 'Miriam Feld', 'miriam', 'VP Marketing', 'Marketing', 'Has a delegate whose account is gone', {
    availability: 'DoNotDisturb',
    hasPhoto: true,
  }),
  person(
    4,
    'Lars Hedlund',
    'lars',
    'Chief Executive Officer',
    'Office of the CEO',
    'One delegation is inactive',
    {
      availability: 'Away',
    },
  ),
  person(
    5,
    'Jonas Brandt',
    'jonas',
    'Team Assistant',
    'Finance',
    'Supports people with long and right-to-left names',
    {
      availability: 'Busy',
      hasPhoto: true,
    },
  ),
  person(6, 'Noor Haddad', 'noor', 'Designer', 'Product', 'Nobody at all: both lists are empty', {
    availability: 'Offline',
  }),
  person(7, 'Kenji Watanabe', 'kenji', 'Head of Sales Asia', 'Sales', 'Mutual delegation with Sofia', {
    availability: 'BeRightBack',
    hasPhoto: true,
  }),
  person(8, 'Sofia Ribeiro', 'sofia', 'Head of Sales Americas', 'Sales', 'Mutual delegation with Kenji', {
    availability: 'Available',
  }),
  person(9, 'ليلى المنصوري', 'layla', 'مديرة العمليات', 'العمليات', 'A right-to-left name', {
    availability: 'Available',
  }),
  person(
    10,
    'Maximiliane Alexandra Hohenstein-Wittelsbach von und zu Lichtenfels',
    'maximiliane',
    'Senior Vice President for Regulatory Affairs, Public Policy and International Trade Relations',
    'Legal and Corporate Affairs',
    'A very long name',
    { availability: 'PresenceUnknown' },
  ),
  person(
    11,
    'Ruth Adeyemi',
    'ruth',
    'Front Desk Lead',
    'Facilities',
    'Supports nine people: search and filter appear',
    {
      availability: 'Available',
      hasPhoto: true,
    },
  ),
  person(
    12,
    'Victor Lang',
    'victor',
    'Counsel',
    'Legal and Corporate Affairs',
    'Graph leaves out rights, dates and flags',
    {
      availability: 'InAMeeting',
    },
  ),
  person(13, 'Beatrice Sand', 'beatrice', 'Chief People Officer', 'People', 'Executive with five delegates', {
    availability: 'Available',
    hasPhoto: true,
  }),
  person(21, 'Priya Raman', 'priya', 'Assistant', 'Operations', 'Has not consented yet, and may', {
    trouble: 'noConsent',
  }),
  person(22, 'Tomás Vidal', 'tomas', 'Assistant', 'Operations', 'Only an administrator may consent', {
    trouble: 'needsAdmin',
  }),
  person(23, 'Marcus Hale', 'marcus', 'Analyst', 'Finance', 'Is asked for multifactor sign-in', {
    trouble: 'mfa',
  }),
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
  person(27, 'Hana Kovář', 'hana', 'Engineer', 'Product', 'Graph never answers', { trouble: 'graphSlow' }),
  person(28, 'Ivo Brandão', 'ivo', 'Engineer', 'Product', 'Graph answers with nonsense', {
    trouble: 'graphGarbage',
  }),
  person(29, 'Wen Li', 'wen', 'Engineer', 'Product', 'Entra is down', { trouble: 'entraDown' }),
  person(30, 'Pavel Novak', 'pavel', 'Engineer', 'Product', 'The app’s own secret is refused', {
    trouble: 'badSecret',
  }),
  person(31, 'Agnes Roy', 'agnes', 'Engineer', 'Product', 'The host hands out an expired token', {
    trouble: 'expiredToken',
  }),
  person(32, 'Bilal Aziz', 'bilal', 'Engineer', 'Product', 'The token lacks the scope', {
    trouble: 'wrongScope',
  }),
  person(33, 'Cora Finch', 'cora', 'Assistant', 'Operations', 'Looking up names is not consented to', {
    trouble: 'noNames',
  }),
];

const allowed = (...held: Right[]): AllowedActions => forEachRight((right) => held.includes(right));

const everything = allowed(...rights);
const handset = allowed('makeCalls', 'receiveCalls', 'pickUpHeldCalls');

const delegation = (
  delegator: number,
  delegate: number,
  createdDateTime: string | null,
  allowedActions: Partial<AllowedActions>,
  isActive: boolean | null = true,
): DemoDelegation => ({
  delegatorId: idOf(delegator),
  delegateId: idOf(delegate),
  isActive,
  createdDateTime,
  allowedActions,
});

export const delegations: readonly DemoDelegation[] = [
  delegation(
    2,
    1,
    '2025-01-14T09:30:00Z',
    allowed('makeCalls', 'receiveCalls', 'pickUpHeldCalls', 'joinActiveCalls'),
  ),
  delegation(
    3,
    1,
    '2025-03-03T13:05:00Z',
    allowed('makeCalls', 'receiveCalls', 'manageCallAndDelegateSettings'),
  ),
  delegation(4, 1, '2024-11-20T08:00:00Z', allowed('receiveCalls', 'pickUpHeldCalls'), false),
  delegation(2, 5, '2026-06-01T07:45:00Z', allowed('receiveCalls')),
  delegation(3, 999, '2024-02-12T10:00:00Z', everything),
  delegation(9, 5, '2026-02-19T11:20:00Z', everything),
  delegation(10, 5, '2025-09-08T15:40:00Z', handset),
  delegation(7, 8, '2025-05-05T00:00:00Z', handset),
  delegation(8, 7, '2025-05-06T00:00:00Z', everything),
  ...[24, 25, 26, 27, 28, 29, 30, 31, 32].map((delegator, index) =>
    delegation(
      delegator,
      11,
      `2026-0${(index % 8) + 1}-1${index}T08:15:00Z`,
      index % 3 === 0 ? handset : index % 3 === 1 ? allowed('receiveCalls') : everything,
      index !== 6,
    ),
  ),
  delegation(13, 12, '0001-01-01T00:00:00Z', { makeCalls: true, receiveCalls: null }, null),
  delegation(12, 5, null, {}, null),
  ...[21, 22, 23, 33].map((delegate) => delegation(13, delegate, '2026-10-05T09:00:00Z', handset)),
  delegation(10, 33, '2026-10-06T09:00:00Z', everything),
];
