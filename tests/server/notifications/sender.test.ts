import type { Attempt } from '../../../src/server/notifications/activityFeed.js';
import type { Delivery, Outcome } from '../../../src/server/notifications/NotificationStore.js';
import { createSender } from '../../../src/server/notifications/sender.js';
import { createManualClock } from '../../support/manualClock.js';
import { newUser } from '../../support/notificationStore.js';

/** Schedule and deliveries of the sender, without a database and without Graph. */

const tenantId = newUser().tenantId;
const delivery = (claim: string, ofTenant = tenantId): Delivery => ({
  claim,
  user: newUser(ofTenant),
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

/** @param waiting claims, each `name` or `name@tenant` */
function sending(...waiting: string[]) {
  const clock = createManualClock();
  const at = {
    waiting,
    isBroken: false,
    looks: 0,
    givenUp: 0,
    attempt: (_claim: string): Promise<Attempt> => Promise.resolve(sent),
    sent: [] as string[],
    attempts: [] as (readonly [string, Attempt])[],
    settled: [] as (readonly [string, Outcome])[],
    abandoned: [] as (readonly [string, number])[],
    pass: async (ms: number) => {
      clock.advance(ms);
      await settled();
    },
  };
  const sender = createSender({
    store: {
      claim: (_, except = []) => {
        at.looks += 1;
        if (at.isBroken) return Promise.reject(new Error('Broken.'));
        const next = at.waiting.find((claim) => !except.includes(tenantOf(claim)));
        if (next === undefined) return Promise.resolve(undefined);
        at.waiting.splice(at.waiting.indexOf(next), 1);
        return Promise.resolve(delivery(next, tenantOf(next)));
      },
      settle: (_, { claim }, outcome) => {
        at.settled.push([claim, outcome]);
        return Promise.resolve(at.givenUp);
      },
    },
    send: ({ claim }) => {
      at.sent.push(claim);
      return at.attempt(claim);
    },
    clock,
    onAttempt: ({ claim }, attempt) => at.attempts.push([claim, attempt]),
    onGivenUp: ({ claim }, notifications) => at.abandoned.push([claim, notifications]),
  });
  stop = sender.stop;
  return { ...sender, at };
}

const tenantOf = (claim: string): string => claim.split('@')[1] ?? tenantId;
const hanging = new Promise<Attempt>(() => undefined);
const names = (prefix: string, count: number, tenant?: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}${tenant === undefined ? '' : `@${tenant}`}`);

test('sends everything that is due, and settles each notification with its result', async () => {
  const { at, start } = sending('a', 'b');
  const again: Attempt = { outcome: { kind: 'again', afterMs: 7 }, status: 500 };
  let arrive: (attempt: Attempt) => void = () => undefined;
  at.attempt = (claim) =>
    claim === 'a' ? new Promise((resolve) => (arrive = resolve)) : Promise.resolve(sent);
  start();
  await settled();
  expect(at.sent).toEqual(['a', 'b']);
  expect(at.settled).toEqual([['b', sent.outcome]]);
  arrive(again);
  await settled();

  expect(at.attempts).toEqual([
    ['b', sent],
    ['a', again],
  ]);
  expect(at.settled).toEqual([
    ['b', sent.outcome],
    ['a', again.outcome],
  ]);
  expect(at.abandoned).toEqual([]);
});

test('four recipients for whom Graph hangs do not delay a fifth', async () => {
  const { at, start } = sending(...names('hanging', 4), 'fifth');
  at.attempt = (claim) => (claim === 'fifth' ? Promise.resolve(sent) : hanging);
  start();
  await settled();
  stop = undefined;

  expect(at.settled).toEqual([['fifth', sent.outcome]]);
});

test('a tenant in which every delivery hangs does not delay another tenant', async () => {
  const { at, start } = sending(...names('hanging', 40), 'other@other');
  at.attempt = (claim) => (claim === 'other@other' ? Promise.resolve(sent) : hanging);
  start();
  await settled();
  stop = undefined;

  expect(at.sent).toEqual([...names('hanging', 6), 'other@other']);
});

test('runs at most sixteen deliveries at once, and starts the next when one ends', async () => {
  const waiting = ['x', 'y', 'z'].flatMap((tenant) => names(tenant, 6, tenant));
  const { at, start } = sending(...waiting);
  let arrive: (attempt: Attempt) => void = () => undefined;
  at.attempt = (claim) => (claim === 'x0@x' ? new Promise((resolve) => (arrive = resolve)) : hanging);
  start();
  await settled();
  expect(at.sent).toHaveLength(16);
  arrive(sent);
  await settled();
  stop = undefined;

  expect(at.sent).toHaveLength(17);
});

test('logs a notification that it gives up', async () => {
  const { at, start } = sending('a');
  at.givenUp = 2;
  start();
  await settled();

  expect(at.abandoned).toEqual([['a', 2]]);
});

test('looks every five seconds while nothing is due, and at once when woken', async () => {
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

test('a throttled tenant waits as long as Graph asks, and another tenant does not wait', async () => {
  const { at, start } = sending('a');
  at.attempt = (claim) =>
    Promise.resolve(claim === 'a' ? { outcome: { kind: 'again', afterMs: 60_000 }, status: 429 } : sent);
  start();
  await settled();
  at.waiting.push('b', 'c@other');
  await at.pass(59_999);
  expect(at.sent).toEqual(['a', 'c@other']);
  await at.pass(5_000);

  expect(at.sent).toEqual(['a', 'c@other', 'b']);
});

test.each([500, 503])('a recipient for whom Graph answers %i delays no one', async (status) => {
  const { at, start } = sending('a', 'b');
  at.attempt = () => Promise.resolve({ outcome: { kind: 'again', afterMs: 60_000 }, status });
  start();
  await settled();

  expect(at.sent).toEqual(['a', 'b']);
});

test('continues after a failure of the store', async () => {
  const { at, start } = sending('a');
  at.isBroken = true;
  start();
  await settled();
  expect(at.looks).toBe(1);
  at.isBroken = false;
  await at.pass(5_000);

  expect(at.sent).toEqual(['a']);
});

test('once stopped, settles the deliveries in progress and starts no more', async () => {
  const { at, start } = sending('a');
  let arrive: (attempt: Attempt) => void = () => undefined;
  at.attempt = () => new Promise((resolve) => (arrive = resolve));
  start();
  await settled();
  const stopped = stop?.();
  at.waiting.push('b');
  expect(at.settled).toEqual([]);
  arrive(sent);
  await stopped;

  expect(at.settled).toEqual([['a', sent.outcome]]);
  await at.pass(5_000);
  expect(at.sent).toEqual(['a']);
});

test('ends at once if it is stopped while idle', async () => {
  const { at, start } = sending();
  start();
  await settled();
  await stop?.();
  await at.pass(5_000);

  expect(at.looks).toBe(1);
});
