import type { Delegation, Person, Profile } from '../../contract/delegation.js';
import { graphScopes, nameScopes } from '../../contract/graphScopes.js';
import { getInBatches, type BatchAnswer } from './batch.js';
import type { DelegationSettings } from './delegationSettings.js';
import { orElse, type Graph } from './graphClient.js';
import { isRecord } from './graphProblem.js';

/**
 * Adds the person to each delegation. A person who cannot be looked up is `unavailable`.
 * Throws only if the request has ended.
 */
export async function withPeople(
  graph: Graph,
  delegations: readonly DelegationSettings[],
): Promise<Delegation[]> {
  const ids = delegations.map(({ id }) => id).filter((id) => id !== '');
  const answers = await lookUp(graph, ids);
  // List the properties: object spreads took a tenth of a request.
  return delegations.map(({ isActive, createdDateTime, allowedActions, id }) => {
    const { person, personStatus } = toPerson(id, answers.get(id));
    return { isActive, createdDateTime, allowedActions, id, person, personStatus };
  });
}

/** Looks up the people with these ids, like `withPeople`. */
export async function getProfiles(graph: Graph, ids: readonly string[]): Promise<Profile[]> {
  const answers = await lookUp(graph, ids);
  return ids.map((id) => ({ id, ...toPerson(id, answers.get(id)) }));
}

const lookUp = (graph: Graph, ids: readonly string[]) => orElse(graph, readPeople(graph, ids), new Map());

/** Maps each id to Graph's response. Ids without a response are missing. */
async function readPeople(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, BatchAnswer>> {
  const scopes = await graph.getScopes();
  const mayRead = (name: string) => scopes?.has(name.toLowerCase());
  if (scopes !== undefined && !nameScopes.some(mayRead)) return new Map();
  // Without the permission, Graph returns null for `accountEnabled`.
  const members = mayRead(graphScopes.profiles) === true ? [...always, 'accountEnabled'] : always;
  const query = `?$select=${members.join(',')}`;
  const paths = new Map(ids.map((id) => [`/users/${encodeURIComponent(id)}${query}`, id]));
  const answers = await getInBatches(await graph.optional('names'), [...paths.keys()]);
  return new Map([...answers].map(([path, answer]) => [paths.get(path) ?? '', answer]));
}

const always = ['id', 'displayName', 'jobTitle', 'department', 'mail', 'userPrincipalName'];

function toPerson(id: string, answer: BatchAnswer | undefined): Pick<Delegation, 'person' | 'personStatus'> {
  if (answer?.status === 404) return { person: null, personStatus: 'notFound' };
  if (answer?.status !== 200 || !isRecord(answer.body)) return { person: null, personStatus: 'unavailable' };
  const { displayName, jobTitle, department, mail, userPrincipalName, accountEnabled } = answer.body;
  const person: Person = {
    id,
    displayName: toWord(displayName),
    jobTitle: toWord(jobTitle),
    department: toWord(department),
    mail: toWord(mail),
    userPrincipalName: toWord(userPrincipalName),
    accountEnabled: typeof accountEnabled === 'boolean' ? accountEnabled : null,
  };
  return { person, personStatus: 'found' };
}

/** Treats text of only white space, zero-width or filler characters as missing. */
const toWord = (value: unknown): string | null =>
  typeof value === 'string' && visible.test(value) ? value : null;

const visible = /[^\p{White_Space}\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\u2800]/u;
