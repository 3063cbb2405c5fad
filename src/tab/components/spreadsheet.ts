/** Rows of cells, the head first. */
export type Rows = readonly (readonly string[])[];

/** Hands a table to the browser as a file, with today's date in its name. */
export function downloadCsv(name: string, rows: Rows): void {
  const url = URL.createObjectURL(new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

/**
 * CSV that opens right in Excel: byte order mark, quotes, CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 * @see RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (rows: Rows): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;

/** Tab-separated, for pasting into a spreadsheet or a document. */
export const toTsv = (rows: Rows): string =>
  rows.map((row) => row.map((cell) => disarm(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

const disarm = (cell: string): string => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
