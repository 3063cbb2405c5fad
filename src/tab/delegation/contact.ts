import type { Profile } from '../../contract/delegation.js';

/** Addresses under which somebody can be written to; null where there is none. */
export type Contact = {
  /** For a Teams chat. */
  readonly chat: string | null;
  readonly mail: string | null;
};

/**
 * How to reach the other person: not at all when their account is gone or disabled, or nothing is known of them.
 * A guest's own name carries `#EXT#`, and Teams opens no chat with that; their mail address works.
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

export const isReachable = (profile: Omit<Profile, 'id'>): boolean => {
  const { chat, mail } = toContact(profile);
  return chat !== null || mail !== null;
};
