import { useEffect } from 'react';

/** Calls back when the browser is online again. */
export function useOnline(callback: (() => unknown) | undefined): void {
  useEffect(() => {
    if (callback === undefined) return undefined;
    const listener = () => void callback();
    window.addEventListener('online', listener);
    return () => {
      window.removeEventListener('online', listener);
    };
  }, [callback]);
}
