import { useInfiniteQuery, type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import type { Confirmation, ConfirmationPage } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { useLoadNames, useNames } from '../../delegation/useNames.js';
import type { LaterMessages } from '../../i18n/en/later.js';
import { withoutIsolates } from '../../i18n/parameters.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useSession } from '../../session.js';
import { findChanges, toSentence } from './changes.js';

export const historyKey = (list: ListName) => ['confirmation history', list];

type History = {
  readonly query: UseInfiniteQueryResult<InfiniteData<ConfirmationPage>>;
  /** Those that are loaded, newest first. */
  readonly confirmations: readonly Confirmation[];
  /** What changed with one of them; undefined for the first of all, or while the one before is not loaded. */
  readonly sentencesOf: (index: number) => readonly string[] | undefined;
  /** Loads what is not loaded yet. Throws ApiProblem. */
  readonly toRows: () => Promise<string[][]>;
};

/** Past confirmations of a list, page by page. */
export function useHistory(list: ListName, delegations: readonly Delegation[]): History {
  const { api } = useSession();
  const later = useLaterMessages();
  const query = useInfiniteQuery({
    queryKey: historyKey(list),
    queryFn: ({ pageParam }) => api.getConfirmations(list, pageParam === '' ? {} : { before: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const confirmations = query.data?.pages.flatMap(({ value }) => value) ?? [];
  const toName = useNames(idsIn(confirmations), delegations);
  const loadNames = useLoadNames(delegations);

  const loadAll = async (): Promise<Confirmation[]> => {
    let { data, hasNextPage } = query;
    while (hasNextPage) ({ data, hasNextPage } = await query.fetchNextPage({ throwOnError: true }));
    return data?.pages.flatMap(({ value }) => value) ?? [];
  };
  return {
    query,
    confirmations,
    sentencesOf: (index) => toSentences(confirmations, index, list, toName, later),
    toRows: async () => {
      const all = await loadAll();
      const toEveryName = await loadNames(idsIn(all));
      const rows = all.flatMap(({ confirmedAt }, index) => {
        const sentences = toSentences(all, index, list, toEveryName, later) ?? [later.history.first];
        return (sentences.length === 0 ? [later.history.noChanges] : sentences).map((sentence) => [
          confirmedAt,
          withoutIsolates(sentence),
        ]);
      });
      return [[later.history.when, later.history.change], ...rows];
    },
  };
}

const idsIn = (confirmations: readonly Confirmation[]): string[] =>
  confirmations.flatMap(({ entries }) => entries.map(({ id }) => id));

function toSentences(
  all: readonly Confirmation[],
  index: number,
  list: ListName,
  toName: (id: string) => string | null,
  later: LaterMessages,
): string[] | undefined {
  const [now, before] = [all[index], all[index + 1]];
  if (now === undefined || before === undefined) return undefined;
  return findChanges(before.entries, now.entries).map((change) =>
    toSentence(change, list, toName(change.id), later),
  );
}
