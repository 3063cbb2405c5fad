import { useSuspenseQuery } from '@tanstack/react-query';
import type { LanguageTag } from '../../contract/languages.js';
import type { LaterMessages } from './messages.js';
import { loadLaterMessages } from './loadMessages.js';
import { useLanguage } from './useMessages.js';

/** Suspends until the messages are loaded. Use it only below a Deferred. */
export const useLaterMessages = (): LaterMessages => useLoadedMessages('later', loadLaterMessages);

export function useLoadedMessages<Messages>(
  part: string,
  load: (tag: LanguageTag) => Promise<Messages>,
): Messages {
  const { tag } = useLanguage();
  return useSuspenseQuery({
    queryKey: ['messages', part, tag],
    queryFn: () => load(tag),
    staleTime: Infinity,
    gcTime: Infinity,
  }).data;
}
