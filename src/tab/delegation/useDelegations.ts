import { useEffect, useRef, useState } from 'react';
import type { Delegation, DelegationList, ListName } from '../../contract/delegation.js';
import { toTabProblem, type TabProblem } from '../api/TabProblem.js';
import { useSession } from '../session.js';
import { useVisibleAgain } from '../components/browserEvents.js';

/** Loading state of one list. */
export type ListState = { readonly refresh: () => Promise<boolean> } & (
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready';
      readonly delegations: readonly Delegation[];
      readonly fingerprint: string;
      /** Milliseconds since the epoch. */
      readonly asOf: number;
      readonly isRefreshing: boolean;
      /** Failure of the last refresh. */
      readonly problem: TabProblem | undefined;
    }
  | { readonly state: 'failed'; readonly problem: TabProblem }
);

/** Milliseconds after which a list is read again when the page becomes visible. */
const staleMs = 5 * 60 * 1000;

type LoadedList = Pick<Extract<ListState, { state: 'ready' }>, 'delegations' | 'fingerprint' | 'asOf'>;

/** Reads one list: first the response requested before this code was loaded, then those of refreshes. */
export function useDelegations(name: ListName): ListState {
  const { api, early } = useSession();
  const [loaded, setLoaded] = useState<LoadedList>();
  // Not reset by a refresh, so that the button does not disappear during a click.
  const [problem, setProblem] = useState<TabProblem>();
  const [isRefreshing, setRefreshing] = useState(false);
  const pending = useRef<Promise<boolean>>();

  const receive = async (answer: Promise<DelegationList>): Promise<boolean> => {
    try {
      const { value, fingerprint } = await answer;
      setLoaded((before) => ({
        delegations: keepSame(before?.delegations, value),
        fingerprint,
        asOf: Date.now(),
      }));
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(toTabProblem(error));
      return false;
    } finally {
      pending.current = undefined;
      setRefreshing(false);
    }
  };
  // Concurrent callers share one refresh.
  const refresh = () => {
    if (pending.current === undefined) {
      setRefreshing(true);
      pending.current = receive(api.getList(name));
    }
    return pending.current;
  };
  useEffect(() => {
    // Waits for both lists, because nothing is shown until both have arrived.
    pending.current ??= receive(Promise.allSettled(Object.values(early)).then(() => early[name]));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- There is one first answer.
  }, []);
  useVisibleAgain(() => {
    if (loaded === undefined || Date.now() - loaded.asOf > staleMs) void refresh();
  });

  if (loaded !== undefined) return { state: 'ready', ...loaded, isRefreshing, problem, refresh };
  if (problem !== undefined) return { state: 'failed', problem, refresh };
  return { state: 'loading', refresh };
}

/** Keeps the identity of unchanged entries, so that their rows do not render again. */
function keepSame(before: readonly Delegation[] = [], now: readonly Delegation[]): readonly Delegation[] {
  const earlier = new Map(before.map((delegation) => [JSON.stringify(delegation), delegation]));
  const kept = now.map((delegation) => earlier.get(JSON.stringify(delegation)) ?? delegation);
  const isSame = kept.length === before.length && kept.every((delegation, at) => delegation === before[at]);
  return isSame ? before : kept;
}

/** Both lists. Undefined when not loaded. */
export type BothLists = Readonly<Record<ListName, readonly Delegation[] | undefined>>;

/** Returns undefined unless the list is ready. */
export const delegationsOf = (list: ListState): readonly Delegation[] | undefined =>
  list.state === 'ready' ? list.delegations : undefined;
