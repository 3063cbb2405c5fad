import { poll, toPollDelay } from '../../../../src/tab/problem/signIn/poll.js';

test.each([
  [0, 5_000],
  [59_999, 5_000],
  [60_000, 15_000],
  [299_999, 15_000],
  [300_000, undefined],
])('%i ms after the click, the next request follows in %s ms', (elapsed, delay) => {
  expect(toPollDelay(elapsed)).toBe(delay);
});

describe('while a window is open', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [] });
  });
  const never = new AbortController().signal;

  test('polls every 5 s for a minute, then every 15 s up to five minutes', async () => {
    const ask = jest.fn(() => Promise.resolve(undefined));
    const polled = poll(ask, never);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(12);
    await jest.advanceTimersByTimeAsync(240_000);
    expect(ask).toHaveBeenCalledTimes(12 + 16);

    await expect(polled).resolves.toBeUndefined();
  });

  test('stops at the first answer', async () => {
    const ask = jest.fn().mockResolvedValueOnce(undefined).mockResolvedValueOnce('worked');
    const polled = poll(ask, never);
    await jest.advanceTimersByTimeAsync(60_000);

    await expect(polled).resolves.toBe('worked');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('polls immediately when the user returns', async () => {
    const ask = jest.fn(() => Promise.resolve('worked'));
    const polled = poll(ask, never);
    window.dispatchEvent(new Event('focus'));

    await expect(polled).resolves.toBe('worked');
  });

  test('polls immediately when the page becomes visible', async () => {
    const ask = jest.fn(() => Promise.resolve('worked'));
    const polled = poll(ask, never);
    document.dispatchEvent(new Event('visibilitychange'));

    await expect(polled).resolves.toBe('worked');
  });

  test('sends one request at a time', async () => {
    const ask = jest.fn(() => new Promise<undefined>(() => undefined));
    void poll(ask, never);
    await jest.advanceTimersByTimeAsync(5_000);
    window.dispatchEvent(new Event('focus'));
    await jest.advanceTimersByTimeAsync(60_000);

    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('stops when its signal is aborted', async () => {
    const ask = jest.fn(() => Promise.resolve(undefined));
    const end = new AbortController();
    const polled = poll(ask, end.signal);
    end.abort();

    await expect(polled).resolves.toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
  });
});
