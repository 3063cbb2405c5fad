import { allowed, delegation, handset, type DemoDelegation } from './DemoDelegation.js';
import { person, type DemoPerson } from './DemoPerson.js';

const firstNames = [
  'Ada',
  'Bruno',
  'Chloe',
  'Dev',
  'Elif',
  'Finn',
  'Gina',
  'Hamid',
  'Iris',
  'Joel',
  'Kira',
  'Leon',
];
const lastNames = ['Abbott', 'Castellan'];
const names = lastNames.flatMap((last) => firstNames.map((first) => `${first} ${last}`));

/** Delegates who are not selectable. Together they are close to Teams' limit. */
const agents = names.map((name, index) =>
  person(101 + index, name, name.toLowerCase().replace(' ', '.'), 'Agent', 'Customer Care', '', {
    availability: index % 3 === 0 ? 'Away' : 'Available',
  }),
);

export const crowd: readonly DemoPerson[] = [
  person(48, 'Yusuf Demir', 'yusuf', 'Head of Customer Care', 'Customer Care', '24 delegates of at most 25', {
    availability: 'Available',
  }),
  person(49, 'Hugo Bell', 'hugo', 'Team Assistant', 'Customer Care', 'Supports 23 people of at most 25', {
    availability: 'Available',
  }),
  ...agents,
];

export const crowdDelegations: readonly DemoDelegation[] = agents.flatMap((_, index) => [
  delegation(48, 101 + index, '2026-05-04T09:00:00Z', index % 2 === 0 ? handset : allowed('receiveCalls')),
  ...(index < 23 ? [delegation(101 + index, 49, '2026-05-05T09:00:00Z', handset)] : []),
]);
