import { LRUCache } from 'lru-cache';
import type { Clock } from '../http/clock.js';
import { withDeadline } from '../http/RequestScope.js';
import type { Attempt } from './activityFeed.js';
import type { ClaimedNotice, Notices } from './Notices.js';

export type SenderOptions = {
  readonly notices: Pick<Notices, 'claim' | 'settle'>;
  readonly send: (notice: ClaimedNotice) => Promise<Attempt>;
  readonly clock: Clock;
  readonly onAttempt: (notice: ClaimedNotice, attempt: Attempt) => void;
  /** Called with the number of notifications given up after a day of attempts. */
  readonly onGivenUp: (notice: ClaimedNotice, notifications: number) => void;
};

export type Sender = {
  readonly start: () => void;
  /** Looks for due deliveries now instead of at the next interval. */
  readonly wake: () => void;
  /** Resolves after the deliveries under way are settled. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds between two queries for due deliveries, including those that other instances abandoned. */
const lookMs = 5_000;
/** Milliseconds for one operation of the database. */
const storeMs = 4_000;
/** Maximum concurrent deliveries, in total and per tenant. Users for whom Graph hangs do not block other tenants. */
const [mostAtOnce, mostOfTenant] = [16, 6];
/** Maximum number of paused tenants. */
const mostPaused = 100;

/** Sends due deliveries concurrently, but never two to the same user. */
export function createSender({ notices, send, clock, onAttempt, onGivenUp }: SenderOptions): Sender {
  const underWay = new Set<Promise<void>>();
  /** Deliveries under way, by tenant. */
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

  async function deliver(notice: ClaimedNotice): Promise<void> {
    const { tenantId } = notice.person;
    counts.set(tenantId, (counts.get(tenantId) ?? 0) + 1);
    try {
      const attempt = await send(notice);
      onAttempt(notice, attempt);
      const { outcome, status } = attempt;
      if (status === 429 && outcome.kind === 'again')
        pausedUntilMs.set(tenantId, clock.nowMs() + outcome.afterMs);
      const givenUp = await withDeadline(storeMs, (until) => notices.settle(until, notice, outcome));
      if (givenUp > 0) onGivenUp(notice, givenUp);
    } finally {
      const left = (counts.get(tenantId) ?? 1) - 1;
      if (left === 0) counts.delete(tenantId);
      else counts.set(tenantId, left);
    }
  }

  async function deliverDue(): Promise<void> {
    while (!isStopped && underWay.size < mostAtOnce) {
      const busy = findBusyTenants();
      const notice = await withDeadline(storeMs, (until) => notices.claim(until, busy));
      if (notice === undefined) return;
      const delivery = deliver(notice)
        // The database reports its own failures. The delivery can be claimed again after a minute.
        .catch(() => undefined)
        .finally(() => {
          underWay.delete(delivery);
          nap.abort();
        });
      underWay.add(delivery);
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
    wake: () => {
      nap.abort();
    },
    stop: async () => {
      isStopped = true;
      nap.abort();
      await running;
    },
  };
}
