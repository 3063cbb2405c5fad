import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  confirmationsPerPage,
  type Confirmation,
  type ConfirmationPage,
  type ConfirmedEntry,
  type CounterpartsAnswer,
} from '../../contract/confirmation.js';
import { listNames } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import {
  allConfirmationsPath,
  confirmationRoute,
  confirmationsPath,
  counterpartsRoute,
} from '../../contract/paths.js';
import { callerOf } from '../caller/requireCaller.js';
import type { Confirmations } from '../confirmations/createConfirmations.js';
import { parseCursor } from '../confirmations/cursor.js';
import { findRightsSeen, listDelegations, type DelegationSettings } from '../graph/delegationSettings.js';
import type { ListReads } from '../notifications/createNotifications.js';
import { Problem } from '../Problem.js';
import { parseRequest, requirePeopleIds, type PeopleQuery } from './requestInput.js';

const confirmationBody = z.object({
  fingerprint: z.string().min(1).max(128),
  wrong: z.array(z.string()).default([]),
  shared: z.boolean().default(false),
});

const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(confirmationsPerPage.most))
    .default(confirmationsPerPage.default),
  before: z
    .string()
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
});

export function confirmationRoutes(
  api: FastifyInstance,
  confirmations: Confirmations,
  listReads: ListReads | undefined,
): void {
  for (const list of listNames) {
    api.get(confirmationsPath(list), async (request): Promise<ConfirmationPage> => {
      const { limit, before } = parseRequest(
        pageQuery,
        request.query,
        `\`limit\` must be a whole number from 1 to ${confirmationsPerPage.most}, \`before\` the \`next\` cursor of a previous page.`,
      );
      return await confirmations.page(callerOf(request), list, { limit, before });
    });

    api.get<PeopleQuery>(counterpartsRoute(list), async (request): Promise<CounterpartsAnswer> => {
      const ids = requirePeopleIds(request.query.id);
      return { value: await confirmations.counterparts(callerOf(request), list, ids) };
    });

    api.put<{ Params: { id: string } }>(
      confirmationRoute(list),
      async (request, reply): Promise<Confirmation> => {
        const id = requireConfirmationId(request.params.id);
        const { fingerprint, wrong, shared } = parseRequest(
          confirmationBody,
          request.body,
          'Send the fingerprint of the list, the ids in it that are not right, and whether to share this: { "fingerprint": "…", "wrong": ["…"], "shared": true }.',
        );
        const caller = callerOf(request);
        const saved = await confirmations.confirm(caller, list, id, async () => {
          const readAtMs = Date.now();
          const delegations = await listDelegations(caller.graph, list);
          const entries = toEntries(delegations, fingerprint, wrong);
          // The fingerprint proves that the user has seen this list, even if the response gets lost.
          listReads?.record({ user: caller.user, kind: 'shown', list, entries: delegations, readAtMs });
          return { fingerprint, shared, entries };
        });
        void reply.status(saved.isNew ? 201 : 200);
        return saved.confirmation;
      },
    );
  }

  api.delete(allConfirmationsPath, async (request, reply) => {
    await confirmations.forget(callerOf(request));
    return await reply.status(204).send();
  });
}

/** Returns the entries to store, without rights that the user has not seen. Throws Problem `list_changed`, `invalid_request`. */
function toEntries(
  delegations: readonly DelegationSettings[],
  seen: string,
  wrong: readonly string[],
): readonly ConfirmedEntry[] {
  const rightsSeen = findRightsSeen(seen, delegations);
  if (rightsSeen === undefined) {
    throw new Problem(
      { code: 'list_changed' },
      'The list has changed since you saw it. Review it, then confirm again.',
    );
  }
  const ids = new Set(delegations.map(({ id }) => id));
  if (!wrong.every((id) => ids.has(id)))
    throw new Problem({ code: 'invalid_request' }, '`wrong` contains an id that is not in the list.');
  return delegations.map(({ id, isActive, allowedActions }) => ({
    id,
    isActive,
    allowedActions: Object.fromEntries(rightsSeen.map((right) => [right, allowedActions[right]])),
    isRight: !wrong.includes(id),
  }));
}

function requireConfirmationId(id: string): string {
  if (isGuid(id)) return id.toLowerCase();
  throw new Problem({ code: 'invalid_id' }, 'The id of a confirmation must be a GUID.');
}
