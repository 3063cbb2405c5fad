import { randomUUID } from 'node:crypto';
import { confirmationPath, confirmationsPath, listPath } from '../../contract/paths.js';
import { until } from './processes.js';
import type { Tenant } from './tenant.js';

export type Person = ReturnType<typeof createPerson>;

/** Somebody of the pretend tenant, on whichever server. */
export function createPerson({ token }: Tenant) {
  const headers = { authorization: `Bearer ${token(randomUUID())}`, 'content-type': 'application/json' };
  const get = async (origin: string, path: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${origin}${path}`, { headers });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  let seen: Promise<unknown> | undefined;
  /** The status; undefined when the server is gone. */
  const confirm = async (origin: string, id: string = randomUUID()): Promise<number | undefined> => {
    try {
      seen ??= get(origin, listPath('delegates')).then(({ fingerprint }) => fingerprint);
      const answer = await fetch(`${origin}${confirmationPath('delegates', id)}`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ fingerprint: await seen }),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return undefined;
    }
  };
  return {
    confirm,
    untilConfirmed: (origin: string) => until(async () => (await confirm(origin)) === 201),
    /** Confirms, eight at once, until so many were acknowledged; then `interrupt`s. Gives all that were. */
    confirmMany: async (origin: string, count: number, interrupt: () => Promise<void>): Promise<string[]> => {
      const acknowledged: string[] = [];
      let interrupted: Promise<void> | undefined;
      const keepOn = async () => {
        while (interrupted === undefined) {
          const id = randomUUID();
          if ((await confirm(origin, id)) === 201) acknowledged.push(id);
          if (acknowledged.length >= count) interrupted ??= interrupt();
        }
      };
      await Promise.all(Array.from({ length: 8 }, keepOn));
      await interrupted;
      return acknowledged;
    },
    /** Every id that is stored. */
    allIds: async (origin: string): Promise<ReadonlySet<string>> => {
      const ids = new Set<string>();
      let before = '';
      for (;;) {
        const page = await get(origin, `${confirmationsPath('delegates')}?limit=100${before}`);
        for (const { id } of page['value'] as readonly { readonly id: string }[]) ids.add(id);
        const { next } = page;
        if (typeof next !== 'string') return ids;
        before = `&before=${encodeURIComponent(next)}`;
      }
    },
  };
}
