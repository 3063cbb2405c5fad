import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NotificationStatus, NotificationsRequest } from '../../../contract/notifications.js';
import { notificationsPath } from '../../../contract/paths.js';
import { toTabProblem, type TabProblem, type Retry } from '../../api/TabProblem.js';
import { useSession } from '../../session.js';

const key = ['notifications'];

export type Notifications = {
  /** Server state. Undefined while the store is unavailable. */
  readonly known: NotificationStatus | undefined;
  readonly refresh: Retry;
  readonly turn: (on: boolean) => Promise<boolean>;
  /** Requested value of a pending change. */
  readonly turning: boolean | undefined;
  /** Cleared by the next success. */
  readonly failure: { readonly problem: TabProblem; readonly retry: Retry } | undefined;
};

/** Notification state and its switch. Undefined when the server has notifications off, or the state is not known yet. */
export function useNotifications(): Notifications | undefined {
  const { api } = useSession();
  const client = useQueryClient();
  const [failure, setFailure] = useState<Notifications['failure']>();
  const query = useQuery({ queryKey: key, queryFn: () => api.send<NotificationStatus>(notificationsPath) });
  const [turning, setTurning] = useState<boolean>();
  const { mutateAsync } = useMutation({
    networkMode: 'always',
    mutationFn: (wish: NotificationsRequest) => api.send<NotificationStatus>(notificationsPath, 'PUT', wish),
  });
  const turn = async (on: boolean): Promise<boolean> => {
    setTurning(on);
    // A read that started earlier must not overwrite this answer.
    await client.cancelQueries({ queryKey: key });
    try {
      client.setQueryData<NotificationStatus>(key, await mutateAsync({ on }));
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure({ problem: toTabProblem(error), retry: () => turn(on) });
      return false;
    } finally {
      setTurning(undefined);
    }
  };
  // A server with notifications off answers without a store.
  const isUnknown = query.isError && toTabProblem(query.error).code === 'store_unavailable';
  if (query.data?.available !== true && !isUnknown) return undefined;
  return {
    known: query.data,
    refresh: async () => (await query.refetch()).isSuccess,
    turn,
    turning,
    failure,
  };
}
