import { toCsv, toTsv } from '../../../src/tab/components/spreadsheet.js';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '=cmd|"/c calc"!A1'])(
  'a cell %j is no formula any more',
  (cell) => {
    expect(toCsv([[cell]])).toBe(`\uFEFF"'${cell.replaceAll('"', '""')}"\r\n`);
  },
);

test('CSV has a byte order mark, doubles quotes and keeps line breaks inside a cell', () => {
  expect(
    toCsv([
      ['a "quoted" name', 'two\nlines'],
      ['ü', ','],
    ]),
  ).toBe('\uFEFF"a ""quoted"" name","two\nlines"\r\n"ü",","\r\n');
});

test('a table to paste has one line a row', () => {
  expect(
    toTsv([
      ['a\tb', 'c\r\nd'],
      ['=1', 'e'],
    ]),
  ).toBe("a b\tc d\n'=1\te");
});
