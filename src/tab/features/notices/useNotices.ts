import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Notifications, NotificationsRequest } from '../../../contract/notifications.js';
import { notificationsPath } from '../../../contract/paths.js';
import { toTabProblem, type TabProblem } from '../../api/TabProblem.js';
import type { Retry } from '../../problem/retry.js';
import { useSession } from '../../session.js';

const key = ['notifications'];

export type Notices = {
  /** What the server says; undefined while its store cannot be reached. */
  readonly known: Notifications | undefined;
  readonly refresh: Retry;
  readonly turn: (on: boolean) => Promise<boolean>;
  /** What it is being turned to. */
  readonly turning: boolean | undefined;
  /** Until it has worked. */
  readonly failure: { readonly problem: TabProblem; readonly retry: Retry } | undefined;
};

/** Whether the reader is told, and turning it on and off. Undefined: this server tells nobody, or nothing is known of it yet. */
export function useNotices(): Notices | undefined {
  const { api } = useSession();
  const client = useQueryClient();
  const [failure, setFailure] = useState<Notices['failure']>();
  const query = useQuery({ queryKey: key, queryFn: () => api.ask<Notifications>(notificationsPath) });
  const [turning, setTurning] = useState<boolean>();
  const { mutateAsync } = useMutation({
    networkMode: 'always',
    mutationFn: (wish: NotificationsRequest) => api.ask<Notifications>(notificationsPath, 'PUT', wish),
  });
  const turn = async (on: boolean): Promise<boolean> => {
    setTurning(on);
    // What was read before must not arrive after the answer.
    await client.cancelQueries({ queryKey: key });
    try {
      client.setQueryData<Notifications>(key, await mutateAsync({ on }));
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure({ problem: toTabProblem(error), retry: () => turn(on) });
      return false;
    } finally {
      setTurning(undefined);
    }
  };
  // A server that tells nobody needs no store to say so.
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
