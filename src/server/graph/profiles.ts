import { z } from 'zod';
import type { Delegation, Person, Profile } from '../../contract/delegation.js';
import { scopesThatTellNames } from '../../contract/graphScopes.js';
import { getInBatches, type BatchAnswer } from './batch.js';
import type { DelegationSettings } from './delegationSettings.js';
import type { Graph } from './graphClient.js';

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
  graph: Graph,
  delegations: readonly DelegationSettings[],
): Promise<Delegation[]> {
  const paths = new Map(delegations.flatMap(({ id }) => (id === '' ? [] : [[id, toPath(id)] as const])));
  const answers = await lookUp(graph, [...paths.values()]);
  return delegations.map((delegation) => ({
    ...delegation,
    ...toPerson(delegation.id, answers.get(paths.get(delegation.id) ?? '')),
  }));
}

/** Who has these ids. Never fails: whoever cannot be looked up is `unavailable`. */
export async function getProfiles(graph: Graph, ids: readonly string[]): Promise<Profile[]> {
  const answers = await lookUp(graph, ids.map(toPath));
  return ids.map((id) => ({ id, ...toPerson(id, answers.get(toPath(id))) }));
}

async function lookUp(graph: Graph, paths: string[]): Promise<Map<string, BatchAnswer>> {
  const nobody = new Map<string, BatchAnswer>();
  if (paths.length === 0) return nobody;
  try {
    const scopes = await graph.getScopes();
    if (scopes !== undefined && !scopesThatTellNames.some((name) => scopes.has(name.toLowerCase())))
      return nobody;
    return await getInBatches(await graph.aside('names'), paths);
  } catch {
    // Whatever stopped it, the list without names is worth more than no list. The caller's own end still counts.
    graph.scope.signal.throwIfAborted();
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
