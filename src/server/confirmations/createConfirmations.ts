import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type {
  Confirmation,
  ConfirmationPage,
  ConfirmedEntry,
  Counterpart,
} from '../../contract/confirmation.js';
import { oppositeList, type ListName } from '../../contract/delegation.js';
import { isGuid } from '../../contract/guid.js';
import { ofUser, sql, type Database, type Query, type Row, type Statement } from '../database/Database.js';
import { Problem } from '../Problem.js';
import type { Deadline, RequestDeadline } from '../time/Deadline.js';
import type { User } from '../User.js';
import { newest, toCursorText, type Cursor } from './cursor.js';
import { toConfirmation } from './storedConfirmation.js';

/** The part of a request's caller that this folder needs. */
export type Caller = { readonly user: User; readonly deadline: RequestDeadline };

/** A list as the server read it from Graph, with what the user says about it. */
export type Reading = Omit<Confirmation, 'id' | 'confirmedAt'>;

/** `isNew` is false when the confirmation was stored before. */
type Saved = { readonly confirmation: Confirmation; readonly isNew: boolean };

export type ConfirmationsOptions = {
  readonly database: Database;
  readonly retentionDays: number;
  /**
   * Called in the transaction that stores a shared confirmation, with the ids of entries that it newly says are not right.
   * Lower-case GUIDs, never the user's own.
   */
  readonly onSharedWrong?:
    ((query: Query, user: User, list: ListName, ids: readonly string[]) => Promise<void>) | undefined;
  readonly now?: () => Date;
};

/** Identifies the user's last `forget`. null: none recently. */
type Mark = string | null;

const dayMs = 24 * 60 * 60 * 1_000;
/** Maximum confirmations of one user and list within 24 hours. */
const mostInADay = 100;
/** Milliseconds in which the same reading, marked in the same way, is the same confirmation. */
const sameMs = 5 * 60 * 1_000;
/** Milliseconds for which a mark is kept: longer than any request takes. */
const markMs = 60 * 60 * 1_000;
/** Rows deleted in one transaction. The limit keeps transactions short. */
const sweptAtOnce = 500;

export type Confirmations = ReturnType<typeof createConfirmations>;

/**
 * Stores confirmations in a database of either engine. `sweep` concerns all users, and `counterparts` reads what others share
 * with the user. All other operations access only data of their user. They throw Problem `store_unavailable`, or CallerGone.
 */
export function createConfirmations(options: ConfirmationsOptions) {
  const { database, retentionDays, onSharedWrong, now = () => new Date() } = options;
  const ago = (ms: number): string => new Date(now().getTime() - ms).toISOString();
  /** Time of the last `forget` on this instance, by `ownerOf`, in ms of `performance.now()`. Infinity while it runs. */
  const forgottenMs = new LRUCache<string, number>({ max: 10_000, ttl: markMs });

  const save = async (
    query: Query,
    caller: Caller,
    list: ListName,
    confirmation: Confirmation,
    mark: Mark,
  ): Promise<Saved | Problem> => {
    const { user } = caller;
    const { id, confirmedAt, fingerprint, shared, entries } = confirmation;
    const [stored] = await query`${inList(user, list, sql`and id = ${id}`)}`;
    if (stored !== undefined) return { confirmation: toConfirmation(stored), isNew: false };
    const isLate = (forgottenMs.get(ownerOf(caller)) ?? 0) > caller.deadline.startedMs;
    if (isLate || toMark(await query`${markOf(caller)}`) !== mark) return forgotten();
    const [row] = await query`${inList(user, list, latestOne)}`;
    const latest = row && toConfirmation(row);
    if (latest !== undefined && isSame(latest, confirmation)) return { confirmation: latest, isNew: false };
    const [lately] = await query`select count(*) as total, min(confirmed_at) as first from confirmations
        where ${ofUser(user)} and list = ${list} and confirmed_at > ${ago(dayMs)}`;
    if (Number(lately?.['total']) >= mostInADay)
      return tooMany(Date.parse(String(lately?.['first'])) + dayMs - now().getTime());
    if (shared && onSharedWrong !== undefined) {
      const since = ago(retentionDays * dayMs);
      const [before] = await query`${latestShared([user], list, since)}`;
      const ids = toNewlyWrong(before && toConfirmation(before), confirmation);
      const otherIds = ids.filter((otherId) => otherId !== user.objectId);
      await onSharedWrong(query, user, list, otherIds);
    }
    await query`insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, shared, entries)
        values (${user.tenantId}, ${user.objectId}, ${list}, ${id}, ${confirmedAt}, ${fingerprint}, ${shared ? 1 : 0},
          ${JSON.stringify(entries)})`;
    return { confirmation, isNew: true };
  };

  return {
    /**
     * Stores what `read` returns as one confirmation, even if it is sent again: a known ID returns the stored confirmation
     * without a call of `read`. Within five minutes, the same reading with the same entries marked wrong, shared or not
     * shared as before, is the same confirmation, even under another ID. Throws what `read` throws, Problem `list_changed`
     * if `forget` ran meanwhile, and Problem `rate_limited` after a hundred confirmations of one list in a day.
     */
    confirm: async (
      caller: Caller,
      list: ListName,
      id: string,
      read: () => Promise<Reading>,
    ): Promise<Saved> => {
      // Read first, so that a `forget` from here on is detected.
      const mark = toMark(await database.read(caller.deadline, markOf(caller)));
      const [stored] = await database.read(caller.deadline, inList(caller.user, list, sql`and id = ${id}`));
      if (stored !== undefined) return { confirmation: toConfirmation(stored), isNew: false };
      const reading = await read();
      const confirmation = { id, confirmedAt: now().toISOString(), ...reading };
      const saved = await database.write(caller.deadline, ownerOf(caller), (query) =>
        save(query, caller, list, confirmation, mark),
      );
      // Thrown outside the transaction, where it would count as a failure of the database.
      if (saved instanceof Problem) throw saved;
      return saved;
    },

    /** Newest first. Omits confirmations past the retention period, even those that are not yet removed. */
    page: async (
      { user, deadline }: Caller,
      list: ListName,
      { limit, before = newest }: { readonly limit: number; readonly before: Cursor | undefined },
    ): Promise<ConfirmationPage> => {
      const onPage = sql`and confirmed_at >= ${ago(retentionDays * dayMs)}
        and (confirmed_at, id) < (${before.confirmedAt}, ${before.id})
        order by confirmed_at desc, id desc limit ${limit + 1}`;
      const rows = await database.read(deadline, inList(user, list, onPage));
      const value = rows.slice(0, limit).map(toConfirmation);
      const last = value.at(-1);
      return { value, next: rows.length > limit && last !== undefined ? toCursorText(last) : null };
    },

    /**
     * Returns what the people in the user's list share: of each, the entry about the user in their latest shared confirmation
     * of the opposite list. Omits people without such an entry. Never returns an entry about anyone but the user.
     * @param ids lower-case GUIDs, each once
     */
    counterparts: async (
      { user: { tenantId, objectId }, deadline }: Caller,
      list: ListName,
      ids: readonly string[],
    ): Promise<readonly Counterpart[]> => {
      const others = ids.map((id) => ({ tenantId, objectId: id }));
      const since = ago(retentionDays * dayMs);
      const rows = await database.read(deadline, latestShared(others, oppositeList[list], since));
      return rows.flatMap((row) => {
        const { confirmedAt, entries } = toConfirmation(row);
        const own = entries.find(({ id }) => id.toLowerCase() === objectId);
        return own === undefined ? [] : [{ ...own, id: String(row['user_id']), confirmedAt }];
      });
    },

    /** Erases the confirmations of both lists. A `confirm` that is under way stores nothing afterwards. */
    forget: async (caller: Caller): Promise<void> => {
      const { tenantId, objectId } = caller.user;
      const [mark, at] = [randomUUID(), now().toISOString()];
      forgottenMs.set(ownerOf(caller), Infinity);
      try {
        await database.erase(caller.deadline, ownerOf(caller), async (query) => {
          await query`delete from confirmations where ${ofUser(caller.user)}`;
          await query`insert into forgotten (tenant_id, user_id, mark, forgotten_at)
              values (${tenantId}, ${objectId}, ${mark}, ${at})
              on conflict (tenant_id, user_id)
              do update set mark = excluded.mark, forgotten_at = excluded.forgotten_at`;
        });
      } finally {
        forgottenMs.set(ownerOf(caller), performance.now());
      }
    },

    /** Erases the confirmations of all users that are past the retention period. */
    sweep: async (deadline: Deadline): Promise<void> => {
      await database.erase(
        deadline,
        'sweep',
        (query) => query`delete from forgotten where forgotten_at < ${ago(markMs)}`,
      );
      const removeSome = (query: Query) =>
        query`delete from confirmations where (tenant_id, user_id, list, id) in (
              select tenant_id, user_id, list, id from confirmations
              where confirmed_at < ${ago(retentionDays * dayMs)} limit ${sweptAtOnce})
            returning id`;
      while ((await database.erase(deadline, 'sweep', removeSome)).length === sweptAtOnce);
    },
  };
}

const ownerOf = ({ user: { tenantId, objectId } }: Caller): string => `${tenantId}.${objectId}`;

const inList = (user: User, list: ListName, which: Statement): Statement =>
  sql`select user_id, id, confirmed_at, fingerprint, shared, entries from confirmations
    where ${ofUser(user)} and list = ${list} ${which}`;

const latestOne = sql`order by confirmed_at desc, id desc limit 1`;

/** One statement for many users. Each part reads one entry of an index, however many confirmations are stored. */
const latestShared = (users: readonly User[], list: ListName, since: string): Statement =>
  users
    .map((user) => inList(user, list, sql`and shared = 1 ${latestOne}`))
    .map((latest) => sql`select * from (${latest}) as latest where confirmed_at >= ${since}`)
    .reduce((one, other) => sql`${one} union all ${other}`);

function isSame(before: Confirmation, now: Confirmation): boolean {
  const passedMs = Date.parse(now.confirmedAt) - Date.parse(before.confirmedAt);
  const toWrong = ({ entries }: Confirmation) =>
    entries
      .flatMap(({ id, isRight }) => (isRight ? [] : [id]))
      .sort()
      .join(' ');
  return (
    passedMs >= 0 &&
    passedMs < sameMs &&
    before.fingerprint === now.fingerprint &&
    before.shared === now.shared &&
    toWrong(before) === toWrong(now)
  );
}

/** Returns who the other party is of each entry that is not right, and that the one before did not call so in the same state. */
function toNewlyWrong(before: Confirmation | undefined, { entries }: Confirmation): readonly string[] {
  const isKnown = (entry: ConfirmedEntry) => before?.entries.some((known) => isDeepStrictEqual(known, entry));
  const wrong = entries.filter((entry) => !entry.isRight && isKnown(entry) !== true);
  return [...new Set(wrong.map(({ id }) => id.toLowerCase()))].filter(isGuid);
}

const forgotten = (): Problem =>
  new Problem(
    { code: 'list_changed' },
    'You deleted all of your confirmations while this one was being sent. Review the list, then confirm again.',
  );

/** @param ms milliseconds until another confirmation can be stored */
const tooMany = (ms: number): Problem =>
  new Problem(
    { code: 'rate_limited', retryAfter: Math.min(Math.max(1, Math.ceil(ms / 1_000)), dayMs / 1_000) },
    'You have confirmed this list too often today. Your earlier confirmations are stored.',
  );

const markOf = ({ user }: Caller) => sql`select mark from forgotten where ${ofUser(user)}`;

const toMark = ([row]: readonly Row[]): Mark => (typeof row?.['mark'] === 'string' ? row['mark'] : null);
