import { isGuid } from '../../contract/guid.js';

/** Position of the last confirmation on a page. */
export type Cursor = {
  /** ISO 8601, UTC, milliseconds. */
  readonly confirmedAt: string;
  readonly id: string;
};

/** Position of the first page: later than every confirmation. */
export const newest: Cursor = {
  confirmedAt: '9999-12-31T23:59:59.999Z',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

export const toCursorText = ({ confirmedAt, id }: Cursor): string => `${Date.parse(confirmedAt)}.${id}`;

/** Returns undefined for text that `toCursorText` never returns. */
export function parseCursor(text: string): Cursor | undefined {
  const [, ms = '', id = ''] = /^(\d{1,15})\.(.{36})$/.exec(text) ?? [];
  if (!isGuid(id) || Number(ms) > Date.parse(newest.confirmedAt)) return undefined;
  return { confirmedAt: new Date(Number(ms)).toISOString(), id: id.toLowerCase() };
}
