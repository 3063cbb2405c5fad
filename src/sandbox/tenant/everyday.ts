import { person, type DemoPerson } from './DemoPerson.js';

export const everyday: readonly DemoPerson[] = [
  person(
    1,
    'Amina Okafor',
    'amina',
    'Executive Assistant',
    'Office of the CEO',
    'Supports three executives',
    {
      availability: 'Available',
      hasPhoto: true,
      isOdd: true,
    },
  ),
  person(2, 'Diego Marenco', 'diego', 'Chief Financial Officer', 'Finance', 'Has two delegates', {
    availability: 'Available',
    hasPhoto: true,
  }),
  person(3, 'Miriam Feld', 'miriam', 'VP Marketing', 'Marketing', 'A delegate’s account is deleted', {
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
  person(6, 'Noor Haddad', 'noor', 'Designer', 'Product', 'Both lists are empty', {
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
    'Graph omits rights, dates and flags',
    {
      availability: 'InAMeeting',
      isOdd: true,
    },
  ),
  person(13, 'Beatrice Sand', 'beatrice', 'Chief People Officer', 'People', 'Has five delegates', {
    availability: 'Available',
    hasPhoto: true,
  }),
];
