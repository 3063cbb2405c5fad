import { useEventCallback } from '@fluentui/react-components';
import { useEffect } from 'react';

/** Calls it whenever the page comes back into sight: another tab, app or window was before it. */
export function useSeenAgain(act: () => void): void {
  const latest = useEventCallback(act);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') latest();
    };
    window.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('visibilitychange', look);
    };
  }, [latest]);
}
