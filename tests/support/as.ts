import { randomUUID } from 'node:crypto';
import type { Right } from '../../src/contract/delegation.js';
import { people, teamsAppId } from '../../src/sandbox/tenant.js';
import { allowed } from '../../src/sandbox/tenant/delegations.js';
import { toAnswer, type Answer, type TestServer } from './startServer.js';

/** A running server, in this process or in another. */
type Server = Pick<TestServer, 'origin' | 'sandbox'>;

/** Environment of a server with notifications. */
export const notificationsEnv = { NOTIFICATIONS: 'on', TEAMS_APP_ID: teamsAppId };

export const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';

export const idsIn = ({ body }: Answer): string[] =>
  (body['value'] as { readonly id: string }[]).map(({ id }) => id);

let confirmed = 0;

/** Returns a different choice on each call, so that no confirmation equals the previous one. */
const chooseWrong = (ids: readonly string[]): string[] => {
  confirmed += 1;
  return ids.filter((_, index) => Math.floor(confirmed / 2 ** index) % 2 === 1);
};

/** Sends requests to a server as a demo person. All have the same token. */
export function as(server: Server, alias = 'amina') {
  let token: Promise<string> | undefined;
  const getToken = () => (token ??= server.sandbox.ssoToken({}, { objectId: idOf(alias) }));
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> =>
    await toAnswer(
      await fetch(`${server.origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await getToken()}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...more,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  const get = (path: string) => ask('GET', path);
  const read = async (list: string) => {
    const answer = await get(`/api/${list}`);
    return {
      fingerprint: String(answer.body['fingerprint']),
      ids: answer.status === 200 ? idsIn(answer) : [],
    };
  };
  return {
    getToken,
    ask,
    get,
    fingerprint: async (list = 'delegators') => (await read(list)).fingerprint,
    /** Sends a confirmation that differs from the previous one, unless `more` contains `wrong`. */
    confirm: async (list = 'delegators', id: string = randomUUID(), more: object = {}) => {
      const { fingerprint, ids } = await read(list);
      const body = { fingerprint, wrong: chooseWrong(ids), ...more };
      return await ask('PUT', `/api/confirmations/${list}/${id}`, body);
    },
    history: (list = 'delegators', query = '') => get(`/api/confirmations/${list}${query}`),
    forget: () => ask('DELETE', '/api/confirmations'),
    /** Subscribes to notifications, as the tab does. */
    subscribe: (language = 'en') =>
      ask('PUT', '/api/notifications', { on: true }, { 'accept-language': language }),
    /** Replaces the rights that this person grants another. */
    give: (to: string, ...held: Right[]) => {
      const { state } = server.sandbox;
      state.delegations = state.delegations.map((delegation) =>
        delegation.delegatorId === idOf(alias) && delegation.delegateId === idOf(to)
          ? { ...delegation, allowedActions: allowed(...held) }
          : delegation,
      );
    },
    /** Returns the person's activity feed in Teams. */
    feed: () => server.sandbox.state.activities.filter(({ userId }) => userId === idOf(alias)),
  };
}
