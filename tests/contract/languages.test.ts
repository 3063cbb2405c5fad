import { languages, matchLanguage, type LanguageTag } from '../../src/contract/languages.js';

test.each(languages)('$tag matches its own tag and has the direction $direction', ({ tag, direction }) => {
  expect(matchLanguage([tag])).toBe(tag);
  expect(matchLanguage([tag.toLowerCase(), 'en'])).toBe(tag);
  // Not every supported version of Node has `getTextInfo`.
  const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo?: () => { direction: string } };
  if (locale.getTextInfo !== undefined) expect(locale.getTextInfo().direction).toBe(direction);
});

test('the tags are unique and canonical in BCP 47', () => {
  const tags = languages.map(({ tag }) => tag);

  expect(new Set(tags).size).toBe(tags.length);
  expect(Intl.getCanonicalLocales([...tags])).toEqual(tags);
});

describe('finds the nearest language:', () => {
  test.each<[readonly string[], LanguageTag]>([
    // A different region matches.
    [['en-GB'], 'en'],
    [['de-AT'], 'de'],
    [['fr-CA'], 'fr'],
    [['es-419'], 'es'],
    [['ar-EG'], 'ar'],
    [['ar-sa'], 'ar'],
    [['ja-JP'], 'ja'],
    [['pt'], 'pt-BR'],
    [['pt-PT'], 'pt-BR'],
    [['zh'], 'zh-CN'],
    // A different script is nearer than English.
    [['zh-TW'], 'zh-CN'],
    [['zh-Hant'], 'zh-CN'],
    [['zh-Hans-SG'], 'zh-CN'],
    // Some hosts use these spellings.
    [['zh_CN'], 'zh-CN'],
    [['PT-br'], 'pt-BR'],
    [['de-de'], 'de'],
    [['en-us-u-ca-buddhist'], 'en'],
    [['und-BR'], 'pt-BR'],
    // The first tag with a supported language wins.
    [['tlh', 'fr-BE', 'de'], 'fr'],
    [['ar', 'en'], 'ar'],
    // A common prefix is not a match. Three-letter codes are canonicalized.
    [['den', 'deu'], 'de'],
    [['arc'], 'en'],
    [['fra'], 'fr'],
    // Unsupported languages and invalid tags fall back to English.
    [['tlh'], 'en'],
    [['*', 'de'], 'de'],
    [['', '-', 'not a tag', '../../etc'], 'en'],
    [[], 'en'],
  ])('%j: %s', (wanted, expected) => {
    expect(matchLanguage(wanted)).toBe(expected);
  });
});
