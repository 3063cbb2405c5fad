import { OwnSignal } from '../../../src/server/http/Signal.js';
import { systemClock } from '../../../src/server/http/clock.js';

test('tells each listener once, with the first reason, and nobody who has left', () => {
  const signal = new OwnSignal();
  const told: string[] = [];
  const leave = () => told.push('left');
  signal.addEventListener('abort', () => told.push('first'));
  signal.addEventListener('abort', leave);
  signal.addEventListener('abort', () => told.push('last'));
  signal.removeEventListener('abort', leave);
  expect(() => {
    signal.throwIfAborted();
  }).not.toThrow();

  signal.abort(new Error('over'));
  signal.abort(new Error('once more'));

  expect(told).toEqual(['first', 'last']);
  expect(signal).toMatchObject({ aborted: true, reason: new Error('over') });
  expect(() => {
    signal.throwIfAborted();
  }).toThrow('over');
});

test.each([
  [
    'before',
    (signal: OwnSignal) => {
      signal.abort(new Error('over'));
    },
    () => undefined,
  ],
  [
    'meanwhile',
    () => undefined,
    (signal: OwnSignal) => {
      signal.abort(new Error('over'));
    },
  ],
])('a wait ends when it is told to %s', async (_, before, meanwhile) => {
  const signal = new OwnSignal();
  before(signal);
  const waiting = systemClock.sleep(20_000, signal);
  meanwhile(signal);

  await expect(waiting).rejects.toThrow('over');
});

test('a wait that nobody ends goes to its end', async () => {
  await systemClock.sleep(1, new OwnSignal());
});
