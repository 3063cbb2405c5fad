import type { ListName } from './delegation.js';

/** Scope of this app's API that an SSO token must contain. */
export const ssoScope = 'access_as_user';

/** Paths of the API. `…Route` is a Fastify route template; `…Path` is a path with its parameters filled in. */
export const listPath = (list: ListName) => `/api/${list}` as const;

export const delegationRoute = (list: ListName) => `${listPath(list)}/:id` as const;

export const delegationPath = (list: ListName, id: string): string => fillId(delegationRoute(list), id);

export const peopleRoute = '/api/people';

export const peoplePath = (ids: readonly string[]): string => `${peopleRoute}?${toQuery(ids)}`;

/** Names of people who appear in confirmations but no longer in a list. */
export const profilesRoute = '/api/profiles';

export const profilesPath = (ids: readonly string[]): string => `${profilesRoute}?${toQuery(ids)}`;

export const mePath = '/api/me';

export const notificationsPath = '/api/notifications';

export const allConfirmationsPath = '/api/confirmations';

export const confirmationsPath = (list: ListName) => `${allConfirmationsPath}/${list}` as const;

export const confirmationRoute = (list: ListName) => `${confirmationsPath(list)}/:id` as const;

export const confirmationPath = (list: ListName, id: string): string => fillId(confirmationRoute(list), id);

/** Shared entries about the caller, by the people in this list of the caller. */
export const counterpartsRoute = (list: ListName) => `/api/counterparts/${list}` as const;

export const counterpartsPath = (list: ListName, ids: readonly string[]): string =>
  `${counterpartsRoute(list)}?${toQuery(ids)}`;

const fillId = (route: string, id: string): string => route.replace(':id', () => encodeURIComponent(id));

const toQuery = (ids: readonly string[]): string => ids.map((id) => `id=${encodeURIComponent(id)}`).join('&');

/** Liveness and readiness probes. */
export const health = { alive: '/healthz', ready: '/readyz' } as const;

/** HTML pages. `authStart` and `authEnd` belong to the sign-in window. */
export const pages = {
  home: '/',
  tab: '/tab',
  authStart: '/auth/start',
  authEnd: '/auth/end',
  privacy: '/privacy',
  terms: '/terms',
} as const;

/** Carries the correlation id in requests and responses. */
export const correlationIdHeader = 'x-correlation-id';
