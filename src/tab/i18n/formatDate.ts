/** Caches formatters, because creating one is much slower than using it. */
function remember<Formatter>(make: (locale: string) => Formatter): (locale: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const formatter = make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}

/** Uses Latin digits in Arabic too, as counts and ids do. */
const digits = { numberingSystem: 'latn' } as const;

const dates = (options: Intl.DateTimeFormatOptions) =>
  remember((locale) => new Intl.DateTimeFormat(locale, { ...digits, ...options }));
const months = dates({ month: 'short', year: 'numeric' });
const days = dates({ dateStyle: 'long' });
const moments = dates({ dateStyle: 'medium', timeStyle: 'short' });
const zonedMoments = dates({
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'shortOffset',
});
const spans = remember((locale) => new Intl.RelativeTimeFormat(locale, { ...digits, numeric: 'auto' }));

/** Creates the formatters while the page is idle. The first one loads the browser's locale data. */
export function prepareFormats(locale: string): void {
  for (const formats of [months, days, moments]) formats(locale).format(0);
  spans(locale).format(1, 'day');
}

/** Formats "Jan 2025", short enough for a column. */
export const formatMonth = (iso: string, locale: string): string => months(locale).format(new Date(iso));

/** Formats "14 January 2025" in the user's time zone. */
export const formatDay = (when: string | number, locale: string): string =>
  days(locale).format(new Date(when));

/** Formats "14 Jan 2025, 14:05" in the user's time zone. */
export const formatMoment = (ms: number, locale: string): string => moments(locale).format(new Date(ms));

/** Formats "14 January 2025 at 14:05 GMT+1", for text that is read elsewhere or later. */
export const formatZonedMoment = (ms: number, locale: string): string => zonedMoments(locale).format(ms);

const dayMs = 24 * 60 * 60 * 1000;
const units = [
  ['year', 365.25],
  ['month', 365.25 / 12],
  ['week', 7],
  ['day', 1],
] as const;

/** Start of the day in the user's time zone, in ms since the epoch. */
export const startOfDay = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0);

/** Formats "yesterday" or "2 years ago". Counts calendar days and uses the largest unit that fits. */
export function formatRelative(iso: string, locale: string, nowMs: number): string {
  // Rounds, because a day has 23 or 25 hours twice a year.
  const past = Math.round((startOfDay(Date.parse(iso)) - startOfDay(nowMs)) / dayMs);
  const [unit, length] = units.find(([, size]) => Math.abs(past) >= size) ?? (['day', 1] as const);
  return spans(locale).format(Math.trunc(past / length), unit);
}
