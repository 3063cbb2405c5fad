import { useInfiniteQuery, type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import type { Confirmation, ConfirmationPage } from '../../../contract/confirmation.js';
import type { Delegation, ListName } from '../../../contract/delegation.js';
import { useCounterparts, type Counterparts } from '../../delegation/useCounterparts.js';
import { useLoadNames, useNames } from '../../delegation/useNames.js';
import type { LaterMessages } from '../../i18n/messages.js';
import type { Rows } from '../../components/spreadsheet.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useMessages } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import { findChanges, toSentence } from './changes.js';
import { toRecordRows } from './recordRows.js';

export const historyKey = (list: ListName) => ['confirmation history', list];

type History = {
  readonly query: UseInfiniteQueryResult<InfiniteData<ConfirmationPage>>;
  /** Confirmations loaded so far, newest first. */
  readonly confirmations: readonly Confirmation[];
  /** Changes made by one confirmation. Undefined for the oldest one, or while the previous one is not loaded. */
  readonly sentencesOf: (index: number) => readonly string[] | undefined;
  /** Returns null when the name is not known. */
  readonly toName: (id: string) => string | null;
  /** What the people in the current list shared. */
  readonly counterparts: Counterparts | undefined;
  /** One row per person and confirmation. Loads the missing pages first. Throws ApiProblem. */
  readonly toRows: () => Promise<Rows>;
};

/** Past confirmations of a list, loaded in pages. */
export function useHistory(list: ListName, delegations: readonly Delegation[]): History {
  const { api } = useSession();
  const messages = useMessages();
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
  const counterparts = useCounterparts(list, delegations);
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
    toName,
    counterparts,
    toRows: async () => {
      const all = await loadAll();
      return toRecordRows(all, await loadNames(idsIn(all)), counterparts, messages, later);
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
