import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import type { Clock } from '../time/clock.js';
import { withDeadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import type { NotificationStore } from './createNotificationStore.js';
import type { ListEntry } from './delegationState.js';
import type { Turn } from './watching.js';

/** One list of one user, read with an app-only token. `graph/` implements the reading. */
export type WatchedList = {
  readonly objectId: string;
  readonly list: ListName;
  readonly reading:
    | { readonly kind: 'read'; readonly entries: readonly ListEntry[] }
    /** `isApp`: Graph names a missing permission of the app. Otherwise a policy of this user may be the reason. */
    | { readonly kind: 'refused'; readonly isApp: boolean }
    /** The user does not exist. */
    | { readonly kind: 'notFound' }
    /** `retryAfter`: seconds. */
    | { readonly kind: 'throttled'; readonly retryAfter: number | undefined }
    /** No response or an invalid one. */
    | { readonly kind: 'failed'; readonly cause: unknown };
};

/** Reads both lists of users of one tenant. Never throws. */
export type ReadLists = (tenantId: string, objectIds: readonly string[]) => Promise<readonly WatchedList[]>;

/** Lists of one tenant that a round could not read. */
export type Unread = {
  /** Read again in the next interval. */
  failed: number;
  /** Read again after the pause of this tenant. */
  throttled: number;
  /** Cause of the first failure. */
  cause: unknown;
};

export type WatcherOptions = {
  readonly store: Pick<NotificationStore, 'recordListRead' | 'watching'>;
  readonly readLists: ReadLists;
  readonly intervalMinutes: number;
  readonly clock: Clock;
  /** Called when a notification is queued. */
  readonly onQueued: () => void;
  /** Called when a tenant starts or stops refusing the app. */
  readonly onRefusal: (tenantId: string, isRefused: boolean) => void;
  /** Called at the end of a round, once for each tenant with lists that could not be read. */
  readonly onUnread: (tenantId: string, unread: Unread) => void;
  /** Called when a failure of the database ends a round. The next round begins a minute later. */
  readonly onGivenUp: (cause: unknown) => void;
};

type Refusals = {
  /** Users whose lists were refused since a list of the tenant was read. */
  readonly users: Set<string>;
  /** True when the tenant counts as refusing the app. */
  isRefused: boolean;
  /** Ms since the epoch. The tenant is not asked earlier. */
  untilMs: number;
};

type Pause = {
  /** Ms since the epoch. The tenant is not asked earlier. */
  readonly untilMs: number;
  /** Minimum milliseconds to wait when the tenant is throttled again. */
  readonly nextMs: number;
};

const minuteMs = 60_000;
/** Milliseconds of each minute in which readings can start. */
const workMs = 45_000;
/** Milliseconds for one operation of the database. */
const storeMs = 10_000;
/** Users per request. Two lists of each fill a batch. */
const together = 10;
/** Milliseconds for which a tenant that refuses is not asked. */
const refusedMs = 24 * 60 * minuteMs;
/** Refused users, without any successful reading, after which the tenant counts as refusing. A policy may refuse one user. */
const fewestRefused = 3;
/** First and maximum wait in milliseconds when Graph throttles. */
const [firstWaitMs, longestWaitMs] = [minuteMs, 60 * minuteMs];

/**
 * Reads the lists of each subscriber once per interval, on one instance at a time. A failure affects only its user or
 * tenant: the others are read in the same round.
 */
export function createWatcher(options: WatcherOptions) {
  const { store, readLists, intervalMinutes, clock, onQueued, onRefusal, onUnread, onGivenUp } = options;
  const holder = randomUUID();
  const intervalMs = intervalMinutes * minuteMs;
  const stopping = new AbortController();
  /** By tenant. A refusal ends when a list is read, a pause when no list is throttled. */
  const refusals = new Map<string, Refusals>();
  const pauses = new Map<string, Pause>();
  let running: Promise<void> | undefined;

  async function watchOnce(): Promise<void> {
    const startedMs = clock.nowMs();
    if (!(await withDeadline(storeMs, (deadline) => store.watching.hold(deadline, holder)))) return;
    const users = await withDeadline(storeMs, (deadline) => store.watching.next(deadline, intervalMinutes));
    const unread = new Map<string, Unread>();
    /** Tenants for which every list failed, for example without a token. They are not asked again in this round. */
    const silent = new Set<string>();
    try {
      for (const { tenantId, group } of toGroups(users)) {
        if (stopping.signal.aborted || clock.nowMs() - startedMs > workMs) return;
        const pausedUntilMs = pauses.get(tenantId)?.untilMs ?? 0;
        const refusedUntilMs = refusals.get(tenantId)?.untilMs ?? 0;
        const nowMs = clock.nowMs();
        // These users are due again at the end of the pause.
        if (pausedUntilMs > nowMs)
          await endTurns(group.map((user) => ({ user, atMs: pausedUntilMs - intervalMs })));
        else if (refusedUntilMs > nowMs || silent.has(tenantId))
          await endTurns(group.map((user) => ({ user, atMs: nowMs })));
        else await readGroup(tenantId, group, unread, silent);
      }
    } finally {
      for (const [tenantId, ofTenant] of unread) onUnread(tenantId, ofTenant);
    }
  }

  /** Adds failures to `unread`, and the tenant to `silent` if every list failed. */
  async function readGroup(
    tenantId: string,
    users: readonly User[],
    unread: Map<string, Unread>,
    silent: Set<string>,
  ): Promise<void> {
    const readAtMs = clock.nowMs();
    const objectIds = users.map(({ objectId }) => objectId);
    const lists = await readLists(tenantId, objectIds);
    const failures = lists.flatMap(({ reading }) => (reading.kind === 'failed' ? [reading.cause] : []));
    if (failures.length === lists.length) silent.add(tenantId);
    for (const { objectId, list, reading } of lists) {
      if (reading.kind !== 'read') continue;
      const listRead = { user: { tenantId, objectId }, list, entries: reading.entries, readAtMs };
      try {
        const isQueued = await withDeadline(storeMs, (deadline) =>
          store.recordListRead(deadline, { ...listRead, kind: 'background' }),
        );
        if (isQueued) onQueued();
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
      users.map((user) => {
        const own = lists.filter(({ objectId }) => objectId === user.objectId);
        const has = (kind: WatchedList['reading']['kind']) =>
          own.some(({ reading }) => reading.kind === kind);
        if (has('throttled')) return { user, atMs: pausedUntilMs - intervalMs };
        if (has('read')) return { user, atMs: doneMs, isFound: true };
        const isMissing = own.every(({ reading }) => reading.kind === 'notFound');
        return { user, atMs: doneMs, ...(isMissing && { isFound: false }) };
      }),
    );
  }

  const endTurns = (turns: readonly Turn[]): Promise<void> =>
    withDeadline(storeMs, (deadline) => store.watching.done(deadline, turns));

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

  /** @returns end of the tenant's pause in ms since the epoch; 0 when it is not throttled */
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
    await withDeadline(storeMs, (deadline) => store.watching.letGo(deadline, holder)).catch(() => undefined);
  }

  return {
    start: () => {
      running ??= run();
    },
    /** Resolves after the current reading. Releases the lease for another instance. */
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Groups users by tenant, in the order of each tenant's first user, into groups that fit one request. */
function toGroups(users: readonly User[]) {
  const byTenant = new Map<string, User[]>();
  for (const user of users) byTenant.set(user.tenantId, [...(byTenant.get(user.tenantId) ?? []), user]);
  return [...byTenant].flatMap(([tenantId, ofTenant]) =>
    Array.from({ length: Math.ceil(ofTenant.length / together) }, (_, index) => ({
      tenantId,
      group: ofTenant.slice(index * together, (index + 1) * together),
    })),
  );
}
