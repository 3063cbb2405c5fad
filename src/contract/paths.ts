import type { ListName } from './delegation.js';

/** The scope of our own API that an SSO token must carry. */
export const ssoScope = 'access_as_user';

/** Addresses of the API. `…Route` is a template as the server registers it; `…Path` is that template filled in. */
export const listPath = (list: ListName) => `/api/${list}` as const;

export const delegationRoute = (list: ListName) => `${listPath(list)}/:id` as const;

export const delegationPath = (list: ListName, id: string): string => fillId(delegationRoute(list), id);

export const peopleRoute = '/api/people';

export const peoplePath = (ids: readonly string[]): string => `${peopleRoute}?${toQuery(ids)}`;

/** Names of the people in confirmations who are in no list any more. */
export const profilesRoute = '/api/profiles';

export const profilesPath = (ids: readonly string[]): string => `${profilesRoute}?${toQuery(ids)}`;

/** What the caller themself is licensed for. */
export const mePath = '/api/me';

/** Whether the caller is told in Teams when something changes. */
export const notificationsPath = '/api/notifications';

export const allConfirmationsPath = '/api/confirmations';

export const confirmationsPath = (list: ListName) => `${allConfirmationsPath}/${list}` as const;

export const confirmationRoute = (list: ListName) => `${confirmationsPath(list)}/:id` as const;

export const confirmationPath = (list: ListName, id: string): string => fillId(confirmationRoute(list), id);

const fillId = (route: string, id: string): string => route.replace(':id', () => encodeURIComponent(id));

const toQuery = (ids: readonly string[]): string => ids.map((id) => `id=${encodeURIComponent(id)}`).join('&');

/** For whoever watches over the server: does the process answer, and can it serve? */
export const health = { alive: '/healthz', ready: '/readyz' } as const;

/** Pages that a person opens; `authStart` and `authEnd` are the consent pop-up's. */
export const pages = {
  home: '/',
  tab: '/tab',
  authStart: '/auth/start',
  authEnd: '/auth/end',
  privacy: '/privacy',
  terms: '/terms',
} as const;

/** Names the one correlation id of a request, both ways. */
export const correlationIdHeader = 'x-correlation-id';
