import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  listNames,
  peoplePerRequest,
  type DelegationList,
  type PeopleAnswer,
  type ProfilesAnswer,
} from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { listPath } from '../../contract/paths.js';
import { fingerprint } from '../graph/fingerprint.js';
import { getDelegation, listDelegations } from '../graph/delegationSettings.js';
import type { GraphClient, GraphSession } from '../graph/graphClient.js';
import { getPeopleExtras } from '../graph/peopleExtras.js';
import { getProfiles, withPeople } from '../graph/profiles.js';
import { Problem } from '../Problem.js';

export type ApiRoutesOptions = {
  readonly graph: GraphClient;
  readonly toSession: (request: FastifyRequest) => GraphSession;
};

const delegationId = /^[A-Za-z0-9\-_.@]{1,128}$/;

/** The two lists, their entries, and people's presence and photos. Answers and problems: `contract/`. */
export function apiRoutes(app: FastifyInstance, { graph, toSession }: ApiRoutesOptions): void {
  for (const list of listNames) {
    app.get(listPath(list), async (request): Promise<DelegationList> => {
      const session = toSession(request);
      const value = await withPeople(graph, session, await listDelegations(graph, session, list));
      return { value, fingerprint: fingerprint(value) };
    });

    app.get<{ Params: { id: string } }>(`${listPath(list)}/:id`, async (request) => {
      const session = toSession(request);
      const entry = await getDelegation(graph, session, list, requireDelegationId(request.params.id));
      const [delegation] = await withPeople(graph, session, [entry]);
      return delegation;
    });
  }

  app.get<{ Querystring: { id?: string | string[] } }>(
    '/api/profiles',
    async (request): Promise<ProfilesAnswer> => ({
      value: await getProfiles(graph, toSession(request), requirePeopleIds(request.query.id)),
    }),
  );

  app.get<{ Querystring: { id?: string | string[] } }>(
    '/api/people',
    async (request): Promise<PeopleAnswer> => {
      const ids = requirePeopleIds(request.query.id);
      return { value: await getPeopleExtras(graph, toSession(request), ids) };
    },
  );
}

function requireDelegationId(id: string): string {
  // A URL made from `.` or `..` would lead to another resource.
  if (delegationId.test(id) && !/^\.{1,2}$/.test(id)) return id;
  throw new Problem({ code: 'invalid_id' }, 'An id is 1 to 128 letters, digits, or - _ . @');
}

function requirePeopleIds(query: string | string[] | undefined): string[] {
  const ids = [...new Set([query ?? []].flat().map((id) => id.toLowerCase()))];
  if (ids.length >= 1 && ids.length <= peoplePerRequest && ids.every(isGuid)) return ids;
  throw new Problem(
    { code: 'invalid_request' },
    `Ask for 1 to ${peoplePerRequest} people: ?id={GUID}&id={GUID}…`,
  );
}
