import { isReachable, toContact } from '../../../src/tab/delegation/contact.js';
import { aDelegation, disabled, gone, inactive, type Traits } from '../support/delegation.js';

const nobody = { chat: null, mail: null };

test.each<[string, Traits, { chat: string | null; mail: string | null }]>([
  [
    'a colleague: chat by their own name, mail to their address',
    { person: { userPrincipalName: 'ann@corp.example', mail: 'ann.x@corp.example' } },
    { chat: 'ann@corp.example', mail: 'ann.x@corp.example' },
  ],
  [
    'a colleague without mail',
    { person: { mail: null } },
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  [
    'a colleague of whom only the mail is known',
    { person: { userPrincipalName: null } },
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  [
    'a colleague whose delegation is inactive',
    inactive,
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  [
    'a guest: both by mail',
    { person: { userPrincipalName: 'ann_other.example#EXT#@corp.example', mail: 'ann@other.example' } },
    { chat: 'ann@other.example', mail: 'ann@other.example' },
  ],
  ['a guest without mail', { person: { userPrincipalName: 'ann_x#ext#@corp.example', mail: null } }, nobody],
  ['somebody with empty addresses', { person: { userPrincipalName: '', mail: '' } }, nobody],
  ['a deleted account', gone, nobody],
  ['a blocked account', disabled, nobody],
  [
    'an account of which that is not known',
    { person: { accountEnabled: null } },
    { chat: 'ann@example.com', mail: 'ann@example.com' },
  ],
  ['somebody of whom nothing is known', { personStatus: 'unavailable' }, nobody],
])('%s', (_, traits, contact) => {
  const delegation = aDelegation('ann', traits);

  expect(toContact(delegation)).toEqual(contact);
  expect(isReachable(delegation)).toBe(contact.mail !== null);
});
