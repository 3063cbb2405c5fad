import { randomUUID } from 'node:crypto';
import { listNames, type ListName } from '../../contract/delegation.js';
import { allConfirmationsPath, confirmationPath, confirmationsPath, listPath } from '../../contract/paths.js';

/** Milliseconds that a store may take to open. */
const storeMs = 60_000;

export type Tenant = {
  /** Where the tab and the pages that stand alone are served. */
  readonly tabEndpoint: string;
  readonly people: readonly { readonly id: string; readonly alias: string }[];
};

/** What happens in the pretend tenant before somebody looks: all of it over HTTP, in their name. */
export type Preparation = {
  /** Waits until confirmations can be kept: a store that is just being made is nothing to look at. */
  readonly untilStoreIsOpen: () => Promise<void>;
  /** The list with which the page opens for them, and who is in it. */
  readonly firstList: () => Promise<{ readonly list: ListName; readonly ids: readonly string[] }>;
  /** They confirm what they have; afterwards a right changes and a delegation ends. */
  readonly confirmThenChange: () => Promise<void>;
  /** Everything as it began, and nothing confirmed. */
  readonly startOver: () => Promise<void>;
};

type List = { readonly value: readonly { readonly id: string }[]; readonly fingerprint: string };

export const readTenant = async (sandboxUrl: string): Promise<Tenant> =>
  (await (await fetch(`${sandboxUrl}tenant.json`)).json()) as Tenant;

/** @param user object id of whoever looks */
export function prepare(sandboxUrl: string, { tabEndpoint }: Tenant, user: string): Preparation {
  const ask = async (path: string, method = 'GET', body?: object): Promise<Response> => {
    const { token } = (await (await fetch(`${sandboxUrl}sso-token?user=${user}`)).json()) as {
      token: string;
    };
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
    return await fetch(`${tabEndpoint}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  const readList = async (list: ListName) => (await (await ask(listPath(list))).json()) as Partial<List>;
  const post = (path: string, body: object) =>
    fetch(`${sandboxUrl}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const startOver = async () => {
    await post('reset', {});
    await ask(allConfirmationsPath, 'DELETE');
  };

  return {
    untilStoreIsOpen: async () => {
      const endMs = Date.now() + storeMs;
      while ((await ask(confirmationsPath('delegators'))).status === 503 && Date.now() < endMs)
        await new Promise((resolve) => setTimeout(resolve, 200));
    },
    firstList: async () => {
      for (const list of ['delegators', 'delegates'] as const) {
        const ids = ((await readList(list)).value ?? []).map(({ id }) => id);
        if (ids.length > 0) return { list, ids };
      }
      return { list: 'delegators', ids: [] };
    },
    confirmThenChange: async () => {
      await startOver();
      for (const list of listNames) {
        const { fingerprint } = await readList(list);
        if (fingerprint !== undefined)
          await ask(confirmationPath(list, randomUUID()), 'PUT', { fingerprint });
      }
      for (const what of ['right', 'end']) await post('change', { user, what });
    },
    startOver,
  };
}
