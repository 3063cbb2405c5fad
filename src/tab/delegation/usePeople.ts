import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Delegation, PersonExtras, Presence } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import type { Api } from '../api/client.js';
import { useSession, type Session } from '../session.js';
import { inParts } from './inParts.js';

/** Presence and photos by id; whoever cannot be had is missing. */
export function usePeople(delegations: readonly Delegation[]): ReadonlyMap<string, PersonExtras> {
  const { data } = useQuery(peopleQuery(useSession().api, delegations));
  return new Map(data?.map((extras) => [extras.id, extras]));
}

/** Presence alone. Undefined: not there yet; null: could not be read. */
export function usePresence(
  delegations: readonly Delegation[],
): ReadonlyMap<string, Presence | null> | null | undefined {
  const query = peopleQuery(useSession().api, delegations);
  const { data, isError } = useQuery(query);
  if (isError || !query.enabled) return null;
  return data && new Map(data.map(({ id, presence }) => [id, presence]));
}

/** Asks for them as soon as the first lists are there, while these are still being drawn. */
export async function askForPeople(
  client: QueryClient,
  { firstApi, early }: Pick<Session, 'firstApi' | 'early'>,
): Promise<void> {
  const lists = await Promise.allSettled([early.delegators, early.delegates]);
  const delegations = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.value : []));
  const query = peopleQuery(firstApi, delegations);
  if (query.enabled) await client.query(query).catch(() => undefined);
}

function peopleQuery(api: Api, delegations: readonly Delegation[]) {
  const people = delegations.flatMap(({ person }) =>
    person !== null && isGuid(person.id) ? [person.id] : [],
  );
  // Somebody may be in both lists.
  const ids = [...new Set(people)].sort();
  return queryOptions({
    queryKey: ['people', ids],
    enabled: ids.length > 0,
    staleTime: 60_000,
    queryFn: () => inParts(ids, api.getPeople),
  });
}
