import type { FastifyInstance } from 'fastify';
import type { Me, PeopleAnswer, ProfilesAnswer } from '../../contract/delegation.js';
import { mePath, peopleRoute, profilesRoute } from '../../contract/paths.js';
import { callerOf } from '../caller/requireCaller.js';
import { getTeamsPhone } from '../graph/me.js';
import { getPeopleExtras } from '../graph/peopleExtras.js';
import { getProfiles } from '../graph/profiles.js';
import { requirePeopleIds, type PeopleQuery } from './requestInput.js';

export function peopleRoutes(api: FastifyInstance): void {
  api.get<PeopleQuery>(peopleRoute, async (request): Promise<PeopleAnswer> => {
    const ids = requirePeopleIds(request.query.id);
    return { value: await getPeopleExtras(callerOf(request).graph, ids) };
  });

  api.get<PeopleQuery>(profilesRoute, async (request): Promise<ProfilesAnswer> => {
    const ids = requirePeopleIds(request.query.id);
    return { value: await getProfiles(callerOf(request).graph, ids) };
  });

  api.get(mePath, async (request): Promise<Me> => ({
    teamsPhone: await getTeamsPhone(callerOf(request).graph),
  }));
}
