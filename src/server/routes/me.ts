import type { FastifyInstance } from 'fastify';
import type { Me } from '../../contract/me.js';
import { mePath } from '../../contract/paths.js';
import { callerOf } from '../caller/requireCaller.js';
import { getTeamsPhone } from '../graph/me.js';

/** Route of the caller's licence. It answers 200 even if Graph fails; the licence is then null. */
export function meRoutes(api: FastifyInstance): void {
  api.get(mePath, async (request): Promise<Me> => ({
    teamsPhone: await getTeamsPhone(callerOf(request).graph),
  }));
}
