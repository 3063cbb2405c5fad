import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, tokens } from '@fluentui/react-components';
import { act, render, screen, within } from '@testing-library/react';
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
import { useWide, WideProvider } from '../../../src/tab/components/useWide.js';
import { toTheme } from '../../../src/tab/host/theme.js';
import { english } from '../../../src/tab/i18n/Language.js';
import { rehearse } from '../../../src/tab/page/rehearse.js';
import { ActionButton } from '../../../src/tab/problem/ActionButton.js';
import { ProblemLine } from '../../../src/tab/problem/ProblemLine.js';
import { ProblemNotice } from '../../../src/tab/problem/ProblemNotice.js';
import '../../../src/tab/problem/SendProblem.js';
import { showInSession } from '../support/inSession.js';

describe('the copy button', () => {
  const refuse = () => {
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
  };

  test('copies, announces it and keeps its name', async () => {
    const reader = userEvent.setup();
    showInSession(<CopyButton label="Copy link" text="https://example.test/x" />);
    await reader.click(screen.getByRole('button', { name: 'Copy link' }));

    expect(await navigator.clipboard.readText()).toBe('https://example.test/x');
    expect(screen.getByRole('status').textContent).toBe('Copied');
    expect(screen.getByRole('button').textContent).toBe('Copy link');
  });

  test('announces each press, even with the same text', async () => {
    const reader = userEvent.setup();
    showInSession(<CopyButton text="c0de" />);
    await reader.click(screen.getByRole('button', { name: 'Copy' }));
    const first = screen.getByRole('status').firstChild;
    await reader.click(screen.getByRole('button', { name: 'Copy' }));

    expect(screen.getByRole('status').textContent).toBe('Copied');
    expect(screen.getByRole('status').firstChild).not.toBe(first);
  });

  test('shows a text that cannot be copied, for selection', async () => {
    const reader = userEvent.setup();
    refuse();
    showInSession(<CopyButton text="c0de" />);
    await reader.click(screen.getByRole('button', { name: 'Copy' }));

    expect(screen.getByRole('status').textContent).toBe('');
    expect(screen.getByText('c0de')).not.toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('Copying isn’t allowed here');
  });
});

describe('work after the first paint', () => {
  let frames: FrameRequestCallback[] = [];
  let done: string[] = [];

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: [] });
    frames = [];
    done = [];
    jest.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => frames.push(callback));
    whenPainted(() => done.push('done'));
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
});

describe('spreadsheets', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=cmd|"/c calc"!A1'])(
    'a cell %j is not a formula',
    (cell) => {
      expect(toCsv([[cell]], ',')).toBe(`\uFEFF"'${cell.replaceAll('"', '""')}"\r\n`);
    },
  );

  test('CSV has a byte order mark, doubles quotes and keeps line breaks inside a cell', () => {
    expect(
      toCsv(
        [
          ['a "quoted" name', 'two\nlines'],
          ['ü', ','],
        ],
        ',',
      ),
    ).toBe('\uFEFF"a ""quoted"" name","two\nlines"\r\n"ü",","\r\n');
  });

  test('a table for pasting has one line per row', () => {
    expect(
      toTsv([
        ['a\tb', 'c\r\nd'],
        ['=1', 'e'],
      ]),
    ).toBe("a b\tc d\n'=1\te");
  });

  test.each([
    ['en-US', ','],
    ['de-DE', ';'],
    ['fr-CA', ';'],
    ['es-ES', ';'],
    // Mexico uses the decimal point, and Windows agrees.
    ['es-MX', ','],
    ['pt-BR', ';'],
    ['ja-JP', ','],
    ['zh-CN', ','],
    ['ar-SA', ';'],
    ['ar', ';'],
    ['de-CH', ';'],
    ['en-ZA', ';'],
    ['no tag at all', ','],
  ] as const)('separates the cells for Excel set to %s with %s', (regionalFormat, separator) => {
    expect(toSeparator(regionalFormat)).toBe(separator);
    expect(toCsv([['a', 'b']], separator)).toBe(`\uFEFF"a"${separator}"b"\r\n`);
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
    downloadCsv({ name: ['List'], about: [], table: [['a']] }, 'en');
    jest.advanceTimersByTime(29_000);
    expect(revokeObjectURL).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);

    expect(revokeObjectURL).toHaveBeenCalledWith('#file');
  });
});

describe('the width of the page', () => {
  let isWide = true;
  const evaluate = jest.fn(() => isWide);
  const media = Object.defineProperty(new EventTarget(), 'matches', { get: evaluate });
  beforeAll(() => {
    window.matchMedia = () => media as MediaQueryList;
  });

  const Width = () => <p>{useWide() ? 'wide' : 'narrow'}</p>;
  const show = (count: number) => {
    const { unmount } = render(
      <WideProvider>
        {Array.from({ length: count }, (_, at) => (
          <Width key={at} />
        ))}
      </WideProvider>,
    );
    return unmount;
  };

  test('follows the width of the page', () => {
    show(2);
    expect(screen.getAllByText('wide')).toHaveLength(2);
    act(() => {
      isWide = false;
      media.dispatchEvent(new Event('change'));
    });

    expect(screen.getAllByText('narrow')).toHaveLength(2);
  });

  test('evaluates the media query as often for many parts of the page as for one', () => {
    const evaluations = [1, 20].map((count) => {
      evaluate.mockClear();
      show(count)();
      return evaluate.mock.calls.length;
    });

    expect(evaluations[1]).toBe(evaluations[0]);
  });
});

describe('the rehearsal of the first screen', () => {
  const media = Object.assign(new EventTarget(), { matches: true });
  beforeAll(() => {
    window.matchMedia = () => media as unknown as MediaQueryList;
  });

  /** Returns the names of the elements that the rehearsal creates. */
  const rehearsed = () => {
    const make = jest.spyOn(document, 'createElement');
    make.mockClear();
    act(() => {
      rehearse(english);
    });
    return make.mock.calls.map(([name]) => name);
  };

  test('renders the first screen as it will look, without leaving anything visible', () => {
    expect(rehearsed()).toEqual(expect.arrayContaining(['h1', 'table']));
    media.matches = false;
    const onPhone = rehearsed();
    expect(onPhone).toEqual(expect.arrayContaining(['h1', 'ul']));
    expect(onPhone).not.toContain('table');

    expect(document.body.innerHTML).toBe('');
  });
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
])('maps the host’s theme %s to a matching Fluent theme', (name, theme) => {
  expect(toTheme(name)).toBe(theme);
});

describe('an action’s button', () => {
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

describe('the line of a problem', () => {
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
