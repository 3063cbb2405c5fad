import { useSuspenseQuery } from '@tanstack/react-query';
import type { LaterMessages } from './en/later.js';
import { loadLaterMessages } from './loadMessages.js';
import { useLanguage } from './useMessages.js';

/** Suspends until they are there: for what stands below a Deferred. */
export function useLaterMessages(): LaterMessages {
  const { tag } = useLanguage();
  return useSuspenseQuery({
    queryKey: ['later messages', tag],
    queryFn: () => loadLaterMessages(tag),
    staleTime: Infinity,
    gcTime: Infinity,
  }).data;
}
