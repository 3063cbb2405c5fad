import { useEventCallback } from '@fluentui/react-components';
import { useEffect } from 'react';

/** Calls back when the browser is online again. */
export function useOnline(callback: (() => unknown) | undefined): void {
  useEffect(() => {
    if (callback === undefined) return undefined;
    const listener = () => void callback();
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  }, [callback]);
}

/** Calls back when the page becomes visible again. */
export function useVisibleAgain(act: () => void): void {
  const latest = useEventCallback(act);
  useEffect(() => {
    const listener = () => {
      if (document.visibilityState === 'visible') latest();
    };
    window.addEventListener('visibilitychange', listener);
    return () => window.removeEventListener('visibilitychange', listener);
  }, [latest]);
}
