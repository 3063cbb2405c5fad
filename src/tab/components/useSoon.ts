import { startTransition, useEffect, useState } from 'react';

/** False for the first paint, true when that stands. */
export function useSoon(): boolean {
  const [isSoon, setSoon] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setSoon(true);
    });
  }, []);
  return isSoon;
}
