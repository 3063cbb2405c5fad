import type { Delegation, ListName, Profile, Right } from '../../contract/delegation.js';
import type { FirstMessages } from '../i18n/messages.js';

type Named = Pick<Profile, 'person' | 'personStatus'>;

/** Returns a name for use in sentences, whose messages handle null themselves. */
export const knownName = ({ person }: Named): string | null =>
  person?.displayName ?? person?.userPrincipalName ?? null;

/** Returns a label for a name that is shown alone. Never empty. */
export function nameOf(named: Named, messages: FirstMessages): string {
  if (named.personStatus === 'notFound') return messages.unknownPerson;
  return knownName(named) ?? messages.unnamedPerson;
}

/** Returns job title and department, or the mail address when titles are not permitted. Explains a missing person. */
export function descriptionOf({ id, person, personStatus }: Delegation, messages: FirstMessages): string {
  if (personStatus === 'notFound') return messages.accountGoneText;
  const place = [person?.jobTitle, person?.department].filter((part) => (part ?? '') !== '');
  return place.length > 0 ? place.join(' · ') : (person?.mail ?? person?.userPrincipalName ?? id);
}

/** Describes a right from the user's point of view: held, not held, or not reported. */
export function sentenceOf(
  right: Right,
  list: ListName,
  delegation: Delegation,
  messages: FirstMessages,
): string {
  const isHeld = delegation.allowedActions[right];
  if (isHeld === null) return messages.notReportedFor({ right });
  return messages[isHeld ? 'held' : 'notHeld'][list]({ right, name: knownName(delegation) });
}

/** @param isHeld undefined when the record is older than the right */
export function sayHeld(isHeld: boolean | null | undefined, messages: FirstMessages): string {
  if (isHeld === undefined || isHeld === null) return messages.notReported;
  return isHeld ? messages.yes : messages.no;
}

export function sayActive(isActive: boolean | null, messages: FirstMessages): string {
  if (isActive === null) return messages.statusNotReported;
  return isActive ? messages.active : messages.inactive;
}
