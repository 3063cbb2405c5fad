import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import type { Clock } from '../http/clock.js';
import { withDeadline } from '../http/RequestScope.js';
import type { Notices, Person, Sighted, Turn } from './Notices.js';

/** One list of one user, read by the app itself. */
export type WatchedList = {
  readonly objectId: string;
  readonly list: ListName;
  readonly reading:
    | { readonly kind: 'read'; readonly entries: readonly Sighted[] }
    /** `isApp`: Graph names a missing permission of the app. Otherwise a policy of this user may be the reason. */
    | { readonly kind: 'refused'; readonly isApp: boolean }
    | { readonly kind: 'notFound' }
    /** `retryAfter`: seconds. */
    | { readonly kind: 'throttled'; readonly retryAfter: number | undefined }
    | { readonly kind: 'failed'; readonly cause: unknown };
};

/** Lists of one tenant that a round could not read. */
export type Unread = {
  /** Read again in the next interval. */
  failed: number;
  /** Read again after the pause of this tenant. */
  throttled: number;
  /** Of the first failure. */
  cause: unknown;
};

export type WatcherOptions = {
  readonly notices: Pick<Notices, 'sight' | 'watching'>;
  /** Both lists of people of one tenant. Never throws. */
  readonly readLists: (tenantId: string, objectIds: readonly string[]) => Promise<readonly WatchedList[]>;
  readonly intervalMinutes: number;
  readonly clock: Clock;
  /** There is a notification to send. */
  readonly onNews: () => void;
  /** A tenant does not let the app read, or does again. */
  readonly onRefusal: (tenantId: string, isRefused: boolean) => void;
  /** Called at the end of a round, once for each tenant with lists that could not be read. */
  readonly onUnread: (tenantId: string, unread: Unread) => void;
  /** The database ended a round. The next one begins a minute later. */
  readonly onGivenUp: (cause: unknown) => void;
};

type Refusals = {
  /** Users whose lists were refused since a list of the tenant was read. */
  readonly users: Set<string>;
  /** The tenant counts as refusing. */
  isRefused: boolean;
  /** Ms since the epoch: not asked before. */
  untilMs: number;
};

type Pause = {
  /** Ms since the epoch: not asked before. */
  readonly untilMs: number;
  /** Milliseconds to wait at least when the tenant is throttled again. */
  readonly nextMs: number;
};

const minuteMs = 60_000;
/** Milliseconds of each minute in which readings begin. */
const workMs = 45_000;
/** Milliseconds for one operation of the database. */
const storeMs = 10_000;
/** People of one request: two lists of each fill a batch. */
const together = 10;
/** Milliseconds for which a tenant that refuses is not asked. */
const refusedMs = 24 * 60 * minuteMs;
/** Users whose lists are refused, with none that is read, before the tenant counts as refusing. A policy may refuse one user. */
const fewestRefused = 3;
/** Milliseconds to wait when Graph throttles: the first time, and at most. */
const [firstWaitMs, longestWaitMs] = [minuteMs, 60 * minuteMs];

/**
 * Reads the lists of the subscribers, each once in an interval; one instance at a time does. A failure concerns the user
 * or the tenant that it belongs to: the others are read in the same round.
 */
export function createWatcher(options: WatcherOptions) {
  const { notices, readLists, intervalMinutes, clock, onNews, onRefusal, onUnread, onGivenUp } = options;
  const holder = randomUUID();
  const intervalMs = intervalMinutes * minuteMs;
  const stopping = new AbortController();
  /** Both by tenant; a tenant leaves them with the first reading that is in order. */
  const refusals = new Map<string, Refusals>();
  const pauses = new Map<string, Pause>();
  let running: Promise<void> | undefined;

  async function watchOnce(): Promise<void> {
    const startedMs = clock.nowMs();
    if (!(await withDeadline(storeMs, (until) => notices.watching.hold(until, holder)))) return;
    const people = await withDeadline(storeMs, (until) => notices.watching.next(until, intervalMinutes));
    const unread = new Map<string, Unread>();
    /** Tenants that gave no answer at all, such as one without a token: asked once in a round. */
    const silent = new Set<string>();
    try {
      for (const { tenantId, group } of toGroups(people)) {
        if (stopping.signal.aborted || clock.nowMs() - startedMs > workMs) return;
        const pausedUntilMs = pauses.get(tenantId)?.untilMs ?? 0;
        const refusedUntilMs = refusals.get(tenantId)?.untilMs ?? 0;
        const nowMs = clock.nowMs();
        // Those who wait for the end of the pause are due then.
        if (pausedUntilMs > nowMs)
          await endTurns(group.map((person) => ({ person, atMs: pausedUntilMs - intervalMs })));
        else if (refusedUntilMs > nowMs || silent.has(tenantId))
          await endTurns(group.map((person) => ({ person, atMs: nowMs })));
        else await readGroup(tenantId, group, unread, silent);
      }
    } finally {
      for (const [tenantId, ofTenant] of unread) onUnread(tenantId, ofTenant);
    }
  }

  /** Adds what it could not read to `unread` and `silent`. */
  async function readGroup(
    tenantId: string,
    people: readonly Person[],
    unread: Map<string, Unread>,
    silent: Set<string>,
  ): Promise<void> {
    const readAtMs = clock.nowMs();
    const objectIds = people.map(({ objectId }) => objectId);
    const lists = await readLists(tenantId, objectIds);
    const failures = lists.flatMap(({ reading }) => (reading.kind === 'failed' ? [reading.cause] : []));
    if (failures.length === lists.length) silent.add(tenantId);
    for (const { objectId, list, reading } of lists) {
      if (reading.kind !== 'read') continue;
      const sighting = { reader: { tenantId, objectId }, list, entries: reading.entries, readAtMs };
      try {
        const isNews = await withDeadline(storeMs, (until) =>
          notices.sight(until, { ...sighting, reading: 'background' }),
        );
        if (isNews) onNews();
      } catch (cause) {
        failures.push(cause);
      }
    }
    const throttled = lists.filter(({ reading }) => reading.kind === 'throttled');
    noteRefusals(tenantId, lists);
    const pausedUntilMs = notePause(tenantId, lists);
    if (failures.length + throttled.length > 0) {
      const known = unread.get(tenantId) ?? { failed: 0, throttled: 0, cause: failures[0] };
      known.failed += failures.length;
      known.throttled += throttled.length;
      unread.set(tenantId, known);
    }
    const doneMs = clock.nowMs();
    await endTurns(
      people.map((person) => {
        const own = lists.filter(({ objectId }) => objectId === person.objectId);
        const has = (kind: WatchedList['reading']['kind']) =>
          own.some(({ reading }) => reading.kind === kind);
        if (has('throttled')) return { person, atMs: pausedUntilMs - intervalMs };
        if (has('read')) return { person, atMs: doneMs, isFound: true };
        const isMissing = own.every(({ reading }) => reading.kind === 'notFound');
        return { person, atMs: doneMs, ...(isMissing && { isFound: false }) };
      }),
    );
  }

  const endTurns = (turns: readonly Turn[]): Promise<void> =>
    withDeadline(storeMs, (until) => notices.watching.done(until, turns));

  function noteRefusals(tenantId: string, lists: readonly WatchedList[]): void {
    const noted = refusals.get(tenantId) ?? { users: new Set(), isRefused: false, untilMs: 0 };
    if (lists.some(({ reading }) => reading.kind === 'read')) {
      refusals.delete(tenantId);
      if (noted.isRefused) onRefusal(tenantId, false);
      return;
    }
    const refused = lists.flatMap(({ objectId, reading }) =>
      reading.kind === 'refused' ? [{ objectId, isApp: reading.isApp }] : [],
    );
    if (refused.length === 0) return;
    refusals.set(tenantId, noted);
    for (const { objectId } of refused) noted.users.add(objectId);
    const isTenant = refused.some(({ isApp }) => isApp) || noted.users.size >= fewestRefused;
    if (!isTenant && !noted.isRefused) return;
    noted.users.clear();
    noted.untilMs = clock.nowMs() + refusedMs;
    if (!noted.isRefused) onRefusal(tenantId, true);
    noted.isRefused = true;
  }

  /** @returns until when the tenant is not asked, in ms since the epoch; 0: it is not throttled */
  function notePause(tenantId: string, lists: readonly WatchedList[]): number {
    const waits = lists.flatMap(({ reading }) =>
      reading.kind === 'throttled' ? [(reading.retryAfter ?? 0) * 1_000] : [],
    );
    if (waits.length === 0) {
      pauses.delete(tenantId);
      return 0;
    }
    const waitMs = pauses.get(tenantId)?.nextMs ?? firstWaitMs;
    const untilMs = clock.nowMs() + Math.max(...waits, waitMs);
    pauses.set(tenantId, { untilMs, nextMs: Math.min(waitMs * 2, longestWaitMs) });
    return untilMs;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await watchOnce().catch(onGivenUp);
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

/** By tenant, in the order of the first of each, as many as fit into one request. */
function toGroups(people: readonly Person[]) {
  const byTenant = new Map<string, Person[]>();
  for (const person of people)
    byTenant.set(person.tenantId, [...(byTenant.get(person.tenantId) ?? []), person]);
  return [...byTenant].flatMap(([tenantId, ofTenant]) =>
    Array.from({ length: Math.ceil(ofTenant.length / together) }, (_, index) => ({
      tenantId,
      group: ofTenant.slice(index * together, (index + 1) * together),
    })),
  );
}
