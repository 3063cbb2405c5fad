import { LRUCache } from 'lru-cache';
import type { Clock } from '../time/clock.js';
import { withDeadline } from '../time/Deadline.js';
import { repeat } from '../time/repeat.js';
import type { Attempt } from './activityFeed.js';
import type { NotificationStore } from './createNotificationStore.js';
import type { NotificationLog } from './notificationLog.js';
import type { Delivery } from './outbox.js';

export type SenderOptions = {
  readonly store: Pick<NotificationStore, 'claim' | 'settle'>;
  readonly send: (delivery: Delivery) => Promise<Attempt>;
  readonly clock: Clock;
  readonly log: Pick<NotificationLog, 'attempt' | 'givenUp'>;
};

/** Milliseconds between two queries for due deliveries, including those that other instances abandoned. */
const lookMs = 5_000;
const storeMs = 4_000;
/** Maximum concurrent deliveries, in total and per tenant. Users for whom Graph hangs do not block other tenants. */
const [mostAtOnce, mostOfTenant] = [16, 6];
const mostPaused = 100;

/** Sends due deliveries concurrently, but never two to the same user. */
export function startSender({ store, send, clock, log }: SenderOptions) {
  const underWay = new Map<Delivery, Promise<void>>();
  /** End of the pause of each throttled tenant, in ms since the epoch. */
  const pausedUntilMs = new LRUCache<string, number>({ max: mostPaused });

  function findBusyTenants(): readonly string[] {
    const paused = [...pausedUntilMs].filter(([, untilMs]) => untilMs > clock.nowMs());
    const active = [...underWay.keys()].map(({ user }) => user.tenantId);
    const full = active.filter((one) => active.filter((other) => other === one).length >= mostOfTenant);
    return [...new Set([...paused.map(([tenantId]) => tenantId), ...full])];
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const attempt = await send(delivery);
    log.attempt(delivery, attempt);
    const { outcome, status } = attempt;
    if (status === 429 && outcome.kind === 'again')
      pausedUntilMs.set(delivery.user.tenantId, clock.nowMs() + outcome.afterMs);
    const givenUp = await withDeadline(storeMs, (deadline) => store.settle(deadline, delivery, outcome));
    if (givenUp > 0) log.givenUp(delivery, givenUp);
  }

  async function deliverDue(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted && underWay.size < mostAtOnce) {
      const busy = findBusyTenants();
      const delivery = await withDeadline(storeMs, (deadline) => store.claim(deadline, busy));
      if (delivery === undefined) return;
      const sending = deliver(delivery)
        // The database reports its own failures. The delivery can be claimed again after a minute.
        .catch(() => undefined)
        .finally(() => {
          underWay.delete(delivery);
          looking.wake();
        });
      underWay.set(delivery, sending);
    }
  }

  const looking = repeat(lookMs, deliverDue, clock);
  return {
    /** Looks for due deliveries now instead of at the next interval. */
    wake: looking.wake,
    /** Resolves after the deliveries under way are settled. */
    stop: async (): Promise<void> => {
      await looking.stop();
      await Promise.all(underWay.values());
    },
  };
}
