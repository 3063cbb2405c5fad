import { useSyncExternalStore } from 'react';

/** Below this there is no room for a column a right. */
const query = '(min-width: 760px)';

const subscribe = (changed: () => void): (() => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => {
    media.removeEventListener('change', changed);
  };
};

/** True while the page is wide enough for a table. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
