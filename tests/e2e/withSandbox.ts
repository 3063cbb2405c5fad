import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { allConfirmationsPath, confirmationsPath, notificationsPath } from '../../src/contract/paths.js';

type Tenant = {
  readonly tabEndpoint: string;
  readonly authorityHost: string;
  readonly people: readonly { readonly id: string; readonly alias: string }[];
};

/** A running sandbox: Teams' window, tenant and server. */
export type Sandbox = Awaited<ReturnType<typeof connectToSandbox>>;

/** @param url address of the host's window, which ends with a slash */
export async function connectToSandbox(url: string) {
  const tenant = (await (await fetch(`${url}tenant.json`)).json()) as Tenant;
  const idOf = (alias: string) => tenant.people.find((person) => person.alias === alias)?.id ?? '';
  const json = { 'content-type': 'application/json' };
  const signedIn = new Set<string>();

  /** Sends a request to the server as a user. */
  const callApi = async (alias: string, path: string, method = 'GET', body?: object): Promise<Response> => {
    const answer = await fetch(`${url}sso-token?user=${idOf(alias)}`);
    const { token } = (await answer.json()) as { readonly token: string };
    return await fetch(`${tenant.tabEndpoint}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && json) },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  return {
    url,
    tenant,
    callApi,
    /** Restores the tenant, and erases what the users that were signed in have stored. */
    reset: async (): Promise<void> => {
      await fetch(`${url}reset`, { method: 'POST' });
      for (const alias of signedIn) {
        await callApi(alias, allConfirmationsPath, 'DELETE');
        await callApi(alias, notificationsPath, 'PUT', { on: false });
      }
      signedIn.clear();
    },
    /** Changes a user's lists: takes a right, or ends a delegation. */
    change: async (alias: string, what: 'right' | 'end'): Promise<void> => {
      const body = JSON.stringify({ user: idOf(alias), what });
      await fetch(`${url}change`, { method: 'POST', headers: json, body });
    },
    /** Returns the address of the host's window with a user signed in. */
    toHostUrl: (alias: string, look: Readonly<Record<string, string>> = {}): string => {
      signedIn.add(alias);
      return `${url}?${new URLSearchParams({ user: idOf(alias), ...look }).toString()}`;
    },
  };
}

/** Starts the same processes as `npm start`, on free ports. Tests read more often than the rate limit allows a user. */
export async function withSandbox(use: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['dist/sandbox/main.js'], {
    env: { ...process.env, RATE_LIMIT_PER_MINUTE: '0', PORT: '0', SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const sandbox = await connectToSandbox(await readUrl(child));
  // The embedded database is created at the first start, which takes seconds.
  while (!(await sandbox.callApi('amina', confirmationsPath('delegates'))).ok)
    await new Promise((resolve) => setTimeout(resolve, 200));
  await use(sandbox);
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function readUrl({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    const url = /Open {2}(\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The sandbox did not start: ${text}`);
}
