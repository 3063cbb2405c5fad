import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  listNames,
  type Delegation,
  type DelegationList,
  type Me,
  type PeopleAnswer,
  type ProfilesAnswer,
} from '../../contract/delegation.js';
import { delegationRoute, listPath, mePath, peopleRoute, profilesRoute } from '../../contract/paths.js';
import { isDelegationId } from '../../contract/place.js';
import { callerOf } from '../caller/requireCaller.js';
import { fingerprint, getDelegation, listDelegations } from '../graph/delegationSettings.js';
import { getTeamsPhone } from '../graph/me.js';
import { getPeopleExtras } from '../graph/peopleExtras.js';
import { getProfiles, withPeople } from '../graph/profiles.js';
import type { ListReads } from '../notifications/createNotifications.js';
import { Problem } from '../Problem.js';
import { requirePeopleIds, type PeopleQuery } from './requestInput.js';

export function delegationRoutes(api: FastifyInstance, listReads: ListReads | undefined): void {
  for (const list of listNames) {
    api.get(listPath(list), async (request, reply): Promise<DelegationList> => {
      const { graph, user } = callerOf(request);
      const readAtMs = Date.now();
      const entries = await listDelegations(graph, list);
      if (listReads !== undefined) {
        reply.raw.once('close', () => {
          const kind = isShown(request, reply) ? 'shown' : 'notShown';
          listReads.record({ user, kind, list, entries, readAtMs });
        });
      }
      const value = await withPeople(graph, entries);
      return { value, fingerprint: fingerprint(value) };
    });

    api.get<{ Params: { id: string } }>(
      delegationRoute(list),
      async (request): Promise<Delegation | undefined> => {
        const { graph } = callerOf(request);
        const entry = await getDelegation(graph, list, requireDelegationId(request.params.id));
        const [delegation] = await withPeople(graph, [entry]);
        return delegation;
      },
    );
  }
}

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

/** True if the whole list was sent to the client. */
const isShown = ({ method }: FastifyRequest, { raw, statusCode }: FastifyReply): boolean =>
  method === 'GET' && statusCode === 200 && raw.writableFinished;

function requireDelegationId(id: string): string {
  if (isDelegationId(id)) return id;
  throw new Problem({ code: 'invalid_id' }, 'An id must be 1 to 128 characters: letters, digits, or - _ . @');
}
