import { useEventCallback } from '@fluentui/react-components';
import { useEffect } from 'react';

/** Calls back when the page becomes visible again. */
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
