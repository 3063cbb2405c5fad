import { startTransition, useEffect, useState } from 'react';

/** Milliseconds after which the callback runs anyway, because a hidden frame is never painted. */
const patienceMs = 250;

/** Runs the callback after the current frame is painted. */
export function whenPainted(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    act();
  };
  // Animation frame callbacks run before the paint, and a task that they start runs after it.
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, patienceMs);
}

export function whenIdle(act: () => void): void {
  // Safari, and so Teams on iOS, does not support it.
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 500);
}

/** False during the first paint, then true. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    whenPainted(() => startTransition(() => setPainted(true)));
  }, []);
  return isPainted;
}
