import type { Delegation, Profile } from '../../contract/delegation.js';
import type { FirstMessages } from '../i18n/en/first.js';

/** What to call the person, whatever is known of them. */
export function nameOf({ person, personStatus }: Omit<Profile, 'id'>, messages: FirstMessages): string {
  if (personStatus === 'notFound') return messages.unknownPerson;
  return person?.displayName ?? person?.userPrincipalName ?? messages.unnamedPerson;
}

/** Title and department, or the mail where titles are not permitted; what is wrong where there is nobody. */
export function descriptionOf({ id, person, personStatus }: Delegation, messages: FirstMessages): string {
  if (personStatus === 'notFound') return messages.accountGoneText;
  const place = [person?.jobTitle, person?.department].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  return place.length > 0 ? place.join(' · ') : (person?.mail ?? person?.userPrincipalName ?? id);
}
