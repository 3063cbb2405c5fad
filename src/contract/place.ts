import { listNames, type ListName } from './delegation.js';

/** Target of a deep link into the tab: a delegation in one of the user's own lists, or the one between two people. */
export type Place =
  | { readonly kind: 'own'; readonly list: ListName; readonly id: string }
  | { readonly kind: 'between'; readonly delegatorId: string; readonly delegateId: string };

/** Excludes `.` and `..`, which a URL parser would resolve to another resource. */
const delegationId = /^(?!\.{1,2}$)[A-Za-z0-9\-_.@]{1,128}$/;

/** The API answers `invalid_id` for any other id. */
export const isDelegationId = (id: string): boolean => delegationId.test(id);

/** Formats a place as a teams-js `subPageId`: `delegators/{id}`, `delegates/{id}` or `between/{delegatorId}/{delegateId}`. */
export function toSubPageId(place: Place): string {
  const parts =
    place.kind === 'own' ? [place.list, place.id] : [place.kind, place.delegatorId, place.delegateId];
  return parts.map(encodeURIComponent).join('/');
}

/** Returns undefined if the link points at the tab only, and `malformed` if no place can have this id. */
export function parsePlace(subPageId: string | undefined): Place | 'malformed' | undefined {
  if (subPageId === undefined || subPageId === '') return undefined;
  const [kind, ...encoded] = subPageId.split('/');
  const ids = encoded.map(decode);
  if (!ids.every(isDelegationId)) return 'malformed';
  const [first, second, ...rest] = ids;
  if (first === undefined || rest.length > 0) return 'malformed';
  const list = listNames.find((name) => name === kind);
  if (list !== undefined && second === undefined) return { kind: 'own', list, id: first };
  if (kind !== 'between' || second === undefined || isSameId(first, second)) return 'malformed';
  return { kind, delegatorId: first, delegateId: second };
}

/** Object ids are case-insensitive. */
export const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
