import { createStateHasher } from './delegationState.js';
import { createListRecorder } from './listRecorder.js';
import { createOutbox } from './outbox.js';
import type { StoreContext } from './rows.js';
import { createSubscriptions } from './subscriptions.js';
import { createWatching } from './watching.js';

export type NotificationStore = ReturnType<typeof createNotificationStore>;

/**
 * Stores subscriptions and their notifications in a database of either engine. All operations throw Problem
 * `store_unavailable`, or CallerGone.
 * @param options `key`: key of the hashes of rights. It is not stored in the database.
 */
export function createNotificationStore({
  key,
  ...options
}: Omit<StoreContext, 'hasher'> & { readonly key: Buffer }) {
  const context: StoreContext = { ...options, hasher: createStateHasher(key) };
  return {
    ...createSubscriptions(context),
    ...createListRecorder(context),
    ...createOutbox(context),
    watching: createWatching(context),
  };
}
