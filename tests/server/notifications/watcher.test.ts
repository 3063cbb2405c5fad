import type { ListRead } from '../../../src/server/notifications/listRecorder.js';
import type { Turn } from '../../../src/server/notifications/watching.js';
import type { User } from '../../../src/server/User.js';
import { startWatcher, type Unread, type WatchedList } from '../../../src/server/notifications/watcher.js';
import { createManualClock } from '../../support/manualClock.js';
import { hourMs, minuteMs, newUser } from '../../support/notificationStore.js';

/** Schedule, users and pauses of background reading, without a store and without Graph. */

type Reading = WatchedList['reading'];
type Answer = (objectId: string, list: string) => Reading;

const read: Reading = { kind: 'read', entries: [] };
/** A policy refuses this user. */
const refused: Reading = { kind: 'refused', isApp: false };
const refusedApp: Reading = { kind: 'refused', isApp: true };
const failed: Reading = { kind: 'failed', cause: 'down' };
const notFound: Reading = { kind: 'notFound' };
const throttled = (retryAfter?: number): Reading => ({ kind: 'throttled', retryAfter });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

const broken = () => Promise.reject(new Error('Broken.'));

/** Starts a watcher and waits for its first round. */
async function watch(
  users: readonly User[],
  answer: Answer = () => read,
  first: { isHolder?: boolean; isBroken?: boolean; readingMs?: number; unstorable?: string } = {},
) {
  const clock = createManualClock();
  const at = {
    users,
    /** Result of each list's reading. */
    answer,
    isQueued: false,
    isBroken: first.isBroken ?? false,
    isDoneBroken: false,
    beganMs: clock.nowMs(),
    asked: [] as { tenantId: string; objectIds: readonly string[] }[],
    listReads: [] as ListRead[],
    turns: [] as Turn[],
    unread: [] as (readonly [tenantId: string, unread: Unread])[],
    givenUp: [] as unknown[],
    left: [] as string[],
    holders: [] as string[],
    refusals: [] as (readonly [string, boolean])[],
    queued: 0,
    done: () => at.turns.map(({ user }) => user.objectId),
    pass: async (ms: number, times = 1) => {
      for (let time = 0; time < times; time += 1) await clock.pass(ms);
    },
  };
  const watcher = startWatcher({
    store: {
      recordListRead: (_, listRead) => {
        if (listRead.user.objectId === first.unstorable) return broken();
        at.listReads.push(listRead);
        return Promise.resolve(at.isQueued);
      },
      watching: {
        hold: (_, holder) => {
          at.holders.push(holder);
          return at.isBroken ? broken() : Promise.resolve(first.isHolder ?? true);
        },
        letGo: (_, holder) => {
          at.left.push(holder);
          return Promise.resolve();
        },
        next: () => Promise.resolve(at.users),
        done: (_, turns) => {
          if (at.isDoneBroken) return broken();
          at.turns.push(...turns);
          return Promise.resolve();
        },
      },
    },
    readLists: (tenantId, objectIds) => {
      at.asked.push({ tenantId, objectIds });
      clock.advance(first.readingMs ?? 0);
      return Promise.resolve(
        objectIds.flatMap((objectId) =>
          (['delegators', 'delegates'] as const).map((list) => ({
            objectId,
            list,
            reading: at.answer(objectId, list),
          })),
        ),
      );
    },
    intervalMinutes: 15,
    clock,
    onQueued: () => (at.queued += 1),
    log: {
      refusal: (tenantId, isRefused) => at.refusals.push([tenantId, isRefused]),
      unread: (tenantId, unread) => at.unread.push([tenantId, unread]),
      roundFailed: (cause) => at.givenUp.push(cause),
    },
  });
  stop = watcher.stop;
  await clock.pass(0);
  return at;
}

const sameTenant = (count: number) => {
  const first = newUser();
  return [first, ...Array.from({ length: count - 1 }, () => newUser(first.tenantId))];
};
const ids = (users: readonly User[]) => users.map(({ objectId }) => objectId);
const tenantOf = ([user]: readonly User[]) => user?.tenantId ?? '';
/** A list of these users is answered in this way; the lists of all others are read. */
const only =
  (users: readonly User[], reading: Reading): Answer =>
  (objectId) =>
    ids(users).includes(objectId) ? reading : read;

test('reads both lists of each user in the background, and takes the time at which the reading began', async () => {
  const users = sameTenant(1);
  const at = await watch(users, undefined, { readingMs: 700 });

  expect(at.listReads).toEqual(
    ['delegators', 'delegates'].map((list) => ({
      user: users[0],
      list,
      entries: [],
      readAtMs: at.beganMs,
      kind: 'background',
    })),
  );
  expect(at.done()).toEqual(ids(users));
  expect(at.queued).toBe(0);
  at.isQueued = true;
  await at.pass(minuteMs);
  expect(at.queued).toBe(2);
});

test('reads ten users of one tenant in one request, and never two tenants', async () => {
  const [many, few] = [sameTenant(21), sameTenant(2)];
  const at = await watch([...many.slice(0, 1), ...few, ...many.slice(1)]);

  expect(at.asked).toEqual([
    { tenantId: tenantOf(many), objectIds: ids(many.slice(0, 10)) },
    { tenantId: tenantOf(many), objectIds: ids(many.slice(10, 20)) },
    { tenantId: tenantOf(many), objectIds: ids(many.slice(20)) },
    { tenantId: tenantOf(few), objectIds: ids(few) },
  ]);
});

test('reads once a minute, only with the lease, and continues after a failure of the store', async () => {
  expect((await watch(sameTenant(1), undefined, { isHolder: false })).asked).toEqual([]);
  await stop?.();
  const at = await watch(sameTenant(1), undefined, { isBroken: true });
  at.isBroken = false;
  expect(at.asked).toHaveLength(0);
  await at.pass(minuteMs - 1);
  expect(at.holders).toHaveLength(1);
  await at.pass(1);

  expect(at.asked).toHaveLength(1);
  expect(new Set(at.holders).size).toBe(1);
});

test.each([
  [44_000, 2],
  [46_000, 1],
])('starts as many readings in a minute as fit (%i ms each: %i)', async (readingMs, count) => {
  expect((await watch(sameTenant(30), undefined, { readingMs })).asked).toHaveLength(count);
});

test('once stopped, lets another instance continue and reads no more', async () => {
  const at = await watch(sameTenant(1));
  expect(at.asked).toHaveLength(1);
  await stop?.();
  await at.pass(hourMs);

  expect(at.left).toEqual([at.holders[0]]);
  expect(at.asked).toHaveLength(1);
});

test.each([
  ['fails', failed],
  ['refuses', refusedApp],
  ['is throttled', throttled()],
])('a tenant that %s does not keep another from being read', async (_, reading) => {
  const [one, other] = [sameTenant(1), sameTenant(1)];
  const at = await watch([...one, ...other], only(one, reading));

  expect(at.asked.map(({ tenantId }) => tenantId)).toEqual([one, other].map(tenantOf));
  expect(at.listReads.map(({ user }) => user)).toEqual([...other, ...other]);
});

describe('a failure', () => {
  test('of one user does not keep others from being read, and every user has had a turn', async () => {
    const users = sameTenant(30);
    const at = await watch(users, only(users.slice(0, 1), failed));

    expect(at.listReads).toHaveLength(58);
    expect(at.done()).toEqual(ids(users));
    expect(at.unread).toEqual([[tenantOf(users), { failed: 2, throttled: 0, cause: 'down' }]]);
  });

  test('of every list ends the requests for the tenant in this round, and every user has had a turn', async () => {
    const users = sameTenant(30);
    const at = await watch(users, () => failed);

    expect(at.asked).toHaveLength(1);
    expect(at.done()).toEqual(ids(users));
    expect(at.unread).toEqual([[tenantOf(users), { failed: 20, throttled: 0, cause: 'down' }]]);
    await at.pass(minuteMs);
    expect(at.asked).toHaveLength(2);
    at.answer = () => read;
    await at.pass(minuteMs);
    expect(at.asked).toHaveLength(5);
    expect(at.unread).toHaveLength(2);
  });

  test('of the database for one user is reported, and the others are stored', async () => {
    const users = sameTenant(12);
    const at = await watch(users, undefined, { unstorable: users[0]?.objectId ?? '' });

    expect(at.listReads).toHaveLength(22);
    expect(at.done()).toEqual(ids(users));
    expect(at.unread).toMatchObject([[tenantOf(users), { failed: 2, throttled: 0 }]]);
  });

  test('of the whole database ends the round and is reported; the next round begins a minute later', async () => {
    const at = await watch(sameTenant(30));
    at.isDoneBroken = true;
    await at.pass(minuteMs);
    expect(at.asked).toHaveLength(4);
    expect(at.givenUp).toEqual([new Error('Broken.')]);
    at.isDoneBroken = false;
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(7);
    expect(at.givenUp).toHaveLength(1);
  });
});

describe('a tenant counts as refusing', () => {
  test('when Graph names the missing permission, for a day; its users have had their turn', async () => {
    const users = sameTenant(1);
    const at = await watch(users, () => refusedApp);
    await at.pass(24 * hourMs - 1);
    expect(at.asked).toHaveLength(1);
    expect(at.done()).toEqual([...ids(users), ...ids(users)]);
    await at.pass(minuteMs, 2);

    expect(at.asked).toHaveLength(2);
    expect(at.refusals).toEqual([[tenantOf(users), true]]);
    expect(at.listReads).toEqual([]);
  });

  test('when the lists of three users are refused and none is read, in one round or in several', async () => {
    const users = sameTenant(3);
    const at = await watch(users.slice(0, 2), () => refused);
    await at.pass(minuteMs);
    expect(at.refusals).toEqual([]);
    at.users = users.slice(2);
    await at.pass(minuteMs);
    expect(at.refusals).toEqual([[tenantOf(users), true]]);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(3);
  });

  test('not when one user is refused repeatedly', async () => {
    const at = await watch(sameTenant(1), () => refused);
    await at.pass(minuteMs, 5);

    expect(at.asked).toHaveLength(6);
    expect(at.refusals).toEqual([]);
    expect(at.unread).toEqual([]);
  });

  test('not when a list of the tenant is read in between, or of another user in the same request', async () => {
    const users = sameTenant(4);
    const reads = only(users.slice(0, 3), refused);
    const at = await watch(users.slice(0, 2), reads);
    for (const part of [users.slice(3), users.slice(2, 3)]) {
      at.users = part;
      await at.pass(minuteMs);
    }
    expect(at.refusals).toEqual([]);
    await stop?.();

    expect((await watch(users, reads)).refusals).toEqual([]);
  });

  test.each([
    ['again after a day because of a single refusal, which is not reported again', refused, 2, [true]],
    ['until it lets the app read again, which is reported once', read, 4, [true, false]],
  ])('%s', async (_, next, asked, reported) => {
    const users = sameTenant(1);
    const at = await watch(users, () => refusedApp);
    at.answer = () => next;
    await at.pass(24 * hourMs);
    await at.pass(minuteMs, 2);

    expect(at.asked).toHaveLength(asked);
    expect(at.refusals).toEqual(reported.map((isRefused) => [tenantOf(users), isRefused]));
  });
});

test('records for each turn whether Graph knows the user, from both lists', async () => {
  const users = sameTenant(4);
  const [missing, half, known] = ids(users);
  const at = await watch(users, (objectId, list) => {
    if (objectId === missing || (objectId === half && list === 'delegates')) return notFound;
    return objectId === known ? read : failed;
  });
  expect(at.turns.map(({ isFound }) => isFound)).toEqual([false, undefined, true, undefined]);
  await stop?.();
  const none = await watch(users, () => notFound);

  expect([none.listReads, none.refusals, none.unread]).toEqual([[], [], []]);
  expect(none.done()).toEqual(ids(users));
});

describe('a tenant that is throttled', () => {
  test('is paused; users who were read have had their turn, the others have it after the pause', async () => {
    const users = sameTenant(30);
    const at = await watch(users, only(users.slice(0, 1), throttled(600)));

    expect(at.asked).toHaveLength(1);
    expect(at.listReads).toHaveLength(18);
    const dueMs = ({ objectId }: User) =>
      (at.turns.find(({ user }) => user.objectId === objectId)?.atMs ?? 0) + 15 * minuteMs;
    expect(users.map(dueMs)).toEqual(
      users.map((_, index) => at.beganMs + (index > 0 && index < 10 ? 15 : 10) * minuteMs),
    );
    expect(at.unread).toEqual([[tenantOf(users), { failed: 0, throttled: 2, cause: undefined }]]);
  });

  test('waits for the longest time that Graph asks for', async () => {
    const at = await watch(sameTenant(1), (_, list) => throttled(list === 'delegates' ? 600 : 1));
    await at.pass(minuteMs, 9);
    expect(at.asked).toHaveLength(1);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(2);
  });

  test('without a Retry-After waits a minute, then twice as long each time up to an hour, and a minute again after an answer', async () => {
    const at = await watch(sameTenant(1), () => throttled());
    /** Returns the minutes until the next request. */
    const wait = async () => {
      const before = at.asked.length;
      let minutes = 0;
      while (at.asked.length === before && minutes < 100) {
        await at.pass(minuteMs);
        minutes += 1;
      }
      return minutes;
    };
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) expect(await wait()).toBe(minutes);
    at.answer = () => read;
    await wait();
    at.answer = () => throttled();
    await wait();

    expect(await wait()).toBe(1);
  });
});
