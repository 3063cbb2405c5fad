import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listNames } from '../../contract/delegation.js';
import { matchLanguage } from '../../contract/languages.js';
import type { Notifications } from '../../contract/notifications.js';
import { notificationsPath } from '../../contract/paths.js';
import { callerOf, type Caller } from '../caller/requireCaller.js';
import { listDelegations } from '../graph/delegationSettings.js';
import type { Notices } from '../notices/Notices.js';
import type { Sightings } from '../notices/sightings.js';
import { Problem } from '../Problem.js';
import { acceptedLanguages } from './acceptedLanguages.js';

export type Noticing = { readonly notices: Notices; readonly sightings: Sightings };

const notificationsBody = z.object({ on: z.boolean() });

/**
 * Routes to read, start and end the caller's subscription. Notifications use the language of the request that starts it.
 * @param noticing undefined: notifications are off
 */
export function notificationRoutes(api: FastifyInstance, noticing: Noticing | undefined): void {
  const answer = async ({ scope, user }: Caller): Promise<Notifications> => {
    const wish = await noticing?.notices.find(scope, user);
    return { available: noticing !== undefined, on: wish !== undefined, problem: wish?.problem ?? null };
  };

  api.get(notificationsPath, (request): Promise<Notifications> => answer(callerOf(request)));

  api.put(notificationsPath, async (request): Promise<Notifications> => {
    if (noticing === undefined) throw new Problem({ code: 'not_found' }, 'This server tells nobody.');
    const body = notificationsBody.safeParse(request.body);
    if (!body.success)
      throw new Problem({ code: 'invalid_request' }, 'Send { "on": true } or { "on": false }.');
    const caller = callerOf(request);
    if (body.data.on) {
      const language = matchLanguage(acceptedLanguages(request.raw));
      if (await noticing.notices.turnOn(caller.scope, caller.user, language)) await seeBoth(caller, noticing);
    } else {
      await noticing.notices.turnOff(caller.scope, caller.user);
    }
    return await answer(caller);
  });
}

/** Records both lists as the baseline for later changes. If a list cannot be read now, its next reading is the baseline. */
async function seeBoth({ graph, user: reader, scope }: Caller, { notices }: Noticing): Promise<void> {
  await Promise.allSettled(
    listNames.map(async (list) => {
      const readAtMs = Date.now();
      const entries = await listDelegations(graph, list);
      await notices.sight(scope, { reader, reading: 'shown', list, entries, readAtMs });
    }),
  );
}
