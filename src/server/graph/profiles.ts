import { z } from 'zod';
import type { Delegation, Person, Profile } from '../../contract/delegation.js';
import { getInBatches, type BatchAnswer } from './batch.js';
import type { DelegationSettings } from './delegationSettings.js';
import { toSideSession, type GraphClient, type GraphSession } from './graphClient.js';

/** Any one of these lets Graph tell a colleague's name. */
const profileScopes = ['user.readbasic.all', 'user.read.all', 'user.readwrite.all', 'directory.read.all'];

const word = z.string().nullable().catch(null).default(null);

const profile = z.object({
  displayName: word,
  jobTitle: word,
  department: word,
  mail: word,
  userPrincipalName: word,
  accountEnabled: z.boolean().nullable().catch(null).default(null),
});

/** Puts the person to each delegation. Never fails: whoever cannot be looked up is `unavailable`. */
export async function withPeople(
  graph: GraphClient,
  session: GraphSession,
  delegations: readonly DelegationSettings[],
): Promise<Delegation[]> {
  const paths = new Map(delegations.flatMap(({ id }) => (id === '' ? [] : [[id, toPath(id)] as const])));
  const answers = await lookUp(graph, session, [...paths.values()]);
  return delegations.map((delegation) => ({
    ...delegation,
    ...toPerson(delegation.id, answers.get(paths.get(delegation.id) ?? '')),
  }));
}

/** Who has these ids. Never fails: whoever cannot be looked up is `unavailable`. */
export async function getProfiles(
  graph: GraphClient,
  session: GraphSession,
  ids: readonly string[],
): Promise<Profile[]> {
  const answers = await lookUp(graph, session, ids.map(toPath));
  return ids.map((id) => ({ id, ...toPerson(id, answers.get(toPath(id))) }));
}

async function lookUp(
  graph: GraphClient,
  session: GraphSession,
  paths: string[],
): Promise<Map<string, BatchAnswer>> {
  const nobody = new Map<string, BatchAnswer>();
  if (paths.length === 0) return nobody;
  try {
    const { scopes } = await session.getToken();
    if (scopes !== undefined && !profileScopes.some((name) => scopes.has(name))) return nobody;
    return await getInBatches(graph, toSideSession(session), paths);
  } catch {
    // Whatever stopped it, the list without names is worth more than no list. The caller's own end still counts.
    session.scope.signal.throwIfAborted();
    return nobody;
  }
}

const toPath = (id: string): string =>
  `/users/${encodeURIComponent(id)}?$select=id,displayName,jobTitle,department,mail,userPrincipalName`;

function toPerson(id: string, answer: BatchAnswer | undefined): Pick<Delegation, 'person' | 'personStatus'> {
  if (answer?.status === 404) return { person: null, personStatus: 'notFound' };
  const parsed = answer?.status === 200 ? profile.safeParse(answer.body) : undefined;
  if (parsed?.success !== true) return { person: null, personStatus: 'unavailable' };
  const person: Person = { id, ...parsed.data };
  return { person, personStatus: 'found' };
}
