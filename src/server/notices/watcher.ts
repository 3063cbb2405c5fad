import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import type { Clock } from '../http/clock.js';
import { withDeadline } from '../http/RequestScope.js';
import type { Notices, Person, Sighted } from './Notices.js';

/** One list of one person, read without them. */
export type Watched = {
  readonly objectId: string;
  readonly list: ListName;
  readonly reading:
    | { readonly kind: 'read'; readonly entries: readonly Sighted[] }
    | { readonly kind: 'refused' | 'unknown' }
    /** `retryAfter`: seconds. */
    | { readonly kind: 'busy'; readonly retryAfter: number | undefined };
};

export type WatcherOptions = {
  readonly notices: Pick<Notices, 'sight' | 'watching'>;
  /** Both lists of people of one tenant. Never throws. */
  readonly readLists: (tenantId: string, objectIds: readonly string[]) => Promise<readonly Watched[]>;
  readonly intervalMinutes: number;
  readonly clock: Clock;
  /** Somebody is to be told something. */
  readonly onNews: () => void;
  /** A tenant does not let the app read, or does again. */
  readonly onRefusal: (tenantId: string, isRefused: boolean) => void;
};

const minuteMs = 60_000;
/** Milliseconds of each minute in which readings begin. */
const workMs = 45_000;
/** Milliseconds for one look at the store. */
const storeMs = 10_000;
/** People of one request: two lists of each fill a batch. */
const together = 10;
/** Milliseconds for which a tenant that refuses is left alone. */
const refusedMs = 24 * 60 * minuteMs;
/** Milliseconds to wait when Graph is busy: the first time, and at most. */
const [firstWaitMs, longestWaitMs] = [minuteMs, 60 * minuteMs];

/** Reads the lists of those who want to be told, each once in an interval; only one instance does at a time. */
export function createWatcher(options: WatcherOptions) {
  const { notices, readLists, intervalMinutes, clock, onNews, onRefusal } = options;
  const holder = randomUUID();
  const stopping = new AbortController();
  /** Until when tenants that refuse are left alone, in ms since the epoch. */
  const refusedUntilMs = new Map<string, number>();
  let running: Promise<void> | undefined;
  let pausedUntilMs = 0;
  let waitMs = firstWaitMs;

  async function watchOnce(): Promise<void> {
    const startedMs = clock.nowMs();
    if (startedMs < pausedUntilMs) return;
    if (!(await withDeadline(storeMs, (until) => notices.watching.hold(until, holder)))) return;
    const people = await withDeadline(storeMs, (until) => notices.watching.next(until, intervalMinutes));
    for (const group of toGroups(people)) {
      if (stopping.signal.aborted || clock.nowMs() - startedMs > workMs) return;
      if (!(await watchGroup(group))) return;
    }
  }

  /** Whether to go on. */
  async function watchGroup(people: readonly Person[]): Promise<boolean> {
    const [tenantId = ''] = people.map((person) => person.tenantId);
    if ((refusedUntilMs.get(tenantId) ?? 0) <= clock.nowMs()) {
      const readAtMs = clock.nowMs();
      const lists = await readLists(
        tenantId,
        people.map(({ objectId }) => objectId),
      );
      noteRefusal(tenantId, lists);
      const busy = lists.flatMap(({ reading }) => (reading.kind === 'busy' ? [reading] : []));
      for (const { objectId, list, reading } of lists) {
        if (reading.kind !== 'read') continue;
        const sighting = { reader: { tenantId, objectId }, list, entries: reading.entries, readAtMs };
        const isNews = await withDeadline(storeMs, (until) =>
          notices.sight(until, { ...sighting, isUnseen: true }),
        );
        if (isNews) onNews();
      }
      if (busy.length > 0) {
        // Those who were read are read again: to see the same twice costs nothing.
        const askedMs = Math.max(...busy.map(({ retryAfter = 0 }) => retryAfter * 1_000));
        pausedUntilMs = clock.nowMs() + Math.max(askedMs, waitMs);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
        return false;
      }
      waitMs = firstWaitMs;
    }
    await withDeadline(storeMs, (until) => notices.watching.done(until, people));
    return true;
  }

  function noteRefusal(tenantId: string, lists: readonly Watched[]): void {
    const has = (kind: Watched['reading']['kind']) => lists.some(({ reading }) => reading.kind === kind);
    // Somebody whom a policy keeps from delegating is refused as well, and says nothing of the others.
    if (has('refused') && !has('read') && !has('busy')) {
      if (!refusedUntilMs.has(tenantId)) onRefusal(tenantId, true);
      refusedUntilMs.set(tenantId, clock.nowMs() + refusedMs);
    } else if (has('read') && refusedUntilMs.delete(tenantId)) {
      onRefusal(tenantId, false);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // The database tells of its troubles itself.
      await watchOnce().catch(() => undefined);
      await clock.sleep(minuteMs, stopping.signal).catch(() => undefined);
    }
    await withDeadline(storeMs, (until) => notices.watching.letGo(until, holder)).catch(() => undefined);
  }

  return {
    start: () => {
      running ??= run();
    },
    /** Ends once a reading that is under way has ended; another instance goes on. */
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** By tenant, in their order, as many as fit together. */
function toGroups(people: readonly Person[]): readonly (readonly Person[])[] {
  const byTenant = new Map<string, Person[]>();
  for (const person of people)
    byTenant.set(person.tenantId, [...(byTenant.get(person.tenantId) ?? []), person]);
  return [...byTenant.values()].flatMap((ofTenant) =>
    Array.from({ length: Math.ceil(ofTenant.length / together) }, (_, index) =>
      ofTenant.slice(index * together, (index + 1) * together),
    ),
  );
}
