import { listNames, type ListName } from '../../contract/delegation.js';
import type { HostContext } from '../host/teams.js';

/** One delegation of one list: what a deep link points at. */
export type Place = { readonly list: ListName; readonly id: string };

/** `delegators/{id}` → place; undefined for anything else. */
export function parsePlace(subPageId: string | undefined): Place | undefined {
  const [name, encoded, ...rest] = (subPageId ?? '').split('/');
  const list = listNames.find((candidate) => candidate === name);
  if (list === undefined || encoded === undefined || encoded === '' || rest.length > 0) return undefined;
  try {
    return { list, id: decodeURIComponent(encoded) };
  } catch {
    return undefined;
  }
}

/**
 * A link that opens this very delegation in Teams.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function toDeepLink({ appId, pageId }: HostContext, clientId: string, { list, id }: Place): string {
  const url = new URL(
    `https://teams.microsoft.com/l/entity/${appId ?? clientId}/${encodeURIComponent(pageId)}`,
  );
  url.searchParams.set('context', JSON.stringify({ subEntityId: `${list}/${encodeURIComponent(id)}` }));
  return url.href;
}
