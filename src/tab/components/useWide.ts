import { useSyncExternalStore } from 'react';

/** Below this there is no room for a column a right. */
const query = '(min-width: 760px)';

let isWide: boolean | undefined;
const listeners = new Set<() => void>();

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
};

/** Asked once and told of each change: every asking makes the browser lay out all that has changed until then. */
function ask(): boolean {
  const media = window.matchMedia(query);
  media.addEventListener('change', () => {
    isWide = media.matches;
    for (const tell of listeners) tell();
  });
  return media.matches;
}

/** True while the page is wide enough for a table. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => (isWide ??= ask()));
