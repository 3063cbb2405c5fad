import type { User, ListRead, Turn } from '../../../src/server/notifications/NotificationStore.js';
import { createWatcher, type Unread, type WatchedList } from '../../../src/server/notifications/watcher.js';
import { createManualClock } from '../../support/manualClock.js';
import { hourMs, minuteMs, newUser } from '../../support/notificationStore.js';

/** Schedule, users and pauses of background reading, without a store and without Graph. */

type Reading = WatchedList['reading'];

const read: Reading = { kind: 'read', entries: [] };
/** A policy refuses this user. */
const refused: Reading = { kind: 'refused', isApp: false };
const refusedApp: Reading = { kind: 'refused', isApp: true };
const failed: Reading = { kind: 'failed', cause: 'down' };
const throttled = (retryAfter?: number): Reading => ({ kind: 'throttled', retryAfter });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
};

function watch(users: readonly User[], first: { isHolder?: boolean; isBroken?: boolean } = {}) {
  const clock = createManualClock();
  const at = {
    clock,
    users,
    isHolder: first.isHolder ?? true,
    isBroken: first.isBroken ?? false,
    /** Result of each list's reading. By default it succeeds. */
    answer: (_objectId: string, _list: string): Reading => read,
    readingMs: 0,
    isQueued: false,
    /** Object ids for which the database fails. */
    unstorable: new Set<string>(),
    isDoneBroken: false,
    asked: [] as { tenantId: string; objectIds: readonly string[] }[],
    listReads: [] as ListRead[],
    done: [] as string[],
    turns: [] as Turn[],
    unread: [] as (readonly [tenantId: string, unread: Unread])[],
    givenUp: [] as unknown[],
    left: [] as string[],
    holders: [] as string[],
    refusals: [] as (readonly [string, boolean])[],
    queued: 0,
    pass: async (ms: number) => {
      clock.advance(ms);
      await settled();
    },
  };
  const watcher = createWatcher({
    store: {
      recordListRead: (_, listRead) => {
        if (at.unstorable.has(listRead.user.objectId)) return Promise.reject(new Error('Broken.'));
        at.listReads.push(listRead);
        return Promise.resolve(at.isQueued);
      },
      watching: {
        hold: (_, holder) => {
          at.holders.push(holder);
          return at.isBroken ? Promise.reject(new Error('Broken.')) : Promise.resolve(at.isHolder);
        },
        letGo: (_, holder) => {
          at.left.push(holder);
          return Promise.resolve();
        },
        next: () => Promise.resolve(at.users),
        done: (_, turns) => {
          if (at.isDoneBroken) return Promise.reject(new Error('Broken.'));
          at.turns.push(...turns);
          at.done.push(...turns.map(({ user }) => user.objectId));
          return Promise.resolve();
        },
      },
    },
    readLists: (tenantId, objectIds) => {
      at.asked.push({ tenantId, objectIds });
      clock.advance(at.readingMs);
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
    onRefusal: (tenantId, isRefused) => at.refusals.push([tenantId, isRefused]),
    onUnread: (tenantId, unread) => at.unread.push([tenantId, unread]),
    onGivenUp: (cause) => at.givenUp.push(cause),
  });
  stop = watcher.stop;
  watcher.start();
  return { ...watcher, at };
}

const sameTenant = (count: number) => {
  const first = newUser();
  return [first, ...Array.from({ length: count - 1 }, () => newUser(first.tenantId))];
};
const ids = (users: readonly User[]) => users.map(({ objectId }) => objectId);

test('reads both lists of each user in the background, and takes the time at which the reading began', async () => {
  const [user] = sameTenant(1);
  const { at } = watch([user as User]);
  at.readingMs = 700;
  const beganMs = at.clock.nowMs();
  await settled();

  expect(at.listReads).toEqual(
    ['delegators', 'delegates'].map((list) => ({
      user: user,
      list,
      entries: [],
      readAtMs: beganMs,
      kind: 'background',
    })),
  );
  expect(at.done).toEqual([user?.objectId]);
});

test('reads ten users of one tenant in one request, and never two tenants', async () => {
  const [many, few] = [sameTenant(21), sameTenant(2)];
  const { at } = watch([...many.slice(0, 1), ...few, ...many.slice(1)]);
  await settled();

  expect(at.asked).toEqual([
    { tenantId: many[0]?.tenantId, objectIds: ids(many.slice(0, 10)) },
    { tenantId: many[0]?.tenantId, objectIds: ids(many.slice(10, 20)) },
    { tenantId: many[0]?.tenantId, objectIds: ids(many.slice(20)) },
    { tenantId: few[0]?.tenantId, objectIds: ids(few) },
  ]);
});

test('reads once a minute, and continues after a failure of the store', async () => {
  const { at } = watch(sameTenant(1), { isBroken: true });
  await settled();
  at.isBroken = false;
  expect(at.asked).toHaveLength(0);
  await at.pass(minuteMs - 1);
  expect(at.holders).toHaveLength(1);
  await at.pass(1);

  expect(at.asked).toHaveLength(1);
  expect(new Set(at.holders).size).toBe(1);
});

test('an instance without the lease reads no one', async () => {
  const { at } = watch(sameTenant(1), { isHolder: false });
  await settled();

  expect(at.asked).toEqual([]);
});

test('reports queued notifications only', async () => {
  const { at } = watch(sameTenant(1));
  await settled();
  expect(at.queued).toBe(0);
  at.isQueued = true;
  await at.pass(minuteMs);

  expect(at.queued).toBe(2);
});

test.each([
  [44_000, 2],
  [46_000, 1],
])('starts as many readings in a minute as fit (%i ms each: %i)', async (readingMs, count) => {
  const { at } = watch(sameTenant(30));
  at.readingMs = readingMs;
  await settled();

  expect(at.asked).toHaveLength(count);
});

describe('a failure', () => {
  test('of one user does not keep others from being read, and every user has had a turn', async () => {
    const users = sameTenant(30);
    const { at } = watch(users);
    at.answer = (objectId) => (objectId === users[0]?.objectId ? failed : read);
    await settled();

    expect(at.listReads).toHaveLength(58);
    expect(at.done).toEqual(ids(users));
    expect(at.unread).toEqual([[users[0]?.tenantId, { failed: 2, throttled: 0, cause: 'down' }]]);
  });

  test('of one tenant does not keep others from being read; it is requested once in a round and has had its turn', async () => {
    const [silent, other] = [sameTenant(30), sameTenant(11)];
    const { at } = watch([...silent, ...other]);
    at.answer = (objectId) => (ids(silent).includes(objectId) ? failed : read);
    await settled();

    expect(at.asked.map(({ tenantId }) => tenantId)).toEqual(
      [silent, other, other].map(([user]) => user?.tenantId),
    );
    expect(new Set(at.done)).toEqual(new Set(ids([...silent, ...other])));
    expect(at.unread).toEqual([[silent[0]?.tenantId, { failed: 20, throttled: 0, cause: 'down' }]]);
    await at.pass(minuteMs);
    expect(at.asked.filter(({ tenantId }) => tenantId === silent[0]?.tenantId)).toHaveLength(2);
  });

  test('of the database for one user is reported, and the others are stored', async () => {
    const users = sameTenant(12);
    const { at } = watch(users);
    at.unstorable.add(users[0]?.objectId ?? '');
    await settled();

    expect(at.listReads).toHaveLength(22);
    expect(at.done).toEqual(ids(users));
    expect(at.unread).toMatchObject([[users[0]?.tenantId, { failed: 2, throttled: 0 }]]);
  });

  test('of the whole database ends the round and is reported; the next round begins a minute later', async () => {
    const { at } = watch(sameTenant(30));
    at.isDoneBroken = true;
    await settled();
    expect(at.asked).toHaveLength(1);
    expect(at.givenUp).toEqual([new Error('Broken.')]);
    at.isDoneBroken = false;
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(4);
    expect(at.givenUp).toHaveLength(1);
  });

  test('that is over is not reported again', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = () => failed;
    await settled();
    at.answer = () => read;
    await at.pass(minuteMs);

    expect(at.unread).toHaveLength(1);
  });

  test('pauses nothing, even if no user is read', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = () => failed;
    await settled();
    await at.pass(minuteMs);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(3);
  });
});

describe('a tenant counts as refusing', () => {
  test('when Graph names the missing permission, for a day; its users have had their turn', async () => {
    const users = sameTenant(1);
    const { at } = watch(users);
    at.answer = () => refusedApp;
    await settled();
    await at.pass(24 * hourMs - 1);
    expect(at.asked).toHaveLength(1);
    expect(at.done).toEqual([...ids(users), ...ids(users)]);
    await at.pass(minuteMs);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(2);
    expect(at.refusals).toEqual([[users[0]?.tenantId, true]]);
    expect(at.listReads).toEqual([]);
  });

  test('when the lists of three users are refused and none is read, in one round or in several', async () => {
    const users = sameTenant(3);
    const { at } = watch(users.slice(0, 2));
    at.answer = () => refused;
    await settled();
    await at.pass(minuteMs);
    expect(at.refusals).toEqual([]);
    at.users = users.slice(2);
    await at.pass(minuteMs);
    expect(at.refusals).toEqual([[users[0]?.tenantId, true]]);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(3);
  });

  test('not when one user is refused repeatedly', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = () => refused;
    await settled();
    for (let minute = 0; minute < 5; minute += 1) await at.pass(minuteMs);

    expect(at.asked).toHaveLength(6);
    expect(at.refusals).toEqual([]);
    expect(at.unread).toEqual([]);
  });

  test('not when a list of the tenant was read in between', async () => {
    const users = sameTenant(4);
    const { at } = watch(users.slice(0, 2));
    at.answer = (objectId) => (objectId === users[3]?.objectId ? read : refused);
    await settled();
    at.users = users.slice(3);
    await at.pass(minuteMs);
    at.users = users.slice(2, 3);
    await at.pass(minuteMs);

    expect(at.refusals).toEqual([]);
  });

  test('not when another user in the same request is read', async () => {
    const users = sameTenant(5);
    const { at } = watch(users);
    at.answer = (objectId) => (objectId === users[0]?.objectId ? read : refused);
    await settled();

    expect(at.refusals).toEqual([]);
  });

  test('again after a day because of a single refusal, which is not reported again', async () => {
    const users = sameTenant(1);
    const { at } = watch(users);
    at.answer = () => refusedApp;
    await settled();
    at.answer = () => refused;
    await at.pass(24 * hourMs);
    await at.pass(minuteMs);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(2);
    expect(at.refusals).toHaveLength(1);
  });

  test('until it lets the app read again, which is reported once', async () => {
    const users = sameTenant(1);
    const { at } = watch(users);
    at.answer = () => refusedApp;
    await settled();
    at.answer = () => read;
    await at.pass(24 * hourMs);
    await at.pass(minuteMs);
    await at.pass(minuteMs);

    expect(at.refusals).toEqual([
      [users[0]?.tenantId, true],
      [users[0]?.tenantId, false],
    ]);
  });

  test('without an effect on another tenant', async () => {
    const [one, other] = [sameTenant(1), sameTenant(1)];
    const { at } = watch([...one, ...other]);
    at.answer = (objectId) => (objectId === one[0]?.objectId ? refusedApp : read);
    await settled();
    await at.pass(minuteMs);

    expect(at.asked.map(({ tenantId }) => tenantId)).toEqual(
      [one, other, other].map(([user]) => user?.tenantId),
    );
  });
});

test('records for each turn whether Graph knows the user, from both lists', async () => {
  const users = sameTenant(4);
  const { at } = watch(users);
  const [missing, half, known] = ids(users);
  at.answer = (objectId, list) => {
    if (objectId === missing || (objectId === half && list === 'delegates')) return { kind: 'notFound' };
    return objectId === known ? read : failed;
  };
  await settled();

  expect(at.turns.map(({ isFound }) => isFound)).toEqual([false, undefined, true, undefined]);
});

test('a user whom Graph does not know has had a turn', async () => {
  const users = sameTenant(2);
  const { at } = watch(users);
  at.answer = () => ({ kind: 'notFound' });
  await settled();

  expect(at.listReads).toEqual([]);
  expect(at.refusals).toEqual([]);
  expect(at.unread).toEqual([]);
  expect(at.done).toEqual(ids(users));
});

describe('a tenant that is throttled', () => {
  test('is paused; users who were read have had their turn, the others have it after the pause', async () => {
    const users = sameTenant(30);
    const { at } = watch(users);
    const [first] = ids(users);
    at.answer = (objectId) => (objectId === first ? throttled(600) : read);
    const beganMs = at.clock.nowMs();
    await settled();

    expect(at.asked).toHaveLength(1);
    expect(at.listReads).toHaveLength(18);
    const dueMs = ({ objectId }: User) =>
      (at.turns.find(({ user }) => user.objectId === objectId)?.atMs ?? 0) + 15 * minuteMs;
    expect(users.map(dueMs)).toEqual(
      users.map((_, index) => beganMs + (index > 0 && index < 10 ? 15 : 10) * minuteMs),
    );
    expect(at.unread).toEqual([[users[0]?.tenantId, { failed: 0, throttled: 2, cause: undefined }]]);
  });

  test('does not keep another tenant from being read', async () => {
    const [one, other] = [sameTenant(1), sameTenant(1)];
    const { at } = watch([...one, ...other]);
    at.answer = (objectId) => (objectId === one[0]?.objectId ? throttled() : read);
    await settled();

    expect(at.listReads.map(({ user }) => user)).toEqual([...other, ...other]);
  });

  test('waits for the longest time that Graph asks for', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = (_, list) => throttled(list === 'delegates' ? 600 : 1);
    await settled();
    for (let minute = 0; minute < 9; minute += 1) await at.pass(minuteMs);
    expect(at.asked).toHaveLength(1);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(2);
  });

  test('without a Retry-After waits a minute, then twice as long each time up to an hour, and a minute again after an answer', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = () => throttled();
    await settled();
    const waits: number[] = [];
    const wait = async () => {
      const before = at.asked.length;
      let minutes = 0;
      while (at.asked.length === before && minutes < 100) {
        await at.pass(minuteMs);
        minutes += 1;
      }
      waits.push(minutes);
    };
    for (let turn = 0; turn < 8; turn += 1) await wait();
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    at.answer = () => read;
    await wait();
    at.answer = () => throttled();
    await wait();
    waits.length = 0;
    await wait();

    expect(waits).toEqual([1]);
  });
});

test('once stopped, lets another instance continue and reads no more', async () => {
  const { at, start } = watch(sameTenant(1));
  start();
  await settled();
  expect(at.asked).toHaveLength(1);
  await stop?.();
  await at.pass(hourMs);

  expect(at.left).toEqual([at.holders[0]]);
  expect(at.asked).toHaveLength(1);
});
