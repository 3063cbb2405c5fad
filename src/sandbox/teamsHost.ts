import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rights } from '../contract/delegation.js';
import { languages } from '../contract/languages.js';
import { listActivities } from './activities.js';
import { listen, sendJson } from './httpServer.js';
import type { NestedAppAuth, TokenParams } from './nestedAppAuth.js';
import type { NotificationObstacle, SandboxState, SignInSettings } from './state.js';
import { clientId, companyName, tenantId } from './tenant.js';
import type { DemoDelegation } from './tenant/delegations.js';

export type TeamsHostOptions = {
  readonly state: SandboxState;
  readonly tabEndpoint: string;
  readonly authorityHost: string;
  readonly nestedAppAuth: NestedAppAuth;
  /** @param requested `claims` of the host's token request, which the user has satisfied */
  readonly ssoToken: (objectId: string, requested: readonly string[]) => Promise<string>;
  readonly port: number;
  readonly reloads: boolean;
};

/** All members of the bodies that the page sends. Each endpoint gets only the members that it reads. */
type Body = SignInSettings & {
  readonly user: string;
  readonly method: string;
  readonly tokenParams: TokenParams;
  readonly what: 'right' | 'end';
  readonly notifications: NotificationObstacle | 'arrive';
};

const hostFiles: Readonly<Record<string, string>> = {
  '/': 'text/html; charset=utf-8',
  '/host.css': 'text/css; charset=utf-8',
  '/host.js': 'text/javascript; charset=utf-8',
};

/**
 * Serves the page that emulates Teams, and the endpoints of that page. The page frames the tab and speaks
 * teams-js with it.
 */
export async function startTeamsHost(options: TeamsHostOptions) {
  const { state, nestedAppAuth } = options;
  const openPages = new Set<ServerResponse>();

  /** JSON answers of the host's own endpoints. */
  const endpoints: Readonly<Record<string, (query: URLSearchParams, body: Body) => unknown>> = {
    'GET /tenant.json': () => ({
      tenantId,
      clientId,
      companyName,
      authorityHost: options.authorityHost,
      tabEndpoint: options.tabEndpoint,
      reloads: options.reloads,
      people: [...state.people.values()],
      languages: languages.map(({ tag, name }) => ({ locale: toHostLocale(tag), name })),
    }),
    'GET /sso-token': async (query) => ({
      token: await options.ssoToken(query.get('user') ?? '', query.getAll('claims')),
    }),
    'POST /nested-app-auth': (_query, { user, method, tokenParams }) =>
      nestedAppAuth.request(user, method, tokenParams),
    'GET /nested-app-auth': (query) => ({ outcome: nestedAppAuth.outcome(query.get('id') ?? '') }),
    'POST /sign-in': (_query, { hasCoop, hasBrokerRedirect }) => {
      state.signIn = { hasCoop, hasBrokerRedirect };
    },
    'POST /reset': () => state.reset(),
    'POST /change': (_query, { user, what }) => ({
      words: what === 'end' ? endOne(state, user) : changeRight(state, user),
    }),
    'GET /activities': (query) =>
      listActivities(state.activities, query.get('user') ?? '', query.get('locale') ?? ''),
    'POST /notifications': (_query, { user, notifications }) => {
      if (notifications === 'arrive') state.notificationObstacles.delete(user);
      else state.notificationObstacles.set(user, notifications);
    },
  };

  const server = await listen(
    async (request, response, url) => {
      const type = hostFiles[url.pathname];
      const endpoint = endpoints[`${request.method ?? ''} ${url.pathname}`];
      if (type !== undefined) {
        const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
        response
          .writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
          .end(await readHostFile(file));
      } else if (url.pathname === '/reload') {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
        openPages.add(response);
        response.once('close', () => openPages.delete(response));
      } else if (endpoint !== undefined) {
        const body = JSON.parse((await text(request)) || '{}') as Body;
        sendJson(response, 200, (await endpoint(url.searchParams, body)) ?? {});
      } else {
        sendJson(response, 404, {});
      }
    },
    options.port,
    'localhost',
  );
  const reload = () => {
    for (const page of openPages) page.write('data: reload\n\n');
  };
  return { ...server, reload };
}

/**
 * The locale in Teams' format: with a region, in lower case. The region for Arabic has a non-Gregorian
 * calendar by default.
 */
function toHostLocale(tag: string): string {
  const { language, region = '' } = new Intl.Locale(tag).maximize();
  return `${language}-${language === 'ar' ? 'sa' : region.toLowerCase()}`;
}

const hostFolder = fileURLToPath(new URL('../../src/sandbox/host/', import.meta.url));

/** The script is bundled on each request, so a change needs no build. */
async function readHostFile(name: string): Promise<string> {
  if (name !== 'host.js') return await readFile(`${hostFolder}${name}`, 'utf8');
  const { outputFiles } = await build({
    entryPoints: [`${hostFolder}host.ts`],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Toggles a permission of the first delegation that the user is part of. */
function changeRight(state: SandboxState, user: string): string {
  const index = state.delegations.findIndex((delegation) => isPartOf(delegation, user));
  const old = state.delegations[index];
  if (old === undefined) return 'This person has no delegation to change.';
  const right = rights.find((name) => old.allowedActions[name] === true) ?? 'makeCalls';
  const held = old.allowedActions[right] !== true;
  state.delegations[index] = { ...old, allowedActions: { ...old.allowedActions, [right]: held } };
  const [delegator, delegate] = toNames(state, old);
  return `${delegator} ${held ? 'gave' : 'took'} the right “${right}” ${held ? 'to' : 'from'} ${delegate}.`;
}

/** Ends the last delegation that the user is part of. */
function endOne(state: SandboxState, user: string): string {
  const ended = state.delegations.findLast((delegation) => isPartOf(delegation, user));
  if (ended === undefined) return 'This person has no delegation to end.';
  state.delegations = state.delegations.filter((delegation) => delegation !== ended);
  const [delegator, delegate] = toNames(state, ended);
  return `${delegator} removed ${delegate} from the delegates.`;
}

const isPartOf = ({ delegatorId, delegateId }: DemoDelegation, user: string): boolean =>
  delegateId === user || delegatorId === user;

const toNames = (state: SandboxState, { delegatorId, delegateId }: DemoDelegation): readonly string[] =>
  [delegatorId, delegateId].map((id) => state.people.get(id)?.displayName ?? 'Someone');
