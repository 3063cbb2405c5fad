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
    if (!(await withDeadline(storeMs, (deadline) => store.watching.hold(deadline, holder)))) return;
    const users = await withDeadline(storeMs, (deadline) => store.watching.next(deadline, intervalMinutes));
    const unread = new Map<string, Unread>();
    /** Tenants for which every list failed, for example without a token. They are not asked again in this round. */
    const silent = new Set<string>();
    try {
      for (const { tenantId, group } of toGroups(users)) {
        if (stopping.aborted || clock.nowMs() - startedMs > workMs) return;
        const { pausedUntilMs, refusedUntilMs } = tenantOf(tenantId);
        const nowMs = clock.nowMs();
        // These users are due again at the end of the pause.
        if (pausedUntilMs > nowMs)
          await endTurns(group.map((user) => ({ user, atMs: pausedUntilMs - intervalMs })));
        else if (refusedUntilMs > nowMs || silent.has(tenantId))
          await endTurns(group.map((user) => ({ user, atMs: nowMs })));
        else await readGroup(tenantId, group, unread, silent);
      }
    } finally {
      for (const [tenantId, ofTenant] of unread) log.unread(tenantId, ofTenant);
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
    const tenant = tenantOf(tenantId);
    noteRefusals(tenantId, tenant, lists);
    notePause(tenant, lists);
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
        if (has('throttled')) return { user, atMs: tenant.pausedUntilMs - intervalMs };
        if (has('read')) return { user, atMs: doneMs, isFound: true };
        const isMissing = own.every(({ reading }) => reading.kind === 'notFound');
        return { user, atMs: doneMs, ...(isMissing && { isFound: false }) };
      }),
    );
  }

  const endTurns = (turns: readonly Turn[]): Promise<void> =>
    withDeadline(storeMs, (deadline) => store.watching.done(deadline, turns));

  function noteRefusals(tenantId: string, tenant: Tenant, lists: readonly WatchedList[]): void {
    const wasRefused = tenant.refusedUntilMs > 0;
    if (lists.some(({ reading }) => reading.kind === 'read')) {
      if (wasRefused) log.refusal(tenantId, false);
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
    if (!wasRefused) log.refusal(tenantId, true);
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
