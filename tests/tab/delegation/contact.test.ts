import { isReachable, toContact } from '../../../src/tab/delegation/contact.js';
import { aDelegation, disabled, gone, inactive, type Traits } from '../support/delegation.js';

const noContact = { chat: null, mail: null };

test.each<[string, Traits, { chat: string | null; mail: string | null }]>([
  [
    'a colleague with separate chat and mail addresses',
    { person: { userPrincipalName: 'ann@corp.example', mail: 'ann.x@corp.example' } },
    { chat: 'ann@corp.example', mail: 'ann.x@corp.example' },
  ],
  [
    'a colleague without mail',
    { person: { mail: null } },
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  [
    'a colleague with only a mail address',
    { person: { userPrincipalName: null } },
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  [
    'a colleague whose delegation is inactive',
    inactive,
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  [
    'a guest: the mail address for both',
    { person: { userPrincipalName: 'ann_other.example#EXT#@corp.example', mail: 'ann@other.example' } },
    { chat: 'ann@other.example', mail: 'ann@other.example' },
  ],
  [
    'a guest without mail',
    { person: { userPrincipalName: 'ann_x#ext#@corp.example', mail: null } },
    noContact,
  ],
  ['a person with empty addresses', { person: { userPrincipalName: '', mail: '' } }, noContact],
  ['a deleted account', gone, noContact],
  ['a blocked account', disabled, noContact],
  [
    'an account of unknown status',
    { person: { accountEnabled: null } },
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  ['a person whose lookup failed', { personStatus: 'unavailable' }, noContact],
])('the addresses of %s', (_, traits, contact) => {
  const delegation = aDelegation('ann', traits);

  expect(toContact(delegation)).toEqual(contact);
  expect(isReachable(delegation)).toBe(contact.mail !== null);
});
