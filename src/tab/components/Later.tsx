import { Suspense, type ReactNode } from 'react';
import { Boundary } from './Boundary.js';
import { useSoon } from './useSoon.js';

type LaterProps = {
  readonly children: ReactNode;
  /** Stands there meanwhile, best as high as what will come, so that nothing jumps. */
  readonly fallback?: ReactNode;
};

/** A part whose code is only asked for once the first screen stands. One that cannot be had does not take the page along. */
export function Later({ children, fallback = null }: LaterProps) {
  const isTime = useSoon();
  return (
    <Boundary code="unreachable">
      <Suspense fallback={fallback}>{isTime ? children : fallback}</Suspense>
    </Boundary>
  );
}
