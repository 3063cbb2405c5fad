import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { TabProblem } from '../../../src/tab/api/TabProblem.js';
// Preloaded, so that no test waits for it.
import '../../../src/tab/problem/SendProblem.js';
import { ProblemLine } from '../../../src/tab/problem/ProblemLine.js';
import { ProblemNotice } from '../../../src/tab/problem/ProblemNotice.js';
import { showInSession } from '../support/inSession.js';

const details = { type: '', title: '', status: 0, detail: '', correlationId: 'c0de' };
const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const retry = () => Promise.resolve(false);

test('an alert contains only the explanation, not the buttons', () => {
  showInSession(<ProblemLine problem={{ code: 'unreachable' }} retry={retry} />);
  const alert = screen.getByRole('alert');

  expect(alert.textContent).toBe('Can’t reach the server Check your connection, then try again.');
  expect(within(alert).queryByRole('button')).toBeNull();
});

test('a problem without a user action has the role status', () => {
  showInSession(<ProblemLine problem={{ code: 'unreachable' }} retry={retry} role="status" />);

  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('Can’t reach the server');
});

test('retries on a press, and ignores presses while retrying', async () => {
  let answer: (isDone: boolean) => void = () => undefined;
  const slow = jest.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
  showInSession(<ProblemLine problem={{ code: 'unreachable' }} retry={slow} />);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Try again' }));
  expect(slow).toHaveBeenCalledTimes(1);

  await act(async () => {
    answer(false);
    await Promise.resolve();
  });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(slow).toHaveBeenCalledTimes(2);
});

test('offers the administrator first for a problem that only they can fix', async () => {
  showInSession(<ProblemLine problem={{ ...details, code: 'misconfigured' }} retry={retry} />);
  await screen.findByRole('button', { name: 'Send to my administrator' }, { timeout: 30_000 });

  expect(names()).toEqual(['Send to my administrator', 'Try again']);
});

test('offers a retry first for a problem that can pass', async () => {
  showInSession(<ProblemNotice problem={{ ...details, code: 'graph_unavailable' }} retry={retry} />);
  await screen.findByRole('button', { name: 'Send to my administrator' }, { timeout: 30_000 });

  expect(names().slice(0, 2)).toEqual(['Try again', 'Send to my administrator']);
});

describe('a requested wait', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const throttled = (time: number): TabProblem => ({
    ...details,
    code: 'throttled',
    retryAfter: 2,
    correlationId: `c${time}`,
  });
  const pass = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 1) await act(() => jest.advanceTimersByTimeAsync(1000));
  };

  test('counts down with Try again disabled, then retries', async () => {
    const again = jest.fn(retry);
    showInSession(<ProblemLine problem={throttled(1)} retry={again} />);
    expect(screen.getByRole('timer').textContent).toBe('Trying again in 2 seconds.');
    const button = screen.getByRole('button', { name: 'Try again' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    button.click();
    expect(again).not.toHaveBeenCalled();

    await pass(1);
    expect(screen.getByRole('timer').textContent).toBe('Trying again in 1 second.');
    await pass(1);
    expect(again).toHaveBeenCalledTimes(1);
  });

  test('lasts longer after three times, says so and offers the administrator’s help', async () => {
    const again = jest.fn(retry);
    const line = (time: number) => <ProblemLine problem={throttled(time)} retry={again} />;
    const { showAgain } = showInSession(line(1));
    for (const time of [2, 3]) {
      await pass(2);
      showAgain(line(time));
      expect(screen.getByRole('timer').textContent).toBe('Trying again in 2 seconds.');
      expect(screen.queryByRole('button', { name: 'Send to my administrator' })).toBeNull();
    }
    await pass(2);
    showAgain(line(4));

    expect(screen.getByRole('timer').textContent).toMatch(/longer than usual.* in 60 seconds/);
    await pass(5);
    expect(screen.getByRole('button', { name: 'Send to my administrator' })).not.toBeNull();
    expect(again).toHaveBeenCalledTimes(3);
  });
});
