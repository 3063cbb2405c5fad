import { listNames, type ListName } from './delegation.js';

/** What a deep link into the tab points at: a delegation, from its reader's own side or as the one between two people. */
export type Place =
  | { readonly kind: 'own'; readonly list: ListName; readonly id: string }
  | { readonly kind: 'between'; readonly delegatorId: string; readonly delegateId: string };

/** A URL made from `.` or `..` would lead to another resource. */
const delegationId = /^(?!\.{1,2}$)[A-Za-z0-9\-_.@]{1,128}$/;

/** Whether the API takes it; else it answers `invalid_id`. */
export const isDelegationId = (id: string): boolean => delegationId.test(id);

/** `delegators/{id}`, `delegates/{id}` or `between/{delegatorId}/{delegateId}`: what Teams calls a subPageId. */
export function toSubPageId(place: Place): string {
  const parts =
    place.kind === 'own' ? [place.list, place.id] : [place.kind, place.delegatorId, place.delegateId];
  return parts.map(encodeURIComponent).join('/');
}

/** undefined: the link points at nothing, only at the tab. `malformed`: at something that can never have been. */
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

/** Object ids are the same in either case. */
export const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
