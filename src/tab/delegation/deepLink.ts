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
