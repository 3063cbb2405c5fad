import { useSuspenseQuery } from '@tanstack/react-query';
import type { LanguageTag } from '../../contract/languages.js';
import type { AdministratorMessages } from './en/administrator.js';
import type { LaterMessages } from './en/later.js';
import { loadAdministratorMessages, loadLaterMessages } from './loadMessages.js';
import { useLanguage } from './useMessages.js';

/** Each suspends until they are there: for what stands below a Deferred. */
export const useLaterMessages = (): LaterMessages => useLoaded('later', loadLaterMessages);
export const useAdministratorMessages = (): AdministratorMessages =>
  useLoaded('administrator', loadAdministratorMessages);

function useLoaded<Messages>(part: string, load: (tag: LanguageTag) => Promise<Messages>): Messages {
  const { tag } = useLanguage();
  return useSuspenseQuery({
    queryKey: ['messages', part, tag],
    queryFn: () => load(tag),
    staleTime: Infinity,
    gcTime: Infinity,
  }).data;
}
