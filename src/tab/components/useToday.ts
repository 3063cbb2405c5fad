import { useSyncExternalStore } from 'react';
import { startOfDay } from '../i18n/formatDate.js';

const occasions = ['visibilitychange', 'click'] as const;

const subscribe = (look: () => void): (() => void) => {
  for (const occasion of occasions) document.addEventListener(occasion, look);
  return () => {
    for (const occasion of occasions) document.removeEventListener(occasion, look);
  };
};

/** Start of the user's day in ms since the epoch. Updated when the page becomes visible or is clicked. */
export const useToday = (): number => useSyncExternalStore(subscribe, () => startOfDay(Date.now()));
