import { useEventCallback } from '@fluentui/react-components';
import { useEffect } from 'react';

export function useOnline(callback: (() => unknown) | undefined): void {
  useEffect(() => {
    if (callback === undefined) return undefined;
    const listener = () => void callback();
    window.addEventListener('online', listener);
    return () => window.removeEventListener('online', listener);
  }, [callback]);
}

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
