import { rights, type Delegation } from '../../../contract/delegation.js';
import type { Text } from '../../i18n/en.js';
import { nameOf } from '../delegations/naming.js';

/** The list as rows of words, the head first: what is exported and copied. */
export function toRows(delegations: readonly Delegation[], text: Text): string[][] {
  const { takeAlong } = text;
  const word = (held: boolean | null) =>
    held === null ? text.notReported : held ? takeAlong.yes : takeAlong.no;
  const head = [
    text.columns.person,
    takeAlong.mail,
    takeAlong.jobTitle,
    takeAlong.department,
    ...rights.map((right) => text.rights[right]),
    text.columns.status,
    takeAlong.sinceColumn,
    text.details.id,
  ];
  return [
    head,
    ...delegations.map((delegation) => [
      nameOf(delegation, text),
      delegation.person?.mail ?? '',
      delegation.person?.jobTitle ?? '',
      delegation.person?.department ?? '',
      ...rights.map((right) => word(delegation.allowedActions[right])),
      toStatus(delegation, text),
      delegation.createdDateTime?.slice(0, 10) ?? text.notReported,
      delegation.id,
    ]),
  ];
}

function toStatus({ isActive, personStatus }: Delegation, text: Text): string {
  const status = isActive === null ? text.statusNotReported : isActive ? text.active : text.inactive;
  return personStatus === 'notFound' ? `${status} (${text.accountGone})` : status;
}

/**
 * CSV that opens right in Excel: byte order mark, quotes, CRLF. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 * @see RFC 4180; https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`;

/** Tab-separated, for pasting into a spreadsheet or a document. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => disarm(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

const disarm = (cell: string): string => (/^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
