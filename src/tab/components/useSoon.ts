import { startTransition, useEffect, useState } from 'react';
import { whenPainted } from './whenPainted.js';

/** False during the first paint, then true. */
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
