import type { ListName } from './delegation.js';

/** The scope of our own API that an SSO token must carry. */
export const ssoScope = 'access_as_user';

export const listPath = (list: ListName): string => `/api/${list}`;

export const delegationPath = (list: ListName, id: string): string =>
  `/api/${list}/${encodeURIComponent(id)}`;

export const peoplePath = (ids: readonly string[]): string =>
  `/api/people?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`;

/** Names of the people in confirmations who are in no list any more. */
export const profilesPath = (ids: readonly string[]): string =>
  `/api/profiles?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`;

/** What the caller themself is licensed for. */
export const mePath = '/api/me';

export const allConfirmationsPath = '/api/confirmations';

export const confirmationsPath = (list: ListName): string => `${allConfirmationsPath}/${list}`;

export const confirmationPath = (list: ListName, id: string): string => `${confirmationsPath(list)}/${id}`;

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
