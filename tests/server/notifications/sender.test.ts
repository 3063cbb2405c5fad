import type { Attempt } from '../../../src/server/notifications/activityFeed.js';
import type { Outcome } from '../../../src/server/notifications/outbox.js';
import { startSender } from '../../../src/server/notifications/sender.js';
import { createManualClock } from '../../support/manualClock.js';
import { newUser } from '../../support/notificationStore.js';

/** Schedule and deliveries of the sender, without a database and without Graph. */

const sent: Attempt = { outcome: { kind: 'sent' }, status: 204 };
const again = (status: number): Attempt => ({ outcome: { kind: 'again', afterMs: 60_000 }, status });
const hanging = new Promise<Attempt>(() => undefined);

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
});

const defaultTenant = newUser().tenantId;
const tenantOf = (claim: string): string => claim.split('@')[1] ?? defaultTenant;
/** Numbered claims, each `name` or `name@tenant`. */
const names = (prefix: string, count: number, tenant = '') =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}${tenant}`);

/** Starts a sender and waits until it is idle or every delivery hangs. */
async function start(
  waiting: string[],
  attempt: (claim: string) => Attempt | Promise<Attempt> = () => sent,
  { isBroken = false } = {},
) {
  const clock = createManualClock();
  const at = {
    waiting,
    isBroken,
    looks: 0,
    sent: [] as string[],
    attempts: [] as (readonly [string, Attempt])[],
    settled: [] as (readonly [string, Outcome])[],
    givenUp: [] as (readonly [string, number])[],
    pass: clock.pass,
    wake: async () => {
      sender.wake();
      await clock.pass(0);
    },
    /** Resolves after the deliveries in progress. */
    stop: () => sender.stop(),
  };
  const sender = startSender({
    store: {
      claim: (_, except) => {
        at.looks += 1;
        if (at.isBroken) return Promise.reject(new Error('Broken.'));
        const claim = at.waiting.find((name) => !except.includes(tenantOf(name)));
        if (claim === undefined) return Promise.resolve(undefined);
        at.waiting.splice(at.waiting.indexOf(claim), 1);
        const user = newUser(tenantOf(claim));
        return Promise.resolve({ claim, user, language: 'en', kind: 'changed', about: [], decidedAtMs: 0 });
      },
      settle: (_, { claim }, outcome) => {
        at.settled.push([claim, outcome]);
        return Promise.resolve(outcome.kind === 'again' ? 2 : 0);
      },
    },
    send: async ({ claim }) => {
      at.sent.push(claim);
      return await attempt(claim);
    },
    clock,
    log: {
      attempt: ({ claim }, of) => at.attempts.push([claim, of]),
      givenUp: ({ claim }, notifications) => at.givenUp.push([claim, notifications]),
    },
  });
  // A delivery that hangs would also keep `stop` waiting.
  stop = () => Promise.race([at.stop(), clock.pass(0)]);
  await clock.pass(0);
  return at;
}

/** A result that arrives on request. */
function createLate() {
  let arrive: (attempt: Attempt) => void = () => undefined;
  const attempt = new Promise<Attempt>((resolve) => (arrive = resolve));
  return { attempt, arrive };
}

test('sends everything that is due, settles each notification with its result, and reports those that it gives up', async () => {
  const { attempt, arrive } = createLate();
  const at = await start(['a', 'b'], (claim) => (claim === 'a' ? attempt : sent));
  expect(at.sent).toEqual(['a', 'b']);
  expect(at.settled).toEqual([['b', sent.outcome]]);
  arrive(again(500));
  await at.pass(0);

  expect(at.attempts).toEqual([
    ['b', sent],
    ['a', again(500)],
  ]);
  expect(at.settled.slice(1)).toEqual([['a', again(500).outcome]]);
  expect(at.givenUp).toEqual([['a', 2]]);
});

test('a tenant in which every delivery hangs does not delay another tenant', async () => {
  const waiting = [...names('hanging', 40), 'other@other'];
  const at = await start(waiting, (claim) => (claim === 'other@other' ? sent : hanging));

  expect(at.sent).toEqual([...names('hanging', 6), 'other@other']);
});

test('runs at most sixteen deliveries at once, and starts the next when one ends', async () => {
  const waiting = ['@x', '@y', '@z'].flatMap((tenant) => names('', 6, tenant));
  const { attempt, arrive } = createLate();
  const at = await start(waiting, (claim) => (claim === '0@x' ? attempt : hanging));
  expect(at.sent).toHaveLength(16);
  arrive(sent);
  await at.pass(0);

  expect(at.sent).toHaveLength(17);
});

test('looks every five seconds while nothing is due, and at once when woken or stopped', async () => {
  const at = await start([]);
  await at.pass(4_999);
  expect(at.looks).toBe(1);
  await at.pass(1);
  expect(at.looks).toBe(2);
  at.waiting.push('a');
  await at.wake();
  await at.stop();

  expect(at.sent).toEqual(['a']);
});

test('a throttled tenant waits as long as Graph asks, and another tenant does not wait', async () => {
  const at = await start(['a'], (claim) => (claim === 'a' ? again(429) : sent));
  at.waiting.push('b', 'c@other');
  await at.pass(59_999);
  expect(at.sent).toEqual(['a', 'c@other']);
  await at.pass(5_000);

  expect(at.sent).toEqual(['a', 'c@other', 'b']);
});

test('a recipient for whom Graph answers 503 delays no one', async () => {
  const at = await start(['a'], () => again(503));
  at.waiting.push('b');
  await at.wake();

  expect(at.sent).toEqual(['a', 'b']);
});

test('continues after a failure of the store', async () => {
  const at = await start(['a'], undefined, { isBroken: true });
  expect(at.looks).toBe(1);
  at.isBroken = false;
  await at.pass(5_000);

  expect(at.sent).toEqual(['a']);
});

test('once stopped, settles the deliveries in progress and starts no more', async () => {
  const { attempt, arrive } = createLate();
  const at = await start(['a'], () => attempt);
  const stopped = jest.fn();
  void at.stop().then(stopped);
  at.waiting.push('b');
  await at.pass(5_000);
  expect(stopped).not.toHaveBeenCalled();
  arrive(sent);
  await at.pass(5_000);

  expect(stopped).toHaveBeenCalled();
  expect(at.settled).toEqual([['a', sent.outcome]]);
  expect(at.sent).toEqual(['a']);
});

test('stopped during a run, starts no other delivery', async () => {
  const at = await start(['a', 'b'], () => {
    void stop?.();
    return sent;
  });

  expect(at.sent).toEqual(['a']);
});
