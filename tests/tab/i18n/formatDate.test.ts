import { formatDay, formatMonth, formatRelative } from '../../../src/tab/i18n/formatDate.js';

test.each([
  ['2024-11-22T00:00:00Z', '2 years ago'],
  ['2026-01-10T00:00:00Z', '10 months ago'],
  ['2026-11-02T00:00:00Z', '3 weeks ago'],
  ['2026-11-20T00:00:00Z', '3 days ago'],
])('formats %s as %s', (iso, words) => {
  expect(formatRelative(iso, 'en', Date.parse('2026-11-23T12:00:00Z'))).toBe(words);
});

test('counts calendar days, not spans of 24 hours', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour);
  const said = (then: Date, now: Date) => formatRelative(then.toISOString(), 'en', now.getTime());

  expect(said(at(22, 23), at(23, 1))).toBe('yesterday');
  expect(said(at(23, 1), at(23, 23))).toBe('today');
  expect(said(at(21, 23), at(23, 1))).toBe('2 days ago');
});

test('uses Latin digits in every language', () => {
  const iso = '2025-01-14T09:30:00Z';
  const said = [
    formatDay(iso, 'ar-EG'),
    formatMonth(iso, 'ar-EG'),
    formatRelative(iso, 'ar-EG', Date.parse(iso) + 5 * 86_400_000),
  ];

  for (const text of said) expect(text).toMatch(/^[^٠-٩]*\d[^٠-٩]*$/);
});
