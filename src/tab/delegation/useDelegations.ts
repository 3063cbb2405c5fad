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

type Known = Pick<Extract<ListState, { state: 'ready' }>, 'delegations' | 'fingerprint' | 'asOf'>;

/** Reads one list: first the response requested before this code was loaded, then those of refreshes. */
export function useDelegations(name: ListName): ListState {
  const { api, early } = useSession();
  const [known, setKnown] = useState<Known>();
  // Not reset by a refresh, so that the button does not disappear during a click.
  const [problem, setProblem] = useState<TabProblem>();
  const [isRefreshing, setRefreshing] = useState(false);
  const underWay = useRef<Promise<boolean>>();

  const take = async (asked: Promise<DelegationList>): Promise<boolean> => {
    try {
      const { value, fingerprint } = await asked;
      setKnown((before) => ({
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
      underWay.current = undefined;
      setRefreshing(false);
    }
  };
  // Concurrent callers share one refresh.
  const refresh = () => {
    if (underWay.current === undefined) {
      setRefreshing(true);
      underWay.current = take(api.getList(name));
    }
    return underWay.current;
  };
  useEffect(() => {
    // Waits for both lists, because nothing is shown until both have arrived.
    underWay.current ??= take(Promise.allSettled(Object.values(early)).then(() => early[name]));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- There is one first answer.
  }, []);
  useVisibleAgain(() => {
    if (known === undefined || Date.now() - known.asOf > staleMs) void refresh();
  });

  if (known !== undefined) return { state: 'ready', ...known, isRefreshing, problem, refresh };
  if (problem !== undefined) return { state: 'failed', problem, refresh };
  return { state: 'loading', refresh };
}

/** Keeps the identity of unchanged entries, so that their rows do not render again. */
function keepSame(before: readonly Delegation[] = [], now: readonly Delegation[]): readonly Delegation[] {
  const known = new Map(before.map((delegation) => [JSON.stringify(delegation), delegation]));
  const kept = now.map((delegation) => known.get(JSON.stringify(delegation)) ?? delegation);
  const isSame = kept.length === before.length && kept.every((delegation, at) => delegation === before[at]);
  return isSame ? before : kept;
}

/** Returns undefined unless the list is ready. */
export const delegationsOf = (list: ListState): readonly Delegation[] | undefined =>
  list.state === 'ready' ? list.delegations : undefined;
