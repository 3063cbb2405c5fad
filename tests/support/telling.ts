import { teamsAppId } from '../../src/sandbox/tenant.js';
import { allowed } from '../../src/sandbox/tenant/DemoDelegation.js';
import type { Right } from '../../src/contract/delegation.js';
import type { Served } from './serverProcess.js';
import { as, idOf } from './confirming.js';
import { toAnswer, type Answer } from './startServer.js';

/** What a server needs to tell people. */
export const noticesEnv = { NOTIFICATIONS: 'on', TEAMS_APP_ID: teamsAppId };

type Server = Pick<Served, 'origin' | 'sandbox'>;

/** As the tab turns it on, in a language. */
export async function turnOn(server: Server, alias: string, language = 'en'): Promise<Answer> {
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

/** An executive gives a delegate these rights and no others. */
export function give(server: Server, from: string, to: string, ...held: Right[]): void {
  const { state } = server.sandbox;
  state.delegations = state.delegations.map((delegation) =>
    delegation.delegatorId === idOf(from) && delegation.delegateId === idOf(to)
      ? { ...delegation, allowedActions: allowed(...held) }
      : delegation,
  );
}

/** Somebody looks at one of their lists. */
export const open = (server: Server, alias: string, list: string): Promise<Answer> =>
  as(server, alias).ask('GET', `/api/${list}`);

/** What stands in somebody's activity feed. */
export const feedOf = (server: Server, alias: string) =>
  server.sandbox.state.teamsApp.activities.filter(({ userId }) => userId === idOf(alias));

/** How often Graph was asked to tell somebody something. */
export const attemptsIn = (server: Server) =>
  server.sandbox.graph.requests.filter(({ path }) => path.endsWith('/sendActivityNotification'));
