import type { Person, Sighting } from '../../../src/server/notices/Notices.js';
import { createWatcher, type Watched } from '../../../src/server/notices/watcher.js';
import { createManualClock } from '../../support/manualClock.js';
import { hourMs, minuteMs, newPerson } from '../../support/noticing.js';

/** When it reads, whom, and when it leaves Graph alone: without a store, and without Graph. */

type Reading = Watched['reading'];
const read: Reading = { kind: 'read', entries: [] };
const refused: Reading = { kind: 'refused' };
const busy = (retryAfter?: number): Reading => ({ kind: 'busy', retryAfter });

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
    /** What is read of each list; by default nothing is wrong. */
    answer: (_objectId: string, _list: string): Reading => read,
    /** Takes so long. */
    readingMs: 0,
    isNews: false,
    asked: [] as { tenantId: string; objectIds: readonly string[] }[],
    sighted: [] as Sighting[],
    done: [] as string[],
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
        done: (_, finished) => {
          at.done.push(...finished.map(({ objectId }) => objectId));
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

test('reads both lists of each for their reader, as unseen, from when the reading began', async () => {
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
      isUnseen: true,
    })),
  );
  expect(at.done).toEqual([person?.objectId]);
});

test('ten people of one tenant in one request, and no two tenants', async () => {
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

test('once a minute, and goes on after the store was broken', async () => {
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

test('nobody is read by an instance that is not the one', async () => {
  const { at } = watch(sameTenant(1), { isHolder: false });
  await settled();

  expect(at.asked).toEqual([]);
});

test('says when there is news, and only then', async () => {
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
])('a reading that takes %i ms of a minute: %i begin in it', async (readingMs, count) => {
  const { at } = watch(sameTenant(30));
  at.readingMs = readingMs;
  await settled();

  expect(at.asked).toHaveLength(count);
});

describe('a tenant that refuses', () => {
  test('is told of once, and left alone for a day; its people have had their turn', async () => {
    const people = sameTenant(1);
    const { at } = watch(people);
    at.answer = () => refused;
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

  test('that lets the app read again is told of, once', async () => {
    const people = sameTenant(1);
    const { at } = watch(people);
    at.answer = () => refused;
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

  test('does not keep another from being read', async () => {
    const [one, other] = [sameTenant(1), sameTenant(1)];
    const { at } = watch([...one, ...other]);
    at.answer = (objectId) => (objectId === one[0]?.objectId ? refused : read);
    await settled();
    await at.pass(minuteMs);

    expect(at.asked.map(({ tenantId }) => tenantId)).toEqual(
      [one, other, other].map(([person]) => person?.tenantId),
    );
  });

  test.each([
    ['is read', read],
    ['Graph is too busy to read', busy()],
  ])('is none when somebody else of it %s', async (_, reading) => {
    const people = sameTenant(2);
    const { at } = watch(people);
    at.answer = (objectId) => (objectId === people[0]?.objectId ? refused : reading);
    await settled();

    expect(at.refusals).toEqual([]);
  });

  test('is one by a single refusal among lists that say nothing', async () => {
    const people = sameTenant(2);
    const { at } = watch(people);
    at.answer = (objectId, list) =>
      objectId === people[1]?.objectId && list === 'delegates' ? refused : { kind: 'unknown' };
    await settled();

    expect(at.refusals).toEqual([[people[0]?.tenantId, true]]);
  });
});

test('lists that say nothing are passed over, and their people have had their turn', async () => {
  const people = sameTenant(2);
  const { at } = watch(people);
  at.answer = () => ({ kind: 'unknown' });
  await settled();

  expect(at.sighted).toEqual([]);
  expect(at.refusals).toEqual([]);
  expect(at.done).toEqual(ids(people));
});

describe('when Graph is busy', () => {
  test('nobody further is read, nobody has had their turn, and what was read counts', async () => {
    const people = sameTenant(30);
    const { at } = watch(people);
    at.answer = (objectId) => (objectId === people[0]?.objectId ? busy() : read);
    await settled();

    expect(at.asked).toHaveLength(1);
    expect(at.done).toEqual([]);
    expect(at.sighted).toHaveLength(18);
  });

  test('it waits as long as Graph asks, the longest of them', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = (_, list) => busy(list === 'delegates' ? 600 : 1);
    await settled();
    for (let minute = 0; minute < 9; minute += 1) await at.pass(minuteMs);
    expect(at.asked).toHaveLength(1);
    await at.pass(minuteMs);

    expect(at.asked).toHaveLength(2);
  });

  test('without a time it waits a minute, then twice as long each time, up to an hour, and anew after an answer', async () => {
    const { at } = watch(sameTenant(1));
    at.answer = () => busy();
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
    at.answer = () => busy();
    await wait();
    waits.length = 0;
    await wait();

    expect(waits).toEqual([1]);
  });
});

test('stopped, it lets another go on, and reads no more', async () => {
  const { at, start } = watch(sameTenant(1));
  start();
  await settled();
  expect(at.asked).toHaveLength(1);
  await stop?.();
  await at.pass(hourMs);

  expect(at.left).toEqual([at.holders[0]]);
  expect(at.asked).toHaveLength(1);
});
