import { startTransition, useEffect, useState } from 'react';
import { whenPainted } from './whenPainted.js';

/** False for the first paint, true when that stands. */
export function useSoon(): boolean {
  const [isSoon, setSoon] = useState(false);
  useEffect(() => {
    whenPainted(() => {
      startTransition(() => {
        setSoon(true);
      });
    });
  }, []);
  return isSoon;
}
