import { randomUUID } from 'node:crypto';
import type { ListName } from '../../contract/delegation.js';
import type { Clock } from '../time/clock.js';
import { withDeadline } from '../time/Deadline.js';
import { repeat } from '../time/repeat.js';
import type { User } from '../User.js';
import type { NotificationStore } from './createNotificationStore.js';
import type { ListEntry } from './delegationState.js';
import type { NotificationLog } from './notificationLog.js';
import type { Turn } from './watching.js';

/** One list of one user, read with an app-only token. `graph/` implements the reading. */
export type WatchedList = {
  readonly objectId: string;
  readonly list: ListName;
  readonly reading:
    | { readonly kind: 'read'; readonly entries: readonly ListEntry[] }
    /** `isApp`: Graph names a missing permission of the app. Otherwise a policy of this user may be the reason. */
    | { readonly kind: 'refused'; readonly isApp: boolean }
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
  readonly onQueued: () => void;
  readonly log: Pick<NotificationLog, 'refusal' | 'unread' | 'roundFailed'>;
};

/** Times are in ms since the epoch. Until then, the tenant is not asked. */
type Tenant = {
  readonly id: string;
  /** Users whose lists were refused since a list of the tenant was read. */
  readonly refusedUsers: Set<string>;
  /** The tenant counts as refusing the app, also after this time. 0: it does not. */
  refusedUntilMs: number;
  /** Graph throttles the tenant. */
  pausedUntilMs: number;
  /** Minimum milliseconds to wait when the tenant is throttled again. */
  nextPauseMs: number;
};

const minuteMs = 60_000;
/** Milliseconds of each minute in which readings can start. */
const workMs = 45_000;
const storeMs = 10_000;
/** Users per request. Two lists of each fill a batch. */
const together = 10;
const refusedMs = 24 * 60 * minuteMs;
/** Refused users, without any successful reading, after which the tenant counts as refusing. A policy may refuse one user. */
const fewestRefused = 3;
/** First and maximum wait in milliseconds when Graph throttles. */
const [firstWaitMs, longestWaitMs] = [minuteMs, 60 * minuteMs];

/**
 * Reads the lists of each subscriber once per interval, on one instance at a time. A failure affects only its user or
 * tenant: the others are read in the same round.
 */
export function startWatcher(options: WatcherOptions) {
  const { store, readLists, intervalMinutes, clock, onQueued, log } = options;
  const holder = randomUUID();
  const intervalMs = intervalMinutes * minuteMs;
  const tenants = new Map<string, Tenant>();

  function tenantOf(tenantId: string): Tenant {
    const tenant = tenants.get(tenantId) ?? {
      id: tenantId,
      refusedUsers: new Set(),
      refusedUntilMs: 0,
      pausedUntilMs: 0,
      nextPauseMs: firstWaitMs,
    };
    tenants.set(tenantId, tenant);
    return tenant;
  }

  async function watchOnce(stopping: AbortSignal): Promise<void> {
    const startedMs = clock.nowMs();
    const isOver = () => stopping.aborted || clock.nowMs() - startedMs > workMs;
    if (!(await withDeadline(storeMs, (deadline) => store.watching.hold(deadline, holder)))) return;
    const users = await withDeadline(storeMs, (deadline) => store.watching.next(deadline, intervalMinutes));
    for (const [tenantId, ofTenant] of groupByTenant(users))
      await readTenant(tenantOf(tenantId), ofTenant, isOver);
  }

  async function readTenant(tenant: Tenant, users: readonly User[], isOver: () => boolean): Promise<void> {
    const unread: Unread = { failed: 0, throttled: 0, cause: undefined };
    /** Every list failed, for example without a token. The tenant is not asked again in this round. */
    let isSilent = false;
    try {
      for (let index = 0; index < users.length && !isOver(); index += together) {
        const group = users.slice(index, index + together);
        const nowMs = clock.nowMs();
        const dueMs = tenant.pausedUntilMs;
        // These users are due again at the end of the pause.
        if (dueMs > nowMs) await endTurns(group.map((user) => ({ user, atMs: dueMs - intervalMs })));
        else if (isSilent || tenant.refusedUntilMs > nowMs)
          await endTurns(group.map((user) => ({ user, atMs: nowMs })));
        else isSilent = await readGroup(tenant, group, unread);
      }
    } finally {
      if (unread.failed + unread.throttled > 0) log.unread(tenant.id, unread);
    }
  }

  /** Adds to `unread`. @returns whether every list failed */
  async function readGroup(tenant: Tenant, users: readonly User[], unread: Unread): Promise<boolean> {
    const readAtMs = clock.nowMs();
    const objectIds = users.map(({ objectId }) => objectId);
    const lists = await readLists(tenant.id, objectIds);
    const failures = lists.flatMap(({ reading }) => (reading.kind === 'failed' ? [reading.cause] : []));
    for (const { objectId, list, reading } of lists) {
      if (reading.kind !== 'read') continue;
      const listRead = { user: { tenantId: tenant.id, objectId }, list, entries: reading.entries, readAtMs };
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
    noteRefusals(tenant, lists);
    notePause(tenant, lists);
    unread.failed += failures.length;
    unread.throttled += throttled.length;
    unread.cause ??= failures[0];
    const doneMs = clock.nowMs();
    await endTurns(
      users.map((user) => {
        const own = lists.filter(({ objectId }) => objectId === user.objectId);
        const has = (kind: WatchedList['reading']['kind']) =>
          own.some(({ reading }) => reading.kind === kind);
        if (has('throttled')) return { user, atMs: tenant.pausedUntilMs - intervalMs };
        if (has('read')) return { user, atMs: doneMs, isFound: true };
        const isMissing = own.every(({ reading }) => reading.kind === 'notFound');
        return { user, atMs: doneMs, ...(isMissing && { isFound: false }) };
      }),
    );
    return lists.every(({ reading }) => reading.kind === 'failed');
  }

  const endTurns = (turns: readonly Turn[]): Promise<void> =>
    withDeadline(storeMs, (deadline) => store.watching.done(deadline, turns));

  function noteRefusals(tenant: Tenant, lists: readonly WatchedList[]): void {
    const wasRefused = tenant.refusedUntilMs > 0;
    if (lists.some(({ reading }) => reading.kind === 'read')) {
      if (wasRefused) log.refusal(tenant.id, false);
      tenant.refusedUsers.clear();
      tenant.refusedUntilMs = 0;
      return;
    }
    let isRefused = false;
    for (const { objectId, reading } of lists) {
      if (reading.kind !== 'refused') continue;
      tenant.refusedUsers.add(objectId);
      isRefused ||= reading.isApp || wasRefused;
    }
    if (!isRefused && tenant.refusedUsers.size < fewestRefused) return;
    if (!wasRefused) log.refusal(tenant.id, true);
    tenant.refusedUsers.clear();
    tenant.refusedUntilMs = clock.nowMs() + refusedMs;
  }

  function notePause(tenant: Tenant, lists: readonly WatchedList[]): void {
    const waits = lists.flatMap(({ reading }) =>
      reading.kind === 'throttled' ? [(reading.retryAfter ?? 0) * 1_000] : [],
    );
    const isThrottled = waits.length > 0;
    tenant.pausedUntilMs = isThrottled ? clock.nowMs() + Math.max(...waits, tenant.nextPauseMs) : 0;
    tenant.nextPauseMs = isThrottled ? Math.min(tenant.nextPauseMs * 2, longestWaitMs) : firstWaitMs;
  }

  const watching = repeat(minuteMs, (stopping) => watchOnce(stopping).catch(log.roundFailed), clock);
  return {
    /** Resolves after the current reading. Releases the lease for another instance. */
    stop: async (): Promise<void> => {
      await watching.stop();
      await withDeadline(storeMs, (deadline) => store.watching.letGo(deadline, holder)).catch(
        () => undefined,
      );
    },
  };
}

/** In the order of each tenant's first user. */
function groupByTenant(users: readonly User[]): ReadonlyMap<string, readonly User[]> {
  const byTenant = new Map<string, User[]>();
  for (const user of users) byTenant.set(user.tenantId, [...(byTenant.get(user.tenantId) ?? []), user]);
  return byTenant;
}
