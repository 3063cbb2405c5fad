import { useSyncExternalStore } from 'react';
import { startOfDay } from '../i18n/formatDate.js';

const occasions = ['visibilitychange', 'click'] as const;

const subscribe = (look: () => void): (() => void) => {
  for (const occasion of occasions) document.addEventListener(occasion, look);
  return () => {
    for (const occasion of occasions) document.removeEventListener(occasion, look);
  };
};

/** When the reader's day began, in ms since the epoch; looked at anew whenever the page comes into view or is clicked. */
export const useToday = (): number => useSyncExternalStore(subscribe, () => startOfDay(Date.now()));
