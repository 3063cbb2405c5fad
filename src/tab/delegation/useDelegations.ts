import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Delegation, DelegationList, ListName } from '../../contract/delegation.js';
import { toTabProblem, type TabProblem } from '../api/TabProblem.js';
import { useSession } from '../session.js';

/** How far one of the two lists is. */
export type ListState = { readonly refresh: () => Promise<boolean> } & (
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly delegations: readonly Delegation[];
      readonly fingerprint: string;
      /** Ms since the epoch. */
      readonly asOf: number;
      readonly isRefreshing: boolean;
      /** Why the last refresh brought nothing new. */
      readonly problem: TabProblem | undefined;
    }
  | { readonly state: 'failed'; readonly problem: TabProblem }
);

/** One list: the answer that was asked for before this code was here, then whatever a refresh brings. */
export function useDelegations(name: ListName): ListState {
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
    const { value: delegations, fingerprint } = query.data;
    const { dataUpdatedAt: asOf, isFetching: isRefreshing } = query;
    return { state: 'ready', delegations, fingerprint, asOf, isRefreshing, problem, refresh };
  }
  if (problem !== undefined) return { state: 'failed', problem, refresh };
  return { state: 'loading', refresh };
}
