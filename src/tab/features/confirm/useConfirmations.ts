import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Confirmation, ConfirmationPage, ConfirmationRequest } from '../../../contract/confirmation.js';
import type { ListName } from '../../../contract/delegation.js';
import { confirmationPath, confirmationsPath } from '../../../contract/paths.js';
import { toTabProblem, type TabProblem, type Retry } from '../../api/TabProblem.js';
import { untilStoreAnswers } from '../../components/Queries.js';
import { useAttempt } from '../../problem/useAttempt.js';
import { useSession } from '../../session.js';

/** Query key of the last confirmation only. */
export const lastConfirmationKey = (list: ListName) => ['confirmations', list];

export type LastConfirmation =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: TabProblem; readonly retry: Retry }
  | { readonly state: 'ready'; readonly confirmation: Confirmation | undefined };

export function useLastConfirmation(list: ListName): LastConfirmation {
  const { api } = useSession();
  // A query clears its error while it retries. Kept here so that the button does not disappear during a click.
  const [lastFailure, setLastFailure] = useState<Error>();
  const query = useQuery({
    queryKey: lastConfirmationKey(list),
    queryFn: () => api.send<ConfirmationPage>(`${confirmationsPath(list)}?limit=1`),
    ...untilStoreAnswers,
  });
  // Observers share the query, so each records the failure of any request.
  const { failureReason } = query;
  if (failureReason !== null && failureReason !== lastFailure) setLastFailure(failureReason);
  if (query.data !== undefined) return { state: 'ready', confirmation: query.data.value[0] };
  if (lastFailure === undefined) return { state: 'loading' };
  return {
    state: 'failed',
    problem: toTabProblem(lastFailure),
    retry: async () => (await query.refetch()).isSuccess,
  };
}

/**
 * Confirms the list as shown. Retries reuse one GUID until success, so that the server stores one record.
 * @param whenDone called after each success, also of a retry
 */
export function useConfirm(list: ListName, refresh: Retry, whenDone: () => void) {
  const { api } = useSession();
  const client = useQueryClient();
  const statement = useRef<{ readonly id: string; readonly says: string }>();
  return useAttempt(async (request: ConfirmationRequest) => {
    const says = JSON.stringify(request);
    if (statement.current?.says !== says) statement.current = { id: crypto.randomUUID(), says };
    try {
      const confirmation = await api.send<Confirmation>(
        confirmationPath(list, statement.current.id),
        'PUT',
        request,
      );
      statement.current = undefined;
      client.setQueryData<ConfirmationPage>(lastConfirmationKey(list), { value: [confirmation], next: null });
      whenDone();
    } catch (error) {
      if (toTabProblem(error).code === 'list_changed') {
        statement.current = undefined;
        await refresh();
      }
      throw error;
    }
  });
}
