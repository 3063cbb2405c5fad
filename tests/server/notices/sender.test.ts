import type { Attempt } from '../../../src/server/notices/activityFeed.js';
import type { ClaimedNotice, Outcome } from '../../../src/server/notices/Notices.js';
import { createSender } from '../../../src/server/notices/sender.js';
import { createManualClock } from '../../support/manualClock.js';
import { newPerson } from '../../support/noticing.js';

/** When it looks, and what it does with what it finds: without a store, and without Graph. */

const notice = (claim: string): ClaimedNotice => ({
  claim,
  person: newPerson(),
  language: 'en',
  kind: 'changed',
  about: [],
  decidedAtMs: 0,
});
const sent: Attempt = { outcome: { kind: 'sent' }, status: 204 };
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
};

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

function sending(...waiting: string[]) {
  const clock = createManualClock();
  const at = {
    waiting,
    isBroken: false,
    looks: 0,
    attempt: () => Promise.resolve(sent),
    sent: [] as string[],
    told: [] as (readonly [string, Attempt])[],
    settled: [] as (readonly [string, Outcome])[],
    pass: async (ms: number) => {
      clock.advance(ms);
      await settled();
    },
  };
  const sender = createSender({
    notices: {
      claim: () => {
        at.looks += 1;
        if (at.isBroken) return Promise.reject(new Error('Broken.'));
        const next = at.waiting.shift();
        return Promise.resolve(next === undefined ? undefined : notice(next));
      },
      settle: (_, { claim }, outcome) => {
        at.settled.push([claim, outcome]);
        return Promise.resolve();
      },
    },
    send: ({ claim }) => {
      at.sent.push(claim);
      return at.attempt();
    },
    clock,
    onAttempt: ({ claim }, attempt) => at.told.push([claim, attempt]),
  });
  stop = sender.stop;
  return { ...sender, at };
}

test('sends all that is due, one after another, and settles each with how it ended', async () => {
  const { at, start } = sending('a', 'b');
  let arrive: (attempt: Attempt) => void = () => undefined;
  at.attempt = () => new Promise((resolve) => (arrive = resolve));
  start();
  await settled();
  expect(at.sent).toEqual(['a']);
  expect(at.settled).toEqual([]);
  const again: Attempt = { outcome: { kind: 'again', afterMs: 7 }, status: 500 };
  arrive(again);
  await settled();
  arrive(sent);
  await settled();

  expect(at.sent).toEqual(['a', 'b']);
  expect(at.told).toEqual([
    ['a', again],
    ['b', sent],
  ]);
  expect(at.settled).toEqual([
    ['a', again.outcome],
    ['b', sent.outcome],
  ]);
});

test('with nothing to send it looks every five seconds, and at once when woken', async () => {
  const { at, start, wake } = sending();
  start();
  start();
  await settled();
  await at.pass(4_999);
  expect(at.looks).toBe(1);
  await at.pass(1);
  expect(at.looks).toBe(2);
  at.waiting.push('a');
  wake();
  await settled();

  expect(at.sent).toEqual(['a']);
});

test('when Graph throttles, the next one waits too', async () => {
  const { at, start } = sending('a', 'b');
  at.attempt = () => Promise.resolve({ outcome: { kind: 'again', afterMs: 0 }, status: 429 });
  start();
  await settled();
  expect(at.sent).toEqual(['a']);
  await at.pass(5_000);

  expect(at.sent).toEqual(['a', 'b']);
});

test('goes on after the store was broken', async () => {
  const { at, start } = sending('a');
  at.isBroken = true;
  start();
  await settled();
  expect(at.looks).toBe(1);
  at.isBroken = false;
  await at.pass(5_000);

  expect(at.sent).toEqual(['a']);
});

test('stopped, it settles what is being sent, and sends no more', async () => {
  const { at, start } = sending('a', 'b');
  let arrive: (attempt: Attempt) => void = () => undefined;
  at.attempt = () => new Promise((resolve) => (arrive = resolve));
  start();
  await settled();
  const stopped = stop?.();
  expect(at.settled).toEqual([]);
  arrive(sent);
  await stopped;

  expect(at.settled).toEqual([['a', sent.outcome]]);
  await at.pass(5_000);
  expect(at.sent).toEqual(['a']);
});

test('stopped while it has nothing to do, it ends at once', async () => {
  const { at, start } = sending();
  start();
  await settled();
  await stop?.();
  await at.pass(5_000);

  expect(at.looks).toBe(1);
});
