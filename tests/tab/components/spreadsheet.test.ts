import {
  downloadCsv,
  toCsv,
  toDay,
  toFileName,
  toMinute,
  toSeparator,
  toTsv,
} from '../../../src/tab/components/spreadsheet.js';

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
