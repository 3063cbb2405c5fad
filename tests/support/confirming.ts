import { randomUUID } from 'node:crypto';
import { people } from '../../src/sandbox/tenant.js';
import type { Served } from './serverProcess.js';
import { toAnswer, type Answer } from './startServer.js';

export const idOf = (alias: string): string => people.find((person) => person.alias === alias)?.id ?? '';

export const idsIn = ({ body }: Answer): string[] =>
  (body['value'] as { readonly id: string }[]).map(({ id }) => id);

let confirmed = 0;

/** Returns a different choice on each call, so that no confirmation equals the previous one. */
const chooseWrong = (ids: readonly string[]): string[] => {
  confirmed += 1;
  return ids.filter((_, index) => Math.floor(confirmed / 2 ** index) % 2 === 1);
};

/** Sends requests to a server as a demo person. */
export function as(server: Pick<Served, 'origin' | 'sandbox'>, alias = 'amina') {
  let token: string | undefined;
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    token ??= await server.sandbox.ssoToken({}, { objectId: idOf(alias) });
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
  const read = async (list: string) => {
    const answer = await ask('GET', `/api/${list}`);
    return {
      fingerprint: String(answer.body['fingerprint']),
      ids: answer.status === 200 ? idsIn(answer) : [],
    };
  };
  const fingerprint = async (list = 'delegators') => (await read(list)).fingerprint;
  return {
    ask,
    fingerprint,
    /** Sends a confirmation that differs from the previous one, unless `more` contains `wrong`. */
    confirm: async (list = 'delegators', id: string = randomUUID(), more: object = {}) => {
      const { fingerprint: seen, ids } = await read(list);
      const body = { fingerprint: seen, wrong: chooseWrong(ids), ...more };
      return await ask('PUT', `/api/confirmations/${list}/${id}`, body);
    },
    history: async (list = 'delegators', query = '') =>
      await ask('GET', `/api/confirmations/${list}${query}`),
    forget: () => ask('DELETE', '/api/confirmations'),
  };
}
