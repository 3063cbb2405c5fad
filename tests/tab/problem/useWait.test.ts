import { hasLasted, toWaitSeconds } from '../../../src/tab/problem/useWait.js';

test.each([
  [1, 11, 11],
  [3, 11, 11],
  [4, 11, 60],
  [5, 11, 120],
  [6, 11, 240],
  [7, 11, 300],
  [40, 11, 300],
  // A longer requested time is respected.
  [4, 900, 900],
])('at wait %i with a requested time of %i seconds, waits %i', (attempt, retryAfter, seconds) => {
  expect(toWaitSeconds(retryAfter, attempt)).toBe(seconds);
});

test('hasLasted is true from the fourth wait', () => {
  expect([1, 2, 3, 4, 5].map(hasLasted)).toEqual([false, false, false, true, true]);
});
