import type { ListName } from './delegation.js';

/** The scope of our own API that an SSO token must carry. */
export const ssoScope = 'access_as_user';

export const listPath = (list: ListName): string => `/api/${list}`;

export const delegationPath = (list: ListName, id: string): string =>
  `/api/${list}/${encodeURIComponent(id)}`;

export const peoplePath = (ids: readonly string[]): string =>
  `/api/people?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`;

/** Pages that a person opens; `authStart` and `authEnd` are the consent pop-up's. */
export const pages = {
  tab: '/tab',
  authStart: '/auth/start',
  authEnd: '/auth/end',
  privacy: '/privacy',
  terms: '/terms',
} as const;

/** Names the one correlation id of a request, both ways. */
export const correlationIdHeader = 'x-correlation-id';
