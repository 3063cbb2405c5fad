import { useSyncExternalStore } from 'react';

/** Minimum width for one column per right. */
const query = '(min-width: 760px)';

let isWide: boolean | undefined;
const listeners = new Set<() => void>();

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
  };
};

/** Caches the media query, because each evaluation forces a layout. */
function ask(): boolean {
  const media = window.matchMedia(query);
  media.addEventListener('change', () => {
    isWide = media.matches;
    for (const tell of listeners) tell();
  });
  return media.matches;
}

/** True while the page is wide enough for the table. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => (isWide ??= ask()));
