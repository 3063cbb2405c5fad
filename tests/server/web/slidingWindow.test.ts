import { createSlidingWindow } from '../../../src/server/web/slidingWindow.js';

const windowMs = 60_000;
const name = 'user';
const most = 10;

/** Creates a window whose clock starts at 0 ms. `take` adds the cost if it fits, and returns the milliseconds to wait. */
function start() {
  let nowMs = 0;
  const window = createSlidingWindow(windowMs, () => nowMs);
  return {
    at: (ms: number) => {
      nowMs = ms;
    },
    take: (cost: number, who = name): number => {
      const waitMs = window.waitMs(who, cost, most);
      if (waitMs === 0) window.add(who, cost);
      return waitMs;
    },
  };
}

test('adds up costs per name', () => {
  const { take } = start();

  expect([take(6), take(4), take(1), take(10, 'other')]).toEqual([0, 0, windowMs, 0]);
});

test('never exceeds the limit within any minute, also across the end of a minute', () => {
  const { at, take } = start();
  at(59_000);
  expect(take(10)).toBe(0);
  at(60_000);
  expect(take(1)).toBe(59_000);
  at(118_999);
  expect(take(1)).toBe(1);
  at(119_000);
  expect(take(1)).toBe(0);
});

test('returns the time until enough cost has left the window', () => {
  const { at, take } = start();
  take(3);
  at(10_000);
  take(3);
  at(20_000);
  take(4);

  expect([take(3), take(4), take(6), take(7), take(10)]).toEqual([40_000, 50_000, 50_000, 60_000, 60_000]);
});

test('a refused cost does not count', () => {
  const { at, take } = start();
  take(10);
  for (let ms = 0; ms < windowMs; ms += 1_000) {
    at(ms);
    expect(take(1)).toBeGreaterThan(0);
  }
  at(windowMs);

  expect(take(10)).toBe(0);
});

test('keeps a bounded number of entries for a name with many requests', () => {
  let nowMs = 0;
  const window = createSlidingWindow(windowMs, () => nowMs);
  const pushed = jest.spyOn(Array.prototype, 'push');
  for (; nowMs < windowMs; nowMs += 10) window.add(name, 1);
  const entries = pushed.mock.calls.filter(([entry]) => typeof entry === 'object').length;
  pushed.mockRestore();

  nowMs = windowMs - 1;
  expect(entries).toBe(60);
  expect(window.waitMs(name, 0, 6_000)).toBe(0);
  expect(window.waitMs(name, 1, 6_000)).toBeGreaterThan(0);
});

test('keeps a bounded number of names, and drops the least recently used', () => {
  const window = createSlidingWindow(windowMs, () => 0);
  for (let count = 0; count <= 100_000; count += 1) window.add(`name ${count}`, 1);

  expect([0, 1, 100_000].map((count) => window.waitMs(`name ${count}`, 1, 1))).toEqual([
    0,
    windowMs,
    windowMs,
  ]);
});
