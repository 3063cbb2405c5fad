import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react';
import { loadLaterMessages } from '../i18n/Language.js';
import { useLanguage } from '../i18n/useMessages.js';
import { Boundary } from './Fallback.js';
import { useIsPainted } from './afterPaint.js';

const Queries = lazy(async () => ({ default: (await import('./Queries.js')).Queries }));

type DeferredProps = {
  readonly children: ReactNode;
  /** Shown while loading. Give it the final height, to prevent layout shifts. */
  readonly fallback?: ReactNode;
  /** Shown when loading fails. Defaults to a short message. */
  readonly otherwise?: ReactNode;
};

/** A part whose code and messages load after the first screen. A failed download does not affect the rest of the page. */
function Deferred({ children, fallback = null, otherwise }: DeferredProps) {
  const isTime = useIsPainted();
  const { tag } = useLanguage();
  useEffect(() => {
    if (!isTime) return;
    // Loads the messages in parallel with the code.
    loadLaterMessages(tag).catch(() => undefined);
  }, [isTime, tag]);
  return (
    <Boundary code="unreachable" otherwise={otherwise}>
      <Suspense fallback={fallback}>{isTime ? <Queries>{children}</Queries> : fallback}</Suspense>
    </Boundary>
  );
}

/** Returns a component whose code loads when it is first rendered, below a Deferred. */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  look: (props: Props) => Omit<DeferredProps, 'children'> = () => ({}),
): ComponentType<Props> {
  // React's type of lazy components does not accept generic properties.
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function DeferredPart(props) {
    return (
      <Deferred {...look(props)}>
        <Part {...props} />
      </Deferred>
    );
  };
}
