import { lazy } from 'react';

/** What the first screen can do without. Loaded when it is needed, or when the browser has nothing else to do. */
const loaders = {
  confirm: async () => ({ default: (await import('../confirmations/ConfirmBar.js')).ConfirmBar }),
  drawer: async () => ({ default: (await import('../details/DelegationDrawer.js')).DelegationDrawer }),
  find: async () => ({ default: (await import('../find/FindBar.js')).FindBar }),
  notice: async () => ({ default: (await import('../../components/Notice.js')).Notice }),
  takeAlong: async () => ({ default: (await import('../takeAlong/TakeAlong.js')).TakeAlong }),
};

export const ConfirmBar = lazy(loaders.confirm);
export const DelegationDrawer = lazy(loaders.drawer);
export const FindBar = lazy(loaders.find);
export const Notice = lazy(loaders.notice);
export const TakeAlong = lazy(loaders.takeAlong);

/** So that a click need not wait, and that being offline can be said while offline. */
export function loadTheRest(): void {
  const load = () => {
    for (const loader of Object.values(loaders)) loader().catch(() => undefined);
  };
  // Safari, and with it Teams on iOS, has none.
  if ('requestIdleCallback' in window) requestIdleCallback(load);
  else setTimeout(load, 500);
}
