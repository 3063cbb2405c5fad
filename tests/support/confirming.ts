import { randomUUID } from 'node:crypto';
import { people } from '../../src/sandbox/tenant.js';
import type { Served } from './serverProcess.js';
import { toAnswer, until, type Answer } from './startServer.js';

export const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';

export const idsIn = ({ body }: Answer): string[] =>
  (body['value'] as { readonly id: string }[]).map(({ id }) => id);

export type Confirming = ReturnType<typeof as>;

/** A demo person's own way to a server. */
export function as(server: Pick<Served, 'origin' | 'sandbox'>, alias = 'amina') {
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const token = await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
    return await toAnswer(
      await fetch(`${server.origin}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  };
  const fingerprint = async (list = 'delegators') =>
    String((await ask('GET', `/api/${list}`)).body['fingerprint']);
  return {
    ask,
    fingerprint,
    confirm: async (list = 'delegators', id: string = randomUUID(), more: object = {}) =>
      await ask('PUT', `/api/confirmations/${list}/${id}`, { fingerprint: await fingerprint(list), ...more }),
    history: async (list = 'delegators', query = '') =>
      await ask('GET', `/api/confirmations/${list}${query}`),
    forget: () => ask('DELETE', '/api/confirmations'),
  };
}

/** Every id that is stored, page by page. */
export async function allIds({ history }: Confirming, list = 'delegators'): Promise<Set<string>> {
  const ids = new Set<string>();
  let before = '';
  for (;;) {
    const page = await history(list, `?limit=100${before}`);
    for (const id of idsIn(page)) ids.add(id);
    const next = page.body['next'];
    if (typeof next !== 'string') return ids;
    before = `&before=${encodeURIComponent(next)}`;
  }
}

/** Confirms over and over, with several requests at once, until told to stop; gives the ids that were acknowledged. */
export function keepConfirming({ ask, fingerprint }: Confirming, atOnce = 4) {
  const acknowledged: string[] = [];
  let isOver = false;
  const seen = fingerprint();
  const writing = Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (!isOver) {
        const id = randomUUID();
        const answer = await ask('PUT', `/api/confirmations/delegators/${id}`, {
          fingerprint: await seen,
        }).catch(() => undefined);
        if (answer?.status === 201) acknowledged.push(id);
        if (answer === undefined) return;
      }
    }),
  );
  return {
    acknowledged,
    reaches: (count: number) =>
      until(() => acknowledged.length >= count).catch((error: unknown) => {
        isOver = true;
        throw error;
      }),
    /** Lets those that are under way end. */
    stop: async () => {
      isOver = true;
      await writing;
    },
  };
}
