import type { Profile } from '../../contract/delegation.js';

/** Addresses of a person. Both are null, or neither. */
export type Contact = {
  /** User principal name for a Teams chat. */
  readonly chat: string | null;
  readonly mail: string | null;
};

/**
 * Returns no addresses for a deleted, disabled or unknown account. Teams opens no chat with a guest's own name, which
 * contains `#EXT#`, so a guest's mail address is used.
 */
export function toContact({ person, personStatus }: Omit<Profile, 'id'>): Contact {
  if (personStatus !== 'found' || person === null || person.accountEnabled === false) {
    return { chat: null, mail: null };
  }
  const mail = person.mail === '' ? null : person.mail;
  const name = person.userPrincipalName ?? '';
  const ownName = name === '' || /#ext#/i.test(name) ? null : name;
  return { chat: ownName ?? mail, mail: mail ?? ownName };
}
