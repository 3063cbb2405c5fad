import type { ListName } from '../../contract/delegation.js';
import { isSameId, parsePlace } from '../../contract/place.js';

/** A delegation in one of the user's lists. */
export type ListPlace = { readonly list: ListName; readonly id: string };

/**
 * Target of a link. `malformed`: the link cannot have been valid. `otherPeople`: not the user's delegation.
 * `unknownReader`: the host does not report the user.
 */
export type Destination = ListPlace | 'malformed' | 'otherPeople' | 'unknownReader';

/**
 * Returns undefined for a link to the page as a whole. The two people of a delegation see it in different lists.
 * @param readerId the user's object id as reported by the host: a hint, only good enough to choose a list
 */
export function followLink(
  subPageId: string | undefined,
  readerId: string | undefined,
): Destination | undefined {
  const place = parsePlace(subPageId);
  if (place === undefined || place === 'malformed') return place;
  if (place.kind === 'own') return { list: place.list, id: place.id };
  if (readerId === undefined || readerId === '') return 'unknownReader';
  const { delegatorId, delegateId } = place;
  if (isSameId(readerId, delegatorId)) return { list: 'delegates', id: delegateId };
  if (isSameId(readerId, delegateId)) return { list: 'delegators', id: delegatorId };
  return 'otherPeople';
}
