import type { ListName } from '../../contract/delegation.js';
import { isSameId, parsePlace, type Place } from '../../contract/place.js';

/** A delegation in one of the user's lists. */
export type ListPlace = { readonly list: ListName; readonly id: string };

/** Target of a link. `otherPeople`: not the user's delegation. `unknownReader`: the host does not report the user. */
export type ResolvedPlace = ListPlace | 'otherPeople' | 'unknownReader';

/** `malformed`: the link cannot have been valid. */
export type Destination = ResolvedPlace | 'malformed';

/** Returns undefined for a link to the page as a whole. */
export function followLink(
  subPageId: string | undefined,
  readerId: string | undefined,
): Destination | undefined {
  const place = parsePlace(subPageId);
  return place === undefined || place === 'malformed' ? place : resolvePlace(place, readerId);
}

/**
 * The two people of a delegation see it in different lists.
 * @param readerId the user's object id as reported by the host: a hint, only good enough to choose a list
 */
function resolvePlace(place: Place, readerId: string | undefined): ResolvedPlace {
  if (place.kind === 'own') return { list: place.list, id: place.id };
  if (readerId === undefined || readerId === '') return 'unknownReader';
  const { delegatorId, delegateId } = place;
  if (isSameId(readerId, delegatorId)) return { list: 'delegates', id: delegateId };
  if (isSameId(readerId, delegateId)) return { list: 'delegators', id: delegatorId };
  return 'otherPeople';
}
