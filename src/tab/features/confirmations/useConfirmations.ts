import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ConfirmationPage } from '../../../contract/confirmation.js';
import { peoplePerRequest, type Delegation, type ListName } from '../../../contract/delegation.js';
import { isGuid } from '../../../contract/guid.js';
import { toTabProblem } from '../../api/TabProblem.js';
import { useSession } from '../../host/session.js';
import { toLanguageName } from '../../i18n/languages.js';
import { useLanguage } from '../../i18n/useText.js';
import { nameOf } from '../delegations/naming.js';
import { loadWords, type ConfirmationWords } from './words/words.js';

const keyOf = (list: ListName) => ['confirmations', list];

/** Suspends until they are there. */
export function useWords(): ConfirmationWords {
  const language = toLanguageName(useLanguage().locale);
  return useSuspenseQuery({
    queryKey: ['confirmation words', language],
    queryFn: () => loadWords(language),
    staleTime: Infinity,
  }).data;
}

/** The last confirmation of a list; `value` is empty when there is none. */
export function useLastConfirmation(list: ListName) {
  const { api } = useSession();
  return useQuery({
    queryKey: keyOf(list),
    queryFn: () => api.getConfirmations(list, { limit: 1 }),
    staleTime: 5 * 60 * 1000,
    // For as long as the page is looked at: a database that is just starting is there in a moment, another one some day.
    retry: (_, error) => toTabProblem(error).code === 'store_unavailable',
    retryDelay: (count) => (count < 5 ? 2_000 : 15_000),
  });
}

/** Confirms what its reader sees. One GUID until that is done, so that a retry is stored once. */
export function useConfirm(list: ListName) {
  const { api } = useSession();
  const client = useQueryClient();
  const id = useRef<string>();
  return useMutation({
    networkMode: 'always',
    mutationFn: (fingerprint: string) => {
      id.current ??= crypto.randomUUID();
      return api.confirm(list, id.current, fingerprint);
    },
    onSuccess: (confirmation) => {
      id.current = undefined;
      client.setQueryData<ConfirmationPage>(keyOf(list), { value: [confirmation], next: null });
    },
    onError: (error) => {
      if (toTabProblem(error).code === 'list_changed') id.current = undefined;
    },
  });
}

/** What to call people by id: from the list where they are in it, else as the directory knows them. */
export function useNames(ids: readonly string[], delegations: readonly Delegation[]): (id: string) => string {
  const { api } = useSession();
  const { text } = useLanguage();
  const known = new Map(delegations.map((delegation) => [delegation.id, nameOf(delegation, text)]));
  const missing = [...new Set(ids)].filter((id) => !known.has(id) && isGuid(id)).sort();
  const { data } = useQuery({
    queryKey: ['profiles', missing],
    enabled: missing.length > 0,
    staleTime: Infinity,
    queryFn: async () => {
      const parts = [];
      for (let start = 0; start < missing.length; start += peoplePerRequest) {
        parts.push(api.getProfiles(missing.slice(start, start + peoplePerRequest)));
      }
      return (await Promise.all(parts)).flat();
    },
  });
  for (const profile of data ?? []) known.set(profile.id, nameOf(profile, text));
  return (id) => known.get(id) ?? text.unnamedPerson;
}
