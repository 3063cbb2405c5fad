import type { ListName } from '../../contract/delegation.js';
import { toSubPageId, type Place } from '../../contract/place.js';
import type { HostContext } from '../host/teams.js';

/**
 * Returns a link that opens this delegation in Teams.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function toDeepLink({ appId, pageId }: HostContext, clientId: string, place: Place): string {
  const url = new URL(
    `https://teams.microsoft.com/l/entity/${appId ?? clientId}/${encodeURIComponent(pageId)}`,
  );
  url.searchParams.set('context', JSON.stringify({ subEntityId: toSubPageId(place) }));
  return url.href;
}

/** Converts an entry of the user's list to a place that both people can open. */
export function toSharedPlace(list: ListName, id: string, readerId: string | undefined): Place {
  if (readerId === undefined || readerId === '' || id === '') return { kind: 'own', list, id };
  return list === 'delegates'
    ? { kind: 'between', delegatorId: readerId, delegateId: id }
    : { kind: 'between', delegatorId: id, delegateId: readerId };
}
