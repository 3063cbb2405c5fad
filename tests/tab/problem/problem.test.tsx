import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problemStatus, type ProblemCode } from '../../../src/contract/problem.js';
import { ApiProblem, type TabProblem } from '../../../src/tab/api/TabProblem.js';
import { ActionButton } from '../../../src/tab/problem/ActionButton.js';
import { ProblemLine } from '../../../src/tab/problem/ProblemLine.js';
import { ProblemNotice } from '../../../src/tab/problem/ProblemNotice.js';
import '../../../src/tab/problem/SendProblem.js';
import { toAdministratorTask } from '../../../src/tab/problem/toAdministratorTask.js';
import { toHandling } from '../../../src/tab/problem/toHandling.js';
import { hasLasted, toWaitSeconds } from '../../../src/tab/problem/useWait.js';
import { showInSession } from '../support/inSession.js';

describe('ActionButton', () => {
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Chat' }));

  test('acts once on a double press and again on a later one', async () => {
    let end: () => void = () => undefined;
    const slow = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
    showInSession(<ActionButton act={slow}>Chat</ActionButton>);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Chat' }));
    expect(slow).toHaveBeenCalledTimes(1);

    await act(async () => {
      end();
      await Promise.resolve();
    });
    await press();
    expect(slow).toHaveBeenCalledTimes(2);
  });

  test('shows the host’s refusal until the action succeeds', async () => {
    const moody = jest.fn().mockRejectedValueOnce({ errorCode: 100 }).mockResolvedValue(undefined);
    showInSession(<ActionButton act={moody}>Chat</ActionButton>);
    await press();
    expect(screen.getByRole('alert').textContent).toContain('Microsoft Teams couldn’t do this');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(moody).toHaveBeenCalledTimes(2);
  });

  test('shows the API’s own problem', async () => {
    const fail = () => Promise.reject(new ApiProblem({ code: 'offline' }));
    showInSession(<ActionButton act={fail}>Chat</ActionButton>);
    await press();

    expect(screen.getByRole('alert').textContent).toContain('You’re offline');
  });
});

describe('ProblemLine', () => {
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
      for (let passed = 0; passed < seconds; passed += 1)
        await act(() => jest.advanceTimersByTimeAsync(1000));
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
});

describe('toAdministratorTask', () => {
  const aide = 'a1de4f1c-0000-4000-8000-00000000000a';

  describe('a problem for an administrator', () => {
    const details = { type: '', title: '', status: 0, detail: '', correlationId: 'c' };
    const taskOf = (problem: TabProblem) =>
      toAdministratorTask(problem, 'https://login.example/consent', aide);

    test('includes the link when consent is missing', () => {
      expect(taskOf({ ...details, code: 'consent_required', scopes: ['A', 'B'], tenantId: '' })).toEqual({
        task: 'consent',
        link: 'https://login.example/consent',
      });
    });

    test.each([
      ['delegation_not_allowed', { task: 'allowDelegation', userId: aide }],
      ['not_found', { task: 'assignTeamsPhone', userId: aide }],
      ['misconfigured', { task: 'lookAtApp', code: 'misconfigured' }],
      ['insufficient_scope', { task: 'lookAtApp', code: 'insufficient_scope' }],
      ['internal_error', { task: 'lookAtApp', code: 'internal_error' }],
      ['host_silent', { task: 'lookAtApp', code: 'host_silent' }],
    ] as const)('has a task for %s', (code, task) => {
      expect(taskOf({ ...details, code })).toEqual(task);
    });

    test('has a task for a sign-in that did not help', () => {
      expect(taskOf({ ...details, code: 'interaction_required', claims: '', tenantId: '' })).toEqual({
        task: 'lookAtSignIn',
        because: 'policy',
        code: undefined,
      });
    });

    test.each([
      ['AADSTS53003', 'location'],
      ['AADSTS53000', 'device'],
      ['AADSTS50105', 'assignment'],
      ['AADSTS90072', 'account'],
      ['AADSTS1', 'policy'],
    ] as const)('%s has the reason %s', (entraCode, because) => {
      expect(taskOf({ ...details, code: 'sign_in_blocked', entraCode })).toEqual({
        task: 'lookAtSignIn',
        because,
        code: entraCode,
      });
    });

    test('has no task when the user can solve the problem', () => {
      expect(taskOf({ code: 'offline' })).toBeUndefined();
    });
  });
});

describe('toHandling', () => {
  type Code = TabProblem['code'];

  /** The user's way out, the administrator's task and when it is offered, and the reason reported to the host. */
  const table: Readonly<Record<Code, readonly [wayOut: string, administrator: string, host: string]>> = {
    consent_required: ['consent', 'consent first', 'PermissionError'],
    interaction_required: ['signIn', 'lookAtSignIn afterSignIn', 'PermissionError'],
    delegation_not_allowed: ['tryAgain', 'allowDelegation first', 'PermissionError'],
    insufficient_scope: ['tryAgain', 'lookAtApp first', 'PermissionError'],
    misconfigured: ['tryAgain', 'lookAtApp first', 'Other'],
    sign_in_blocked: ['tryAgain', 'lookAtSignIn first', 'PermissionError'],
    not_found: ['tryAgain', 'assignTeamsPhone first', 'NotFound'],
    throttled: ['tryAgain', 'lookAtApp lasting', 'Throttling'],
    rate_limited: ['tryAgain', 'lookAtApp lasting', 'Throttling'],
    offline: ['tryAgain', '', 'Offline'],
    list_changed: ['look', '', 'Other'],
    invalid_token: ['tryAgain', 'lookAtApp second', 'Other'],
    host_silent: ['tryAgain', 'lookAtApp second', 'Other'],
    sign_in_failed: ['tryAgain', 'lookAtApp second', 'Other'],
    graph_unexpected: ['tryAgain', 'lookAtApp second', 'Other'],
    graph_unavailable: ['tryAgain', 'lookAtApp second', 'Other'],
    graph_timeout: ['tryAgain', 'lookAtApp second', 'Other'],
    entra_unavailable: ['tryAgain', 'lookAtApp second', 'Other'],
    internal_error: ['tryAgain', 'lookAtApp second', 'Other'],
    store_unavailable: ['tryAgain', 'lookAtApp second', 'Other'],
    invalid_request: ['tryAgain', '', 'Other'],
    invalid_id: ['tryAgain', '', 'Other'],
    unreachable: ['tryAgain', '', 'Other'],
    host_refused: ['tryAgain', '', 'Other'],
  };

  test.each(Object.entries(table))('handles %s: %j', (code, [wayOut, help, reported]) => {
    const { wayOut: way, administrator, host } = toHandling({ code, claims: '', reason: '' } as TabProblem);

    expect(way.kind).toBe(wayOut);
    expect(administrator === undefined ? '' : `${administrator.task} ${administrator.when}`).toBe(help);
    expect(host).toBe(reported);
  });

  test('the table covers every code of the API', () => {
    const codes = Object.keys(problemStatus) as ProblemCode[];

    expect(codes.filter((code) => !(code in table))).toEqual([]);
  });

  test('a repeated sign-in carries Microsoft’s claims and the tenant', () => {
    const claims = '{"access_token":{}}';

    expect(toHandling({ code: 'interaction_required', claims, tenantId: 't' } as TabProblem).wayOut).toEqual({
      kind: 'signIn',
      need: 'proof',
      claims,
      tenantId: 't',
    });
  });

  test.each([
    ['resourceRequiresConsent', 'signIn', 'consent second'],
    ['tokenRevoked', 'signIn', 'consent second'],
    ['CancelledByUser', 'signIn', 'consent second'],
    ['FailedToOpenWindow', 'signIn', 'consent second'],
    ['resourceDisabled', 'tryAgain', 'lookAtApp first'],
    ['renewalTimeout', 'tryAgain', 'lookAtApp second'],
    ['made up', 'tryAgain', 'lookAtApp second'],
  ])('handles the host’s reason %s: %s, %s', (reason, wayOut, help) => {
    const { wayOut: way, administrator } = toHandling({ code: 'sign_in_failed', reason });

    expect(way.kind).toBe(wayOut);
    expect(`${administrator?.task ?? ''} ${administrator?.when ?? ''}`).toBe(help);
  });
});

describe('useWait', () => {
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
});
