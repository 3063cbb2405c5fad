import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rights } from '../contract/delegation.js';
import { languages } from '../contract/languages.js';
import { applyNotificationState, listActivities } from './activities.js';
import { listen, readBody, sendJson, type RunningServer } from './httpServer.js';
import type { NestedAppAuth, TokenParams } from './nestedAppAuth.js';
import type { SandboxState, SignInSettings } from './state.js';
import { clientId, companyName, tenantId } from './tenant.js';
import type { DemoDelegation } from './tenant/DemoDelegation.js';
import { usernameOf } from './tenant/DemoPerson.js';

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

type NestedRequest = { readonly user: string; readonly method: string; readonly tokenParams: TokenParams };

const hostFiles: Readonly<Record<string, string>> = {
  '/': 'text/html; charset=utf-8',
  '/host.css': 'text/css; charset=utf-8',
  '/host.js': 'text/javascript; charset=utf-8',
};

/**
 * Serves the page that emulates Teams, and the endpoints of that page. The page frames the tab and speaks
 * teams-js with it.
 */
export async function startTeamsHost(
  options: TeamsHostOptions,
): Promise<RunningServer & { readonly reload: () => void }> {
  const { state } = options;
  const openPages = new Set<ServerResponse>();
  const server = await listen(
    async (request, response, url) => {
      const type = hostFiles[url.pathname];
      if (type !== undefined) {
        const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
        response
          .writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
          .end(await readHostFile(file));
      } else if (url.pathname === '/tenant.json') {
        const people = [...state.people.values()].map((person) => ({
          ...person,
          username: usernameOf(person),
        }));
        sendJson(response, 200, {
          tenantId,
          clientId,
          companyName,
          authorityHost: options.authorityHost,
          tabEndpoint: options.tabEndpoint,
          reloads: options.reloads,
          people,
          languages: languages.map(({ tag, name }) => ({ locale: toHostLocale(tag), name })),
        });
      } else if (url.pathname === '/reload') {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
        openPages.add(response);
        response.once('close', () => openPages.delete(response));
      } else if (url.pathname === '/sso-token') {
        const { searchParams } = url;
        const token = await options.ssoToken(searchParams.get('user') ?? '', searchParams.getAll('claims'));
        sendJson(response, 200, { token });
      } else if (url.pathname === '/nested-app-auth' && request.method === 'POST') {
        const { user, method, tokenParams } = JSON.parse(await readBody(request)) as NestedRequest;
        sendJson(response, 200, await options.nestedAppAuth.request(user, method, tokenParams));
      } else if (url.pathname === '/nested-app-auth') {
        sendJson(response, 200, {
          outcome: options.nestedAppAuth.outcome(url.searchParams.get('id') ?? ''),
        });
      } else if (url.pathname === '/sign-in' && request.method === 'POST') {
        state.signIn = JSON.parse(await readBody(request)) as SignInSettings;
        sendJson(response, 200, {});
      } else if (url.pathname === '/reset' && request.method === 'POST') {
        state.reset();
        sendJson(response, 200, {});
      } else if (url.pathname === '/change' && request.method === 'POST') {
        const { user, what } = JSON.parse(await readBody(request)) as { user: string; what: 'right' | 'end' };
        sendJson(response, 200, { words: what === 'end' ? endOne(state, user) : changeRight(state, user) });
      } else if (url.pathname === '/activities') {
        const { user = '', locale = '' } = Object.fromEntries(url.searchParams);
        sendJson(response, 200, await listActivities(state.teamsApp, user, locale));
      } else if (url.pathname === '/notifications' && request.method === 'POST') {
        const requested = JSON.parse(await readBody(request)) as { user: string; state: string };
        applyNotificationState(state.teamsApp, requested.user, requested.state);
        sendJson(response, 200, {});
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
