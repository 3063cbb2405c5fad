import type { FastifyInstance } from 'fastify';
import type { Me } from '../../contract/me.js';
import { mePath } from '../../contract/paths.js';
import { callerOf } from '../caller/requireCaller.js';
import { getTeamsPhone } from '../graph/me.js';

/** What the caller themself is licensed for. Whatever Graph says or does not say, this is an answer. */
export function meRoutes(api: FastifyInstance): void {
  api.get(mePath, async (request): Promise<Me> => ({
    teamsPhone: await getTeamsPhone(callerOf(request).graph),
  }));
}
