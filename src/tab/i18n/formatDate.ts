/** "Jan 2025": enough to recognise, short enough for a column. */
export const formatMonth = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }).format(new Date(iso));

/** "14 January 2025" in the reader's time zone. */
export const formatDay = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso));

export const formatTime = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(ms));

const dayMs = 24 * 60 * 60 * 1000;
const units = [
  ['year', 365.25],
  ['month', 365.25 / 12],
  ['week', 7],
  ['day', 1],
] as const;

/** "2 years ago", in the largest unit that fits. */
export function formatRelative(iso: string, locale: string, nowMs: number): string {
  const days = (Date.parse(iso) - nowMs) / dayMs;
  const [unit, length] = units.find(([, size]) => Math.abs(days) >= size) ?? (['day', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.trunc(days / length), unit);
}
