import { allowed, delegation, everything, handset, type DemoDelegation } from './DemoDelegation.js';
import { person, type DemoPerson } from './DemoPerson.js';
import { licences } from './licences.js';

/** Users whose accounts or lists lead to findings that ordinary users do not have. */
export const worthALook: readonly DemoPerson[] = [
  person(41, 'Nadia Hollis', 'nadia', 'Head of Procurement', 'Finance', 'A delegate’s account is blocked', {
    availability: 'Available',
  }),
  person(42, 'Otto Renner', 'otto', 'Assistant', 'Finance', '', { isBlocked: true }),
  person(
    43,
    'Esther Boateng',
    'esther',
    'Executive Assistant',
    'Operations',
    'Supports people with every license',
    {
      availability: 'Available',
    },
  ),
  person(44, 'Ravi Menon', 'ravi', 'Chief Operating Officer', 'Operations', 'No delegate may receive calls', {
    availability: 'InACall',
  }),
  person(
    45,
    'Ingrid Solberg',
    'ingrid',
    'Chief Technology Officer',
    'Product',
    'Every delegate who may receive calls is away',
    {
      availability: 'Busy',
    },
  ),
  person(46, 'Tess Varga', 'tess', 'Assistant', 'Product', 'A delegator’s account is deleted', {
    availability: 'BeRightBack',
  }),
  person(47, 'Milo Grant', 'milo', 'Assistant', 'Product', 'A delegator’s account is blocked', {
    availability: 'Offline',
    activity: 'OutOfOffice',
  }),
  person(50, 'Zoe Lindqvist', 'zoe', 'Buyer', 'Finance', 'Her Teams Phone was removed', {
    plans: licences.takenAway,
  }),
  person(51, 'Pablo Rivas', 'pablo', 'Buyer', 'Finance', 'His Teams Phone is suspended', {
    plans: licences.suspended,
  }),
  person(52, 'Greta Holm', 'greta', 'Buyer', 'Finance', 'Her Teams Phone is in its grace period', {
    plans: licences.inGracePeriod,
  }),
  person(53, 'Sam Okoro', 'sam', 'Buyer', 'Finance', 'Teams Phone for small businesses', {
    plans: licences.smallBusiness,
  }),
  person(54, 'June Park', 'june', 'Buyer', 'Finance', 'Teams Phone for government', {
    plans: licences.government,
  }),
  person(55, 'Ian Wolfe', 'ian', 'Buyer', 'Finance', 'Office 365 E3, without Teams Phone', {
    plans: licences.e3,
  }),
  person(56, 'Gail Norris', 'gail', 'Buyer', 'Finance', 'Her Teams Phone was removed and assigned again', {
    plans: licences.givenBack,
  }),
  person(57, 'Lena Fischer', 'lena', 'Consultant', 'Guests', 'A guest', {
    isGuest: true,
    plans: licences.none,
  }),
  person(58, 'Main Reception', 'reception', 'Resource account', 'Facilities', 'A resource account', {
    plans: licences.resourceAccount,
  }),
];

export const worthALookDelegations: readonly DemoDelegation[] = [
  delegation(41, 42, '2025-07-21T09:00:00Z', everything),
  delegation(41, 43, '2026-01-12T09:00:00Z', handset),
  delegation(44, 43, '2026-02-02T09:00:00Z', allowed('makeCalls', 'joinActiveCalls')),
  delegation(45, 46, '2026-03-16T09:00:00Z', handset),
  delegation(45, 47, '2026-03-16T09:05:00Z', allowed('receiveCalls')),
  delegation(999, 46, '2024-06-03T09:00:00Z', handset),
  delegation(42, 47, '2025-10-06T09:00:00Z', handset),
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((delegator) =>
    delegation(delegator, 43, `2026-04-${delegator - 40}T09:00:00Z`, handset),
  ),
];
