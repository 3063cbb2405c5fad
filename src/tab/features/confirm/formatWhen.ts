import { formatDay, formatMoment } from '../../i18n/formatDate.js';

/** Formats "14:05" in the user's time zone, with Latin digits in every language. */
export const formatTime = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { numberingSystem: 'latn', timeStyle: 'short' }).format(new Date(iso));

/** Formats "Nov 24, 2026". */
export const formatShortDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { numberingSystem: 'latn', dateStyle: 'medium' }).format(new Date(iso));

export const isSameDay = (iso: string, nowIso: string): boolean =>
  new Date(iso).toDateString() === new Date(nowIso).toDateString();

/** Formats the day, and adds the time if it is today. */
export const formatSince = (iso: string, nowIso: string, locale: string): string =>
  isSameDay(iso, nowIso) ? formatMoment(Date.parse(iso), locale) : formatDay(iso, locale);
