import type { ListName } from '../../contract/delegation.js';
import { isSameId, parsePlace, type Place } from '../../contract/place.js';

/** One delegation in one of the reader's lists. */
export type ListPlace = { readonly list: ListName; readonly id: string };

/** Where a link leads its reader. `otherPeople`: to nothing of theirs. `unknownReader`: the host does not say who reads. */
export type ResolvedPlace = ListPlace | 'otherPeople' | 'unknownReader';

/** `malformed`: to something that can never have been. */
export type Destination = ResolvedPlace | 'malformed';

/** undefined: to the page, and nothing on it. */
export function followLink(
  subPageId: string | undefined,
  readerId: string | undefined,
): Destination | undefined {
  const place = parsePlace(subPageId);
  return place === undefined || place === 'malformed' ? place : resolvePlace(place, readerId);
}

/**
 * A delegation between two people stands in a different list for each of them.
 * @param readerId the reader's object id as the host gives it: a hint, good for nothing but choosing a list
 */
export function resolvePlace(place: Place, readerId: string | undefined): ResolvedPlace {
  if (place.kind === 'own') return { list: place.list, id: place.id };
  if (readerId === undefined || readerId === '') return 'unknownReader';
  const { delegatorId, delegateId } = place;
  if (isSameId(readerId, delegatorId)) return { list: 'delegates', id: delegateId };
  if (isSameId(readerId, delegateId)) return { list: 'delegators', id: delegatorId };
  return 'otherPeople';
}

/** The place of a delegation in its reader's list, as both of the two can open it. */
export function toSharedPlace(list: ListName, id: string, readerId: string | undefined): Place {
  if (readerId === undefined || readerId === '' || id === '') return { kind: 'own', list, id };
  return list === 'delegates'
    ? { kind: 'between', delegatorId: readerId, delegateId: id }
    : { kind: 'between', delegatorId: id, delegateId: readerId };
}
