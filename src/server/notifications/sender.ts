import { LRUCache } from 'lru-cache';
import type { Clock } from '../time/clock.js';
import { withDeadline } from '../time/Deadline.js';
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
export function createSender({ store, send, clock, log }: SenderOptions) {
  const underWay = new Set<Promise<void>>();
  const counts = new Map<string, number>();
  /** End of the pause of each throttled tenant, in ms since the epoch. */
  const pausedUntilMs = new LRUCache<string, number>({ max: mostPaused });
  let running: Promise<void> | undefined;
  let isStopped = false;
  let nap = new AbortController();

  function findBusyTenants(): readonly string[] {
    const paused = [...pausedUntilMs].filter(([, untilMs]) => untilMs > clock.nowMs());
    const full = [...counts].filter(([, count]) => count >= mostOfTenant);
    return [...new Set([...paused, ...full].map(([tenantId]) => tenantId))];
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { tenantId } = delivery.user;
    counts.set(tenantId, (counts.get(tenantId) ?? 0) + 1);
    try {
      const attempt = await send(delivery);
      log.attempt(delivery, attempt);
      const { outcome, status } = attempt;
      if (status === 429 && outcome.kind === 'again')
        pausedUntilMs.set(tenantId, clock.nowMs() + outcome.afterMs);
      const givenUp = await withDeadline(storeMs, (deadline) => store.settle(deadline, delivery, outcome));
      if (givenUp > 0) log.givenUp(delivery, givenUp);
    } finally {
      const left = (counts.get(tenantId) ?? 1) - 1;
      if (left === 0) counts.delete(tenantId);
      else counts.set(tenantId, left);
    }
  }

  async function deliverDue(): Promise<void> {
    while (!isStopped && underWay.size < mostAtOnce) {
      const busy = findBusyTenants();
      const delivery = await withDeadline(storeMs, (deadline) => store.claim(deadline, busy));
      if (delivery === undefined) return;
      const sending = deliver(delivery)
        // The database reports its own failures. The delivery can be claimed again after a minute.
        .catch(() => undefined)
        .finally(() => {
          underWay.delete(sending);
          nap.abort();
        });
      underWay.add(sending);
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      nap = new AbortController();
      await deliverDue().catch(() => undefined);
      await clock.sleep(lookMs, nap.signal).catch(() => undefined);
    }
    await Promise.all(underWay);
  }

  return {
    start: () => {
      running ??= run();
    },
    /** Looks for due deliveries now instead of at the next interval. */
    wake: () => nap.abort(),
    /** Resolves after the deliveries under way are settled. */
    stop: async () => {
      isStopped = true;
      nap.abort();
      await running;
    },
  };
}
