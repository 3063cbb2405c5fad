import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listNames } from '../../contract/delegation.js';
import { matchLanguage } from '../../contract/languages.js';
import type { NotificationStatus } from '../../contract/notifications.js';
import { notificationsPath } from '../../contract/paths.js';
import { callerOf, type Caller } from '../caller/requireCaller.js';
import { listDelegations } from '../graph/delegationSettings.js';
import type { Notifications } from '../notifications/createNotifications.js';
import { Problem } from '../Problem.js';
import { acceptedLanguages, parseRequest } from './requestInput.js';

const notificationsBody = z.object({ on: z.boolean() });

/** Notifications use the language of the request that starts the subscription. */
export function notificationRoutes(api: FastifyInstance, notifications: Notifications | undefined): void {
  const answer = async ({ deadline, user }: Caller): Promise<NotificationStatus> => {
    const subscription = await notifications?.store.findSubscription(deadline, user);
    return {
      available: notifications !== undefined,
      on: subscription !== undefined,
      problem: subscription?.problem ?? null,
    };
  };

  api.get(notificationsPath, (request): Promise<NotificationStatus> => answer(callerOf(request)));

  api.put(notificationsPath, async (request): Promise<NotificationStatus> => {
    if (notifications === undefined)
      throw new Problem({ code: 'not_found' }, 'Notifications are off on this server.');
    const { on } = parseRequest(notificationsBody, request.body, 'Send { "on": true } or { "on": false }.');
    const caller = callerOf(request);
    if (on) {
      const language = matchLanguage(acceptedLanguages(request.raw));
      if (await notifications.store.subscribe(caller.deadline, caller.user, language))
        await seeBoth(caller, notifications);
    } else {
      await notifications.store.unsubscribe(caller.deadline, caller.user);
    }
    return await answer(caller);
  });
}

/** Records both lists as the baseline for later changes. If a list cannot be read now, its next reading is the baseline. */
async function seeBoth({ graph, user, deadline }: Caller, { store }: Notifications): Promise<void> {
  await Promise.allSettled(
    listNames.map(async (list) => {
      const readAtMs = Date.now();
      const entries = await listDelegations(graph, list);
      await store.recordListRead(deadline, { user, kind: 'shown', list, entries, readAtMs });
    }),
  );
}
