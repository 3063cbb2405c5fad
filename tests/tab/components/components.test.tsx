import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, tokens } from '@fluentui/react-components';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiProblem, type TabProblem } from '../../../src/tab/api/TabProblem.js';
import { tokens as replacement } from '../../../src/tab/boot/replacements/fluentTokens.js';
import { CopyButton } from '../../../src/tab/components/CopyButton.js';
import { whenPainted } from '../../../src/tab/components/afterPaint.js';
import {
  downloadCsv,
  toCsv,
  toDay,
  toFileName,
  toMinute,
  toSeparator,
  toTsv,
} from '../../../src/tab/components/spreadsheet.js';
import { toTheme } from '../../../src/tab/host/theme.js';
import { english } from '../../../src/tab/i18n/Language.js';
import { PageHeading } from '../../../src/tab/page/PageHeading.js';
import { rehearse } from '../../../src/tab/page/rehearse.js';
import { ActionButton } from '../../../src/tab/problem/ActionButton.js';
import { ProblemLine } from '../../../src/tab/problem/ProblemLine.js';
import { ProblemNotice } from '../../../src/tab/problem/ProblemNotice.js';
import '../../../src/tab/problem/SendProblem.js';
import { aDelegation, disabled, gone, inactive, unreported } from '../support/delegation.js';
import { showInSession } from '../support/inSession.js';

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the copy button', () => {
  test('announces each press, even with the same text, and keeps its name', async () => {
    userEvent.setup();
    showInSession(<CopyButton label="Copy link" text="c0de" />);
    await press('Copy link');
    const first = screen.getByRole('status').firstChild;
    await press('Copy link');

    expect(await navigator.clipboard.readText()).toBe('c0de');
    expect(screen.getByRole('status').textContent).toBe('Copied');
    expect(screen.getByRole('status').firstChild).not.toBe(first);
  });

  test('shows a text that cannot be copied, for selection', async () => {
    userEvent.setup();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
    showInSession(<CopyButton text="c0de" />);
    await press('Copy');

    expect(screen.getByRole('status').textContent).toBe('');
    expect(screen.getByText('c0de')).not.toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('Copying isn’t allowed here');
  });
});

describe('work after the first paint', () => {
  const frames: FrameRequestCallback[] = [];
  const work = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [] });
    jest.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => frames.push(callback));
    work.mockClear();
    whenPainted(work);
  });

  test('waits until the frame is painted', () => {
    for (const make of frames.splice(0)) make(0);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);

    expect(work).toHaveBeenCalledTimes(1);
  });

  test('runs once even if no frame is painted, as in a hidden window', () => {
    jest.advanceTimersByTime(1_000);
    expect(work).toHaveBeenCalledTimes(1);
    for (const make of frames.splice(0)) make(0);
    jest.advanceTimersByTime(1_000);

    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('spreadsheets', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=cmd|"/c calc"!A1'])(
    'a cell %j is not a formula',
    (cell) => expect(toCsv([[cell]], ',')).toBe(`\uFEFF"'${cell.replaceAll('"', '""')}"\r\n`),
  );

  test('CSV has a byte order mark, doubles quotes and keeps line breaks inside a cell', () => {
    const rows = [
      ['a "quoted" name', 'two\nlines'],
      ['ü', ';'],
    ];

    expect(toCsv(rows, ';')).toBe('\uFEFF"a ""quoted"" name";"two\nlines"\r\n"ü";";"\r\n');
  });

  test('a table for pasting has one line per row', () => {
    const rows = [
      ['a\tb', 'c\r\nd'],
      ['=1', 'e'],
    ];

    expect(toTsv(rows)).toBe("a b\tc d\n'=1\te");
  });

  test.each([
    ['en-US', ','],
    ['de-DE', ';'],
    ['fr-CA', ';'],
    // Mexico uses the decimal point, and Windows agrees.
    ['es-MX', ','],
    ['ar-SA', ';'],
    ['ar', ';'],
    ['de-CH', ';'],
    ['de-LI', ';'],
    ['no tag at all', ','],
  ])('separates the cells for Excel set to %s with %s', (regionalFormat, separator) => {
    expect(toSeparator(regionalFormat)).toBe(separator);
  });

  test('formats days and minutes in the user’s time zone, unambiguously in every region', () => {
    const when = new Date(2025, 0, 4, 9, 5).toISOString();

    expect(toDay(when)).toBe('2025-01-04');
    expect(toMinute(when)).toBe('2025-01-04 09:05');
  });

  test('a file name keeps every script and drops characters that systems forbid', () => {
    expect(toFileName(['المفوضون', '../a:b*c', '代理人'])).toBe('المفوضون - .. a b c - 代理人.csv');
  });

  test('revokes the file’s object URL half a minute after the click', () => {
    jest.useFakeTimers({ doNotFake: [] });
    // jsdom supports neither.
    const revokeObjectURL = jest.fn<undefined, [string]>();
    Object.assign(URL, { createObjectURL: () => '#file', revokeObjectURL });
    downloadCsv(['List'], [['a']], 'en');
    jest.advanceTimersByTime(29_000);
    expect(revokeObjectURL).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);

    expect(revokeObjectURL).toHaveBeenCalledWith('#file');
  });
});

test.each([
  ['wide', true, 'table'],
  ['narrow', false, 'ul'],
])('rehearses the first screen of a %s page without leaving anything visible', (_, matches, layout) => {
  window.matchMedia = () => Object.assign(new EventTarget(), { matches }) as unknown as MediaQueryList;
  const create = jest.spyOn(document, 'createElement');
  create.mockClear();
  act(() => rehearse(english));
  const names = new Set<string>(create.mock.calls.map(([name]) => name));

  expect(['h1', 'table', 'ul'].filter((name) => names.has(name))).toEqual(['h1', layout]);
  expect(document.body.innerHTML).toBe('');
});

const mixed = [{}, gone, { rights: unreported }, inactive, inactive, {}, disabled, { holds: [] }].map(
  (traits, index) => aDelegation(String(index), traits),
);

test.each([
  ['two empty lists', [], [], 'No call delegations'],
  // A failed list is not reported as empty.
  ['an empty list and a failed one', [], undefined, 'Your call delegations'],
  ['a failed list and an empty one', undefined, [], 'Your call delegations'],
  [
    'a list of every standing, those that do not work last and the worst of them first',
    mixed,
    [],
    'You can act for 2 people; 1 account no longer exists, 1 account is blocked, 2 are inactive, 1 has no reported status, and 1 has no permissions',
  ],
])('the heading sums up %s', (_, delegators, delegates, text) => {
  const look = { asOf: 0, isRefreshing: false, refresh: () => undefined, takesFocus: false };
  showInSession(<PageHeading lists={{ delegators, delegates }} {...look} />);

  expect(screen.getByRole('heading').textContent).toBe(text);
});

test('the replacement of Fluent’s token table has the same value for every token', () => {
  const names = Object.keys(tokens) as (keyof typeof tokens)[];

  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => replacement[name] !== tokens[name])).toEqual([]);
});

test.each([
  ['default', teamsLightTheme],
  ['dark', teamsDarkTheme],
  ['glass', teamsDarkTheme],
  ['contrast', teamsHighContrastTheme],
  ['one that is unknown', teamsLightTheme],
])('maps the host’s theme %s to a matching Fluent theme', (name, theme) => expect(toTheme(name)).toBe(theme));

describe('an action’s button', () => {
  test('acts once on a double press and again on a later one', async () => {
    let end: (() => void) | undefined;
    const work = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
    showInSession(<ActionButton act={work}>Chat</ActionButton>);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Chat' }));
    expect(work).toHaveBeenCalledTimes(1);
    await act(() => Promise.resolve(end?.()));
    await press('Chat');

    expect(work).toHaveBeenCalledTimes(2);
  });

  test('shows the host’s refusal until the action succeeds', async () => {
    const moody = jest.fn().mockRejectedValueOnce({ errorCode: 100 }).mockResolvedValue(undefined);
    showInSession(<ActionButton act={moody}>Chat</ActionButton>);
    await press('Chat');
    expect(screen.getByRole('alert').textContent).toContain('Microsoft Teams couldn’t do this');
    await press('Try again');

    expect(screen.queryByRole('alert')).toBeNull();
    expect(moody).toHaveBeenCalledTimes(2);
  });

  test('shows the API’s own problem', async () => {
    const fail = () => Promise.reject(new ApiProblem({ code: 'offline' }));
    showInSession(<ActionButton act={fail}>Chat</ActionButton>);
    await press('Chat');

    expect(screen.getByRole('alert').textContent).toContain('You’re offline');
  });
});

describe('the line of a problem', () => {
  const details = { type: '', title: '', status: 0, detail: '', correlationId: 'c0de' };
  const retry = () => Promise.resolve(false);
  const sending = 'Send to my administrator';

  test.each(['alert', 'status'] as const)('its %s contains only the explanation, not the buttons', (role) => {
    showInSession(<ProblemLine problem={{ code: 'unreachable' }} retry={retry} role={role} />);
    const live = screen.getByRole(role);

    expect(live.textContent).toBe('Can’t reach the server Check your connection, then try again.');
    expect(within(live).queryByRole('button')).toBeNull();
  });

  test.each([
    ['the administrator first for a problem that only they can fix', 'misconfigured', [sending, 'Try again']],
    ['a retry first for a problem that can pass', 'graph_unavailable', ['Try again', sending]],
  ] as const)('offers %s', async (_, code, buttons) => {
    showInSession(<ProblemNotice problem={{ ...details, code }} retry={retry} />);
    await screen.findByRole('button', { name: sending }, { timeout: 30_000 });

    const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
    expect(names.slice(0, 2)).toEqual(buttons);
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
      await pass(1);
      expect(screen.getByRole('timer').textContent).toBe('Trying again in 1 second.');
      expect(again).not.toHaveBeenCalled();
      await pass(1);

      expect(again).toHaveBeenCalledTimes(1);
    });

    test('lasts longer after three times, says so and offers the administrator’s help', async () => {
      const line = (time: number) => <ProblemLine problem={throttled(time)} retry={retry} />;
      const { rerender } = showInSession(line(1));
      for (const time of [2, 3, 4]) {
        expect(screen.getByRole('timer').textContent).toBe('Trying again in 2 seconds.');
        expect(screen.queryByRole('button', { name: sending })).toBeNull();
        await pass(2);
        rerender(line(time));
      }

      expect(screen.getByRole('timer').textContent).toMatch(/longer than usual.* in 60 seconds/);
      await pass(5);
      expect(screen.getByRole('button', { name: sending })).not.toBeNull();
    });
  });
});
