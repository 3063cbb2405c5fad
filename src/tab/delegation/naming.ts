import type { Delegation, Profile } from '../../contract/delegation.js';
import type { FirstMessages } from '../i18n/messages.js';

type Named = Pick<Profile, 'person' | 'personStatus'>;

/** For sentences, which say it in their own way when there is no name. */
export const knownName = ({ person }: Named): string | null =>
  person?.displayName ?? person?.userPrincipalName ?? null;

/** What stands where a name stands by itself, whatever is known of the person. */
export function nameOf(named: Named, messages: FirstMessages): string {
  if (named.personStatus === 'notFound') return messages.unknownPerson;
  return knownName(named) ?? messages.unnamedPerson;
}

/** Title and department, or the mail where titles are not permitted; what is wrong where there is nobody. */
export function descriptionOf({ id, person, personStatus }: Delegation, messages: FirstMessages): string {
  if (personStatus === 'notFound') return messages.accountGoneText;
  const place = [person?.jobTitle, person?.department].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  return place.length > 0 ? place.join(' · ') : (person?.mail ?? person?.userPrincipalName ?? id);
}
