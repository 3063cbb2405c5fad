import type { Counterpart } from '../../contract/confirmation.js';
import type { LaterMessages } from '../i18n/messages.js';
import { isUnchanged, type Entry } from './standing.js';

/** The other party’s shared verdict on a delegation. `…Before`: it has changed since then. */
export type OtherSide = 'confirmed' | 'confirmedBefore' | 'wrong' | 'wrongBefore';

/** Compares a delegation with the entry that the other party confirmed. */
export function toOtherSide(entry: Entry, counterpart: Counterpart): OtherSide {
  const isCurrent = isUnchanged(entry, counterpart);
  if (counterpart.isRight) return isCurrent ? 'confirmed' : 'confirmedBefore';
  return isCurrent ? 'wrong' : 'wrongBefore';
}

/**
 * Says it as a sentence without a full stop.
 * @param date of the confirmation, formatted
 */
export const sayOtherSide = (
  side: OtherSide,
  name: string | null,
  date: string,
  { otherSide }: LaterMessages,
): string => (side === 'confirmed' ? otherSide.confirmed({ name, date }) : otherSide[side]({ name }));

/**
 * Says it in a table, also that nothing was shared. Empty while that is not known.
 * @param counterpart null: nothing was shared; undefined: not known
 */
export function sayInTable(
  entry: Entry,
  name: string | null,
  counterpart: Counterpart | null | undefined,
  toDate: (iso: string) => string,
  later: LaterMessages,
): string {
  if (counterpart === undefined) return '';
  if (counterpart === null) return later.otherSide.nothing;
  return sayOtherSide(toOtherSide(entry, counterpart), name, toDate(counterpart.confirmedAt), later);
}

/** Formats "Nov 3", with the year unless it is this year. Latin digits in every language. */
export function formatShortDate(iso: string, locale: string, nowMs: number): string {
  const date = new Date(iso);
  const isThisYear = date.getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    numberingSystem: 'latn',
    month: 'short',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(date);
}
