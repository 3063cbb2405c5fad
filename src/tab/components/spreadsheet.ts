/** Rows of cells, header first. */
export type Rows = readonly (readonly string[])[];

/** Milliseconds until the object URL is revoked. Some hosts start the download only after the click has ended. */
const fileLifeMs = 30_000;

/**
 * @param name parts of the file name, such as owner and list; the day is appended
 * @param regionalFormat BCP 47 tag of the system's number format, which its Excel expects
 */
export function downloadCsv(name: readonly string[], rows: Rows, regionalFormat: string): void {
  const csv = toCsv(rows, toSeparator(regionalFormat));
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = toFileName([...name, toDay(Date.now())]);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), fileLifeMs);
}

/** Removes characters that operating systems forbid, so a name cannot address another folder. */
export const toFileName = (parts: readonly string[]): string =>
  `${parts.map((part) => part.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').trim()).join(' - ')}.csv`;

/**
 * Returns the separator that Excel expects: Windows' list separator. It is a semicolon where the comma is the decimal
 * sign, and also for Arabic, Switzerland and Liechtenstein.
 * @see https://github.com/dotnet/runtime/issues/43795 (list separators of Windows' cultures)
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
 * Formats CSV for Excel: byte order mark, quotes, CRLF. Prefixes formula-like cells with an apostrophe.
 * @see RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (rows: Rows, separator: ',' | ';'): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(separator)).join('\r\n')}\r\n`;

/** Formats tab-separated text for pasting into a spreadsheet or a document. */
export const toTsv = (rows: Rows): string =>
  rows.map((row) => row.map((cell) => disarm(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

const disarm = (cell: string): string => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/**
 * Formats "2025-01-14" in the user's time zone. Every Excel reads this form correctly, while a regional format can
 * swap day and month.
 */
export function toDay(when: string | number): string {
  const date = new Date(when);
  return `${String(date.getFullYear())}-${inTwo(date.getMonth() + 1)}-${inTwo(date.getDate())}`;
}

/** Formats "2025-01-14 09:05" in the user's time zone. */
export function toMinute(when: string | number): string {
  const date = new Date(when);
  return `${toDay(when)} ${inTwo(date.getHours())}:${inTwo(date.getMinutes())}`;
}

const inTwo = (number: number) => String(number).padStart(2, '0');
