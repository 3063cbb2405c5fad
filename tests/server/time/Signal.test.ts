import { OwnSignal } from '../../../src/server/time/Signal.js';
import { systemClock } from '../../../src/server/time/clock.js';

test('calls each listener once with the first reason and skips removed listeners', () => {
  const signal = new OwnSignal();
  const calls: string[] = [];
  const leave = () => calls.push('left');
  signal.addEventListener('abort', () => calls.push('first'));
  signal.addEventListener('abort', leave);
  signal.addEventListener('abort', () => calls.push('last'));
  signal.removeEventListener('abort', leave);
  expect(() => {
    signal.throwIfAborted();
  }).not.toThrow();

  signal.abort(new Error('over'));
  signal.abort(new Error('once more'));

  expect(calls).toEqual(['first', 'last']);
  expect(signal).toMatchObject({ aborted: true, reason: new Error('over') });
  expect(() => {
    signal.throwIfAborted();
  }).toThrow('over');
});

test.each([
  [
    'before it starts',
    (signal: OwnSignal) => {
      signal.abort(new Error('over'));
    },
    () => undefined,
  ],
  [
    'while it waits',
    () => undefined,
    (signal: OwnSignal) => {
      signal.abort(new Error('over'));
    },
  ],
])('sleep throws if the signal aborts %s', async (_, before, meanwhile) => {
  const signal = new OwnSignal();
  before(signal);
  const waiting = systemClock.sleep(20_000, signal);
  meanwhile(signal);

  await expect(waiting).rejects.toThrow('over');
});

test('sleep resolves if the signal does not abort', async () => {
  await systemClock.sleep(1, new OwnSignal());
});
