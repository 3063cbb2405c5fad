import { useEffect, useRef, useState } from 'react';
import type { Delegation, DelegationList, ListName } from '../../contract/delegation.js';
import { toTabProblem, type TabProblem } from '../api/TabProblem.js';
import { useSession } from '../session.js';
import { useSeenAgain } from './useSeenAgain.js';

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

/** Milliseconds after which a list is read again when the page comes back into sight. */
const staleMs = 5 * 60 * 1000;

type Known = Pick<Extract<ListState, { state: 'ready' }>, 'delegations' | 'fingerprint' | 'asOf'>;

/** One list: the answer that was asked for before this code was here, then whatever a refresh brings. */
export function useDelegations(name: ListName): ListState {
  const { api, early } = useSession();
  const [known, setKnown] = useState<Known>();
  // It stays while the list is read again: the way out must not vanish under a finger.
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
  // Whoever asks meanwhile hears of the same answer.
  const refresh = () => {
    if (underWay.current === undefined) {
      setRefreshing(true);
      underWay.current = take(api.getList(name));
    }
    return underWay.current;
  };
  useEffect(() => {
    // Nothing is shown of the one before the other is there, so nothing needs to be drawn for it.
    underWay.current ??= take(Promise.allSettled(Object.values(early)).then(() => early[name]));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- There is one first answer.
  }, []);
  useSeenAgain(() => {
    if (known === undefined || Date.now() - known.asOf > staleMs) void refresh();
  });

  if (known !== undefined) return { state: 'ready', ...known, isRefreshing, problem, refresh };
  if (problem !== undefined) return { state: 'failed', problem, refresh };
  return { state: 'loading', refresh };
}

/** What has not changed stays the very same object, so that nobody takes it for news and no row of it is drawn again. */
function keepSame(before: readonly Delegation[] = [], now: readonly Delegation[]): readonly Delegation[] {
  const known = new Map(before.map((delegation) => [JSON.stringify(delegation), delegation]));
  const kept = now.map((delegation) => known.get(JSON.stringify(delegation)) ?? delegation);
  const isSame = kept.length === before.length && kept.every((delegation, at) => delegation === before[at]);
  return isSame ? before : kept;
}
