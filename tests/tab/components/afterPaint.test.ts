import { whenPainted } from '../../../src/tab/components/afterPaint.js';

let frames: FrameRequestCallback[] = [];
let done: string[] = [];

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: [] });
  frames = [];
  done = [];
  jest.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => frames.push(callback));
  whenPainted(() => done.push('done'));
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('waits until the frame is painted', () => {
  expect(done).toEqual([]);
  for (const make of frames) make(0);
  expect(done).toEqual([]);
  jest.advanceTimersByTime(1);

  expect(done).toEqual(['done']);
});

test('runs once even if no frame is painted, as in a hidden window', () => {
  jest.advanceTimersByTime(1_000);
  expect(done).toEqual(['done']);
  for (const make of frames) make(0);
  jest.advanceTimersByTime(1_000);

  expect(done).toEqual(['done']);
});
