import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  confirmationsPerPage,
  type Confirmation,
  type ConfirmationPage,
} from '../../contract/confirmation.js';
import { listNames } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { allConfirmationsPath, confirmationRoute, confirmationsPath } from '../../contract/paths.js';
import { callerOf } from '../caller/requireCaller.js';
import { listDelegations } from '../graph/delegationSettings.js';
import { fingerprint } from '../graph/fingerprint.js';
import { Problem } from '../Problem.js';
import {
  deleteConfirmations,
  findConfirmation,
  pageConfirmations,
  parseCursor,
  saveConfirmation,
  type Cursor,
} from '../store/confirmations.js';
import type { Store } from '../store/store.js';

const confirmationBody = z.object({ fingerprint: z.string().min(1).max(128) });

/** Confirming a list, what was confirmed, and forgetting all of it. Answers and problems: `contract/`. */
export function confirmationRoutes(api: FastifyInstance, store: Store): void {
  for (const list of listNames) {
    api.get<{ Querystring: Readonly<Record<string, unknown>> }>(
      confirmationsPath(list),
      async (request): Promise<ConfirmationPage> => {
        const limit = requireLimit(request.query['limit']);
        const before = requireCursor(request.query['before']);
        const { user } = callerOf(request);
        return await store.use((database) =>
          pageConfirmations(database, user, list, { limit, before, since: store.keptSince() }),
        );
      },
    );

    api.put<{ Params: { id: string } }>(
      confirmationRoute(list),
      async (request, reply): Promise<Confirmation> => {
        const id = requireConfirmationId(request.params.id);
        const seen = requireFingerprint(request.body);
        const { user, graph } = callerOf(request);
        // Sent again: whatever the list is by now, it was confirmed.
        const known = await store.use((database) => findConfirmation(database, user, list, id));
        if (known !== undefined) return known;

        const entries = await listDelegations(graph, list);
        const read = fingerprint(entries);
        if (read !== seen) {
          throw new Problem(
            { code: 'list_changed' },
            'The list is not what it was when you looked at it. Look at it again, then confirm.',
          );
        }
        const { confirmation, isNew } = await store.use((database) =>
          saveConfirmation(database, user, list, id, { fingerprint: read, entries }, new Date()),
        );
        void reply.status(isNew ? 201 : 200);
        return confirmation;
      },
    );
  }

  api.delete(allConfirmationsPath, async (request, reply) => {
    const { user } = callerOf(request);
    await store.use((database) => deleteConfirmations(database, user));
    return await reply.status(204).send();
  });
}

function requireConfirmationId(id: string): string {
  if (isGuid(id)) return id.toLowerCase();
  throw new Problem({ code: 'invalid_id' }, 'The id of a confirmation is a GUID.');
}

function requireFingerprint(body: unknown): string {
  const parsed = confirmationBody.safeParse(body);
  if (parsed.success) return parsed.data.fingerprint;
  throw new Problem({ code: 'invalid_request' }, 'Send the fingerprint of the list: { "fingerprint": "…" }.');
}

function requireLimit(limit: unknown): number {
  if (limit === undefined) return confirmationsPerPage.default;
  const number = typeof limit === 'string' && /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (number >= 1 && number <= confirmationsPerPage.most) return number;
  throw new Problem(
    { code: 'invalid_request' },
    `limit is a whole number from 1 to ${confirmationsPerPage.most}.`,
  );
}

function requireCursor(before: unknown): Cursor | undefined {
  if (before === undefined) return undefined;
  const cursor = typeof before === 'string' ? parseCursor(before) : undefined;
  if (cursor !== undefined) return cursor;
  throw new Problem({ code: 'invalid_request' }, 'before is what the page before gave as next.');
}
