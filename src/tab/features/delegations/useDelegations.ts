import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Delegation, DelegationList, ListName, PersonExtras } from '../../../contract/delegation.js';
import { peoplePerRequest } from '../../../contract/delegation.js';
import { isGuid } from '../../../contract/guid.js';
import type { AppProps } from '../../App.js';
import type { Api } from '../../api/client.js';
import { toTabProblem, type TabProblem } from '../../api/TabProblem.js';
import { useSession } from '../../host/session.js';

export type ListState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly list: DelegationList;
      /** Ms since the epoch. */
      readonly asOf: number;
      readonly isRefreshing: boolean;
      /** Why the last refresh brought nothing new. */
      readonly problem: TabProblem | undefined;
    }
  | { readonly state: 'failed'; readonly problem: TabProblem };

export type List = ListState & { readonly refresh: () => Promise<boolean> };

/** One list: the answer that was asked for before this code was here, then whatever a refresh brings. */
export function useDelegations(name: ListName): List {
  const { api, early } = useSession();
  const first = useRef<Promise<DelegationList> | undefined>(early[name]);
  // Kept here because a query forgets its error while it is tried again, and the way out must not vanish under a finger.
  const [problem, setProblem] = useState<TabProblem>();
  const query = useQuery({
    queryKey: ['delegations', name],
    queryFn: async () => {
      const answer = first.current ?? api.getList(name);
      first.current = undefined;
      try {
        const list = await answer;
        setProblem(undefined);
        return list;
      } catch (error) {
        setProblem(toTabProblem(error));
        throw error;
      }
    },
  });
  const refresh = async () => (await query.refetch()).isSuccess;

  if (query.data !== undefined) {
    const { data: list, dataUpdatedAt: asOf, isFetching: isRefreshing } = query;
    return { state: 'ready', list, asOf, isRefreshing, problem, refresh };
  }
  if (problem !== undefined) return { state: 'failed', problem, refresh };
  return { state: 'loading', refresh };
}

/** Presence and photos by id; whoever cannot be had is missing. */
export function usePeople(delegations: readonly Delegation[]): ReadonlyMap<string, PersonExtras> {
  const { data } = useQuery(peopleQuery(useSession().api, delegations));
  return new Map(data?.map((extras) => [extras.id, extras]));
}

/** Asks for them as soon as the first lists are there, while these are still being drawn. */
export async function askForPeople(client: QueryClient, { firstApi, early }: AppProps): Promise<void> {
  const lists = await Promise.allSettled([early.delegators, early.delegates]);
  const delegations = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.value : []));
  const query = peopleQuery(firstApi, delegations);
  if (query.enabled) await client.query(query).catch(() => undefined);
}

function peopleQuery(api: Api, delegations: readonly Delegation[]) {
  const ids = delegations
    .flatMap(({ person }) => (person !== null && isGuid(person.id) ? [person.id] : []))
    .sort();
  return queryOptions({
    queryKey: ['people', ids],
    enabled: ids.length > 0,
    staleTime: 60_000,
    queryFn: async () => {
      const parts = [];
      for (let start = 0; start < ids.length; start += peoplePerRequest) {
        parts.push(api.getPeople(ids.slice(start, start + peoplePerRequest)));
      }
      return (await Promise.all(parts)).flat();
    },
  });
}
