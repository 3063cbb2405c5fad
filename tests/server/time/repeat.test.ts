import { repeat } from '../../../src/server/time/repeat.js';

test('runs work at once and at each interval, but never twice at once, until it is stopped', async () => {
  jest.useFakeTimers();
  let end: (() => void) | undefined;
  const work = jest.fn(() => new Promise<void>((_, reject) => (end = reject)));
  const repeating = repeat(60_000, work);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(1);
  end?.();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(2);
  const stopped = jest.fn();
  void repeating.stop().then(stopped);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(stopped).not.toHaveBeenCalled();
  end?.();
  await jest.advanceTimersByTimeAsync(60_000);

  expect(stopped).toHaveBeenCalled();
  expect(work).toHaveBeenCalledTimes(2);
  jest.useRealTimers();
});
