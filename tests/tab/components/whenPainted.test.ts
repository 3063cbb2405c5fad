import { whenPainted } from '../../../src/tab/components/whenPainted.js';

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

test('nothing is done before the frame is painted, nor while it is made', () => {
  expect(done).toEqual([]);
  for (const make of frames) make(0);
  expect(done).toEqual([]);
  jest.advanceTimersByTime(1);

  expect(done).toEqual(['done']);
});

test('where no frame is ever made, as in a window that nobody sees, it is done even so, and once', () => {
  jest.advanceTimersByTime(1_000);
  expect(done).toEqual(['done']);
  for (const make of frames) make(0);
  jest.advanceTimersByTime(1_000);

  expect(done).toEqual(['done']);
});
