import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { loadLaterMessages } from '../i18n/loadMessages.js';
import { useLanguage } from '../i18n/useMessages.js';
import { Boundary } from './Boundary.js';
import { useSoon } from './useSoon.js';

const Queries = lazy(async () => ({ default: (await import('./Queries.js')).Queries }));

type DeferredProps = {
  readonly children: ReactNode;
  /** Stands there meanwhile, best as high as what will come, so that nothing jumps. */
  readonly fallback?: ReactNode;
  /** Stands there when it cannot be had. Left out: words that say so. */
  readonly otherwise?: ReactNode;
};

/**
 * A part whose code and words are only asked for once the first screen stands. One that cannot be had does not take the page
 * along.
 */
export function Deferred({ children, fallback = null, otherwise }: DeferredProps) {
  const isTime = useSoon();
  const { tag } = useLanguage();
  useEffect(() => {
    if (!isTime) return;
    // Beside the code, rather than when the code asks for them.
    loadLaterMessages(tag).catch(() => undefined);
  }, [isTime, tag]);
  return (
    <Boundary code="unreachable" otherwise={otherwise}>
      <Suspense fallback={fallback}>{isTime ? <Queries>{children}</Queries> : fallback}</Suspense>
    </Boundary>
  );
}
