import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Confirmation, ConfirmationPage } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import { toTabProblem, type TabProblem } from '../../api/TabProblem.js';
import type { Retry } from '../../problem/retry.js';
import { useSession } from '../../session.js';

/** Of the last confirmation alone. */
export const lastConfirmationKey = (list: ListName) => ['confirmations', list];

export type LastConfirmation =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: TabProblem; readonly retry: Retry }
  | {
      readonly state: 'ready';
      /** Undefined when there is none. */ readonly confirmation: Confirmation | undefined;
    };

export function useLastConfirmation(list: ListName): LastConfirmation {
  const { api } = useSession();
  // Kept here because a query forgets its error while it is tried again, and the way out must not vanish under a finger.
  const [problem, setProblem] = useState<TabProblem>();
  const query = useQuery({
    queryKey: lastConfirmationKey(list),
    queryFn: async () => {
      try {
        return await api.getConfirmations(list, { limit: 1 });
      } catch (error) {
        setProblem(toTabProblem(error));
        throw error;
      }
    },
    staleTime: 5 * 60 * 1000,
    // For as long as the page is looked at: a database that is just starting is there in a moment, another one some day.
    retry: (_, error) => toTabProblem(error).code === 'store_unavailable',
    retryDelay: (count) => (count < 5 ? 2_000 : 15_000),
  });
  if (query.data !== undefined) return { state: 'ready', confirmation: query.data.value[0] };
  if (problem === undefined) return { state: 'loading' };
  return { state: 'failed', problem, retry: async () => (await query.refetch()).isSuccess };
}

type Confirming = {
  /** Confirms the list with this fingerprint, and no other. */
  readonly confirm: (fingerprint: string) => Promise<boolean>;
  readonly isPending: boolean;
  /** Until it has worked. */
  readonly failure: { readonly problem: TabProblem; readonly retry: Retry } | undefined;
};

/** Confirms what its reader sees. One GUID until that is done, so that a retry is stored once. */
export function useConfirm(list: ListName, refresh: Retry): Confirming {
  const { api } = useSession();
  const client = useQueryClient();
  const id = useRef<string>();
  const [failure, setFailure] = useState<Confirming['failure']>();
  const { mutateAsync, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (fingerprint: string) => {
      id.current ??= crypto.randomUUID();
      return api.confirm(list, id.current, fingerprint);
    },
  });
  const confirm = async (fingerprint: string): Promise<boolean> => {
    try {
      const confirmation = await mutateAsync(fingerprint);
      id.current = undefined;
      client.setQueryData<ConfirmationPage>(lastConfirmationKey(list), { value: [confirmation], next: null });
      setFailure(undefined);
      return true;
    } catch (error) {
      const problem = toTabProblem(error);
      if (problem.code === 'list_changed') {
        id.current = undefined;
        await refresh();
      }
      setFailure({ problem, retry: () => confirm(fingerprint) });
      return false;
    }
  };
  return { confirm, isPending, failure };
}
