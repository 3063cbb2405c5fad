import {
  createContext,
  useCallback,
  useContext,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

/** Minimum width for one column per right. */
const query = '(min-width: 760px)';

const WideContext = createContext(true);

/** True while the page is wide enough for the table. */
export const useWide = (): boolean => useContext(WideContext);

/** Evaluates the media query for the whole page, because each evaluation forces a layout. */
export function WideProvider({ children }: { readonly children: ReactNode }) {
  const [media] = useState(() => window.matchMedia(query));
  const subscribe = useCallback(
    (changed: () => void) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [media],
  );
  const isWide = useSyncExternalStore(subscribe, () => media.matches);
  return <WideContext.Provider value={isWide}>{children}</WideContext.Provider>;
}
