import { rights } from '../../src/contract/delegation.js';
import { formatRelative } from '../../src/tab/i18n/formatDate.js';
import { languages, loadLanguage, toLanguageName } from '../../src/tab/i18n/languages.js';

/** Every key with the kind of its value: words, or a function of so many arguments that gives words. */
function keysOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path];
  if (typeof value === 'function') return [`${path}()`];
  return Object.entries(value as object).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

function emptyWords(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : [];
  if (typeof value === 'function') return [];
  return Object.entries(value as object).flatMap(([key, inner]) => emptyWords(inner, `${path}.${key}`));
}

describe.each(Object.entries(languages))('%s', (_, load) => {
  test('has every key of English, and no other, and no empty words', async () => {
    const text = await load();

    expect(keysOf(text).sort()).toEqual(keysOf(await languages.en()).sort());
    expect(emptyWords(text)).toEqual([]);
  });

  test('counts by its own plural rules', async () => {
    const { heading, tools } = await load();

    for (const count of [1, 2, 3, 11, 25, 100]) {
      expect(heading.supported(count)).not.toContain('undefined');
      expect(tools.found(count)).not.toContain('undefined');
    }
  });

  test('names the person in every sentence about a right', async () => {
    const { held, notHeld } = await load();
    for (const right of rights) {
      for (const sentences of [held, notHeld]) {
        expect(sentences.delegators(right, 'Diego')).toContain('Diego');
        expect(sentences.delegates(right, 'Diego')).toContain('Diego');
        expect(sentences.delegators(right, 'Diego')).not.toBe(sentences.delegates(right, 'Diego'));
      }
      expect(held.delegators(right, 'Diego')).not.toBe(notHeld.delegators(right, 'Diego'));
    }
  });
});

test('Arabic has six plural forms', async () => {
  const { heading } = await languages.ar();

  expect(new Set([0, 1, 2, 3, 11, 100].map((count) => heading.supported(count))).size).toBe(6);
});

test.each([
  ['en-us', 'en'],
  ['en-GB', 'en'],
  ['de-at', 'de'],
  ['pt-br', 'pt-BR'],
  ['pt-pt', 'pt-BR'],
  ['zh-Hans-CN', 'zh-CN'],
  ['ar-sa', 'ar'],
  ['nl-nl', 'en'],
  ['', 'en'],
])('a host’s %j is shown in %s', (locale, name) => {
  expect(toLanguageName(locale)).toBe(name);
});

test('dates keep the host’s region; a locale that is none falls back', async () => {
  expect((await loadLanguage('en-gb')).locale).toBe('en-GB');
  expect((await loadLanguage('nl-nl')).locale).toBe('en');
  expect((await loadLanguage('not a locale')).locale).toBe('en');
  expect(await loadLanguage('ar-sa')).toMatchObject({ direction: 'rtl', locale: 'ar-SA-u-nu-latn' });
});

test.each([
  ['2024-11-22T00:00:00Z', '2 years ago'],
  ['2026-01-10T00:00:00Z', '10 months ago'],
  ['2026-11-02T00:00:00Z', '3 weeks ago'],
  ['2026-11-20T00:00:00Z', '3 days ago'],
])('%s is %s', (iso, words) => {
  expect(formatRelative(iso, 'en', Date.parse('2026-11-23T12:00:00Z'))).toBe(words);
});
