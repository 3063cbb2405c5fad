import { useSuspenseQuery } from '@tanstack/react-query';
import type { LanguageTag } from '../../contract/languages.js';
import type { AdministratorMessages, LaterMessages } from './messages.js';
import { loadLaterMessages } from './Language.js';
import { useLanguage } from './useMessages.js';

/** Suspends until the messages are loaded. Use it only in a deferred component. */
export const useLaterMessages = (): LaterMessages => useLoadedMessages('later', loadLaterMessages);

/** Suspends, too. */
export const useAdministratorMessages = (): AdministratorMessages =>
  useLoadedMessages('administrator', loadAdministratorMessages);

function useLoadedMessages<Messages>(part: string, load: (tag: LanguageTag) => Promise<Messages>): Messages {
  const { tag } = useLanguage();
  return useSuspenseQuery({
    queryKey: ['messages', part, tag],
    queryFn: () => load(tag),
    staleTime: Infinity,
    gcTime: Infinity,
  }).data;
}

/** Not in Language.ts, so that the first script does not list these files. Rejects when they cannot be loaded. */
const loadAdministratorMessages = async (tag: LanguageTag): Promise<AdministratorMessages> =>
  (
    (await import(/* webpackInclude: /administrator\.json$/ */ `./${tag}/administrator.json`)) as {
      readonly default: AdministratorMessages;
    }
  ).default;
