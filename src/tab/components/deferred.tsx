import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { loadLaterMessages } from '../i18n/Language.js';
import { useLanguage } from '../i18n/useMessages.js';
import { Boundary } from './Fallback.js';
import { useIsPainted } from './afterPaint.js';

const Queries = lazy(async () => ({ default: (await import('./Queries.js')).Queries }));

type Substitutes = {
  /** Shown while loading. Give it the final height, to prevent layout shifts. */
  readonly fallback?: ReactNode;
  /** Shown when loading fails. Defaults to a short message. */
  readonly otherwise?: ReactNode;
};

/**
 * Returns a component whose code and messages load after the first screen, when it is first rendered. A failed download
 * does not affect the rest of the page.
 */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  substitute: (props: Props) => Substitutes = () => ({}),
): ComponentType<Props> {
  // React's type of lazy components does not accept generic properties.
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function Deferred(props) {
    const { fallback = null, otherwise } = substitute(props);
    const isTime = useIsPainted();
    const { tag } = useLanguage();
    useEffect(() => {
      // Loads the messages in parallel with the code.
      if (isTime) loadLaterMessages(tag).catch(() => undefined);
    }, [isTime, tag]);
    const part = (
      <Queries>
        <Part {...props} />
      </Queries>
    );
    return (
      <Boundary code="unreachable" otherwise={otherwise}>
        <Suspense fallback={fallback}>{isTime ? part : fallback}</Suspense>
      </Boundary>
    );
  };
}
