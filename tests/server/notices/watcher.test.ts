import type { WatchedReading as Reading } from '../../../src/server/graph/watchedLists.js';
import type { Person, Sighting, Turn } from '../../../src/server/notices/Notices.js';
import { createWatcher, type Unread } from '../../../src/server/notices/watcher.js';
import { createManualClock } from '../../support/manualClock.js';
import { hourMs, minuteMs, newPerson } from '../../support/noticing.js';

/** Schedule, users and pauses of background reading, without a store and without Graph. */

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

function watch(people: readonly Person[], first: { isHolder?: boolean; isBroken?: boolean } = {}) {
  const clock = createManualClock();
  const at = {
    clock,
    people,
    isHolder: first.isHolder ?? true,
    isBroken: first.isBroken ?? false,
    /** Result of each list's reading. By default it succeeds. */
    answer: (_objectId: string, _list: string): Reading => read,
    readingMs: 0,
    isNews: false,
    /** Object ids for which the database fails. */
    unstorable: new Set<string>(),
    isDoneBroken: false,
    asked: [] as { tenantId: string; objectIds: readonly string[] }[],
    sighted: [] as Sighting[],
    done: [] as string[],
    turns: [] as Turn[],
    unread: [] as (readonly [tenantId: string, unread: Unread])[],
    givenUp: [] as unknown[],
    left: [] as string[],
    holders: [] as string[],
    refusals: [] as (readonly [string, boolean])[],
    news: 0,
    pass: async (ms: number) => {
      clock.advance(ms);
      await settled();
    },
  };
  const watcher = createWatcher({
    notices: {
      sight: (_, sighting) => {
        if (at.unstorable.has(sighting.reader.objectId)) return Promise.reject(new Error('Broken.'));
        at.sighted.push(sighting);
        return Promise.resolve(at.isNews);
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
        next: () => Promise.resolve(at.people),
        done: (_, turns) => {
          if (at.isDoneBroken) return Promise.reject(new Error('Broken.'));
          at.turns.push(...turns);
          at.done.push(...turns.map(({ person }) => person.objectId));
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
    onNews: () => (at.news += 1),
    onRefusal: (tenantId, isRefused) => at.refusals.push([tenantId, isRefused]),
    onUnread: (tenantId, unread) => at.unread.push([tenantId, unread]),
    onGivenUp: (cause) => at.givenUp.push(cause),
  });
  stop = watcher.stop;
  watcher.start();
  return { ...watcher, at };
}

const sameTenant = (count: number) => {
  const first = newPerson();
  return [first, ...Array.from({ length: count - 1 }, () => newPerson(first.tenantId))];
};
const ids = (people: readonly Person[]) => people.map(({ objectId }) => objectId);

test('reads both lists of each user in the background, and takes the time at which the reading began', async () => {
  const [person] = sameTenant(1);
  const { at } = watch([person as Person]);
  at.readingMs = 700;
  const beganMs = at.clock.nowMs();
  await settled();

  expect(at.sighted).toEqual(
    ['delegators', 'delegates'].map((list) => ({
      reader: person,
      list,
      entries: [],
      readAtMs: beganMs,
      reading: 'background',
    })),
  );
  expect(at.done).toEqual([person?.objectId]);
});

test('reads ten people of one tenant in one request, and never two tenants', async () => {
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

test('reports news, and only news', async () => {
  const { at } = watch(sameTenant(1));
  await settled();
  expect(at.news).toBe(0);
  at.isNews = true;
  await at.pass(minuteMs);

  expect(at.news).toBe(2);
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
    const people = sameTenant(30);
    const { at } = watch(people);
    at.answer = (objectId) => (objectId === people[0]?.objectId ? failed : read);
    await settled();

    expect(at.sighted).toHaveLength(58);
    expect(at.done).toEqual(ids(people));
    expect(at.unread).toEqual([[people[0]?.tenantId, { failed: 2, throttled: 0, cause: 'down' }]]);
  });

  test('of one tenant does not keep others from being read; it is requested once in a round and has had its turn', async () => {
    const [silent, other] = [sameTenant(30), sameTenant(11)];
    const { at } = watch([...silent, ...other]);
    at.answer = (objectId) => (ids(silent).includes(objectId) ? failed : read);
    await settled();

    expect(at.asked.map(({ tenantId }) => tenantId)).toEqual(
      [silent, other, other].map(([person]) => person?.tenantId),
    );
    expect(new Set(at.done)).toEqual(new Set(ids([...silent, ...other])));
    expect(at.unread).toEqual([[silent[0]?.tenantId, { failed: 20, throttled: 0, cause: 'down' }]]);
    await at.pass(minuteMs);
    expect(at.asked.filter(({ tenantId }) => tenantId === silent[0]?.tenantId)).toHaveLength(2);
  });

  test('of the database for one user is reported, and the others are stored', async () => {
    const people = sameTenant(12);
    const { at } = watch(people);
    at.unstorable.add(people[0]?.objectId ?? '');
    await settled();

    expect(at.sighted).toHaveLength(22);
    expect(at.done).toEqual(ids(people));
    expect(at.unread).toMatchObject([[people[0]?.tenantId, { failed: 2, throttled: 0 }]]);
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
  test('when Graph names the missing permission, for a day; its people have had their turn', async () => {
    const people = sameTenant(1);
    const { at } = watch(people);
    at.answer = () => refusedApp;
    await settled();
    await at.pass(24 * hourMs - 1);
    expect(at.asked).toHaveLength(1);
    expect(at.done).toEqual([...ids(people), ...ids(people)]);
    await at.pass(minuteMs);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(2);
    expect(at.refusals).toEqual([[people[0]?.tenantId, true]]);
    expect(at.sighted).toEqual([]);
  });

  test('when the lists of three users are refused and none is read, in one round or in several', async () => {
    const people = sameTenant(3);
    const { at } = watch(people.slice(0, 2));
    at.answer = () => refused;
    await settled();
    await at.pass(minuteMs);
    expect(at.refusals).toEqual([]);
    at.people = people.slice(2);
    await at.pass(minuteMs);
    expect(at.refusals).toEqual([[people[0]?.tenantId, true]]);
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
    const people = sameTenant(4);
    const { at } = watch(people.slice(0, 2));
    at.answer = (objectId) => (objectId === people[3]?.objectId ? read : refused);
    await settled();
    at.people = people.slice(3);
    await at.pass(minuteMs);
    at.people = people.slice(2, 3);
    await at.pass(minuteMs);

    expect(at.refusals).toEqual([]);
  });

  test('not when another user in the same request is read', async () => {
    const people = sameTenant(5);
    const { at } = watch(people);
    at.answer = (objectId) => (objectId === people[0]?.objectId ? read : refused);
    await settled();

    expect(at.refusals).toEqual([]);
  });

  test('again after a day because of a single refusal, which is not reported again', async () => {
    const people = sameTenant(1);
    const { at } = watch(people);
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
    const people = sameTenant(1);
    const { at } = watch(people);
    at.answer = () => refusedApp;
    await settled();
    at.answer = () => read;
    await at.pass(24 * hourMs);
    await at.pass(minuteMs);
    await at.pass(minuteMs);

    expect(at.refusals).toEqual([
      [people[0]?.tenantId, true],
      [people[0]?.tenantId, false],
    ]);
  });

  test('without an effect on another tenant', async () => {
    const [one, other] = [sameTenant(1), sameTenant(1)];
    const { at } = watch([...one, ...other]);
    at.answer = (objectId) => (objectId === one[0]?.objectId ? refusedApp : read);
    await settled();
    await at.pass(minuteMs);

    expect(at.asked.map(({ tenantId }) => tenantId)).toEqual(
      [one, other, other].map(([person]) => person?.tenantId),
    );
  });
});

test('records for each turn whether Graph knows the user, from both lists', async () => {
  const people = sameTenant(4);
  const { at } = watch(people);
  const [missing, half, known] = ids(people);
  at.answer = (objectId, list) => {
    if (objectId === missing || (objectId === half && list === 'delegates')) return { kind: 'notFound' };
    return objectId === known ? read : failed;
  };
  await settled();

  expect(at.turns.map(({ isFound }) => isFound)).toEqual([false, undefined, true, undefined]);
});

test('a user whom Graph does not know has had a turn', async () => {
  const people = sameTenant(2);
  const { at } = watch(people);
  at.answer = () => ({ kind: 'notFound' });
  await settled();

  expect(at.sighted).toEqual([]);
  expect(at.refusals).toEqual([]);
  expect(at.unread).toEqual([]);
  expect(at.done).toEqual(ids(people));
});

describe('a tenant that is throttled', () => {
  test('is paused; users who were read have had their turn, the others have it after the pause', async () => {
    const people = sameTenant(30);
    const { at } = watch(people);
    const [first] = ids(people);
    at.answer = (objectId) => (objectId === first ? throttled(600) : read);
    const beganMs = at.clock.nowMs();
    await settled();

    expect(at.asked).toHaveLength(1);
    expect(at.sighted).toHaveLength(18);
    const dueMs = ({ objectId }: Person) =>
      (at.turns.find(({ person }) => person.objectId === objectId)?.atMs ?? 0) + 15 * minuteMs;
    expect(people.map(dueMs)).toEqual(
      people.map((_, index) => beganMs + (index > 0 && index < 10 ? 15 : 10) * minuteMs),
    );
    expect(at.unread).toEqual([[people[0]?.tenantId, { failed: 0, throttled: 2, cause: undefined }]]);
  });

  test('does not keep another tenant from being read', async () => {
    const [one, other] = [sameTenant(1), sameTenant(1)];
    const { at } = watch([...one, ...other]);
    at.answer = (objectId) => (objectId === one[0]?.objectId ? throttled() : read);
    await settled();

    expect(at.sighted.map(({ reader }) => reader)).toEqual([...other, ...other]);
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
