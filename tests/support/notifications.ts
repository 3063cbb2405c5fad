import { teamsAppId } from '../../src/sandbox/tenant.js';
import { allowed } from '../../src/sandbox/tenant/delegations.js';
import type { Right } from '../../src/contract/delegation.js';
import type { Served } from './serverProcess.js';
import { as, idOf } from './confirming.js';
import { toAnswer, type Answer } from './startServer.js';

/** Environment of a server with notifications. */
export const notificationsEnv = { NOTIFICATIONS: 'on', TEAMS_APP_ID: teamsAppId };

type Server = Pick<Served, 'origin' | 'sandbox'>;

/** Subscribes a demo person to notifications, as the tab does. */
export async function subscribe(server: Server, alias: string, language = 'en'): Promise<Answer> {
  const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
  return await toAnswer(
    await fetch(`${server.origin}/api/notifications`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': language,
      },
      body: '{"on":true}',
    }),
  );
}

/** Replaces the rights that one demo person grants another. */
export function give(server: Server, from: string, to: string, ...held: Right[]): void {
  const { state } = server.sandbox;
  state.delegations = state.delegations.map((delegation) =>
    delegation.delegatorId === idOf(from) && delegation.delegateId === idOf(to)
      ? { ...delegation, allowedActions: allowed(...held) }
      : delegation,
  );
}

/** Reads one of a demo person's lists. */
export const open = (server: Server, alias: string, list: string): Promise<Answer> =>
  as(server, alias).ask('GET', `/api/${list}`);

/** Returns the activity feed of a demo person. */
export const feedOf = (server: Server, alias: string) =>
  server.sandbox.state.teamsApp.activities.filter(({ userId }) => userId === idOf(alias));

/** Returns all requests to Graph that send a notification. */
export const attemptsIn = (server: Server) =>
  server.sandbox.graph.requests.filter(({ path }) => path.endsWith('/sendActivityNotification'));
