/** Rows of cells, the head first. */
export type Rows = readonly (readonly string[])[];

export type CsvFile = {
  /** What the file is called: whose it is, and what. The day is added. */
  readonly name: readonly string[];
  /** What the file is about, one `[label, value]` a row, above the table and a blank line. */
  readonly about: Rows;
  readonly table: Rows;
};

/** Milliseconds for which the browser or the host can fetch the file; some start only after the click has ended. */
const fileLifeMs = 30_000;

/** @param regionalFormat a BCP 47 tag: how the reader's own machine writes numbers, and so what its Excel expects */
export function downloadCsv({ name, about, table }: CsvFile, regionalFormat: string): void {
  const csv = toCsv([...about, [], ...table], toSeparator(regionalFormat));
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = toFileName([...name, toDay(Date.now())]);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, fileLifeMs);
}

/** No system forbids what is left, and a name never reaches into another folder. */
export const toFileName = (parts: readonly string[]): string =>
  `${parts.map((part) => part.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').trim()).join(' - ')}.csv`;

/**
 * What Excel takes for the end of a cell: Windows' list separator, a semicolon wherever the comma is the decimal sign. Arabic,
 * Switzerland and Liechtenstein have the point and the semicolon.
 * @see https://github.com/dotnet/runtime/issues/43795 (the list separator of each culture of Windows)
 */
export function toSeparator(regionalFormat: string): ',' | ';' {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(regionalFormat);
  } catch {
    return ',';
  }
  if (locale.language === 'ar' || locale.region === 'CH' || locale.region === 'LI') return ';';
  const parts = new Intl.NumberFormat(locale.toString()).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/**
 * CSV that opens right in Excel: byte order mark, quotes, CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 * @see RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (rows: Rows, separator: ',' | ';'): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(separator)).join('\r\n')}\r\n`;

/** Tab-separated, for pasting into a spreadsheet or a document. */
export const toTsv = (rows: Rows): string =>
  rows.map((row) => row.map((cell) => disarm(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

const disarm = (cell: string): string => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/**
 * "2025-01-14" in the reader's time zone. Every Excel takes it for that date; in a regional format one whose region is another
 * would swap day and month without a word.
 */
export function toDay(when: string | number): string {
  const date = new Date(when);
  return `${String(date.getFullYear())}-${inTwo(date.getMonth() + 1)}-${inTwo(date.getDate())}`;
}

/** "2025-01-14 09:05" likewise. */
export function toMinute(when: string | number): string {
  const date = new Date(when);
  return `${toDay(when)} ${inTwo(date.getHours())}:${inTwo(date.getMinutes())}`;
}

const inTwo = (number: number) => String(number).padStart(2, '0');
