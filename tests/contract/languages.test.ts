import { languages, matchLanguage, type LanguageTag } from '../../src/contract/languages.js';

test.each(languages)('$tag is met by its own tag, and is written from $direction', ({ tag, direction }) => {
  expect(matchLanguage([tag])).toBe(tag);
  expect(matchLanguage([tag.toLowerCase(), 'en'])).toBe(tag);
  // What Unicode knows of the script; not on every Node that we run on.
  const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo?: () => { direction: string } };
  if (locale.getTextInfo !== undefined) expect(locale.getTextInfo().direction).toBe(direction);
});

test('no tag stands twice, and each is spelled as BCP 47 spells it', () => {
  const tags = languages.map(({ tag }) => tag);

  expect(new Set(tags).size).toBe(tags.length);
  expect(Intl.getCanonicalLocales([...tags])).toEqual(tags);
});

describe('the nearest language to what is wanted:', () => {
  test.each<[readonly string[], LanguageTag]>([
    // Another region.
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
    // Another script: still nearer than English.
    [['zh-TW'], 'zh-CN'],
    [['zh-Hant'], 'zh-CN'],
    [['zh-Hans-SG'], 'zh-CN'],
    // As some hosts spell it.
    [['zh_CN'], 'zh-CN'],
    [['PT-br'], 'pt-BR'],
    [['de-de'], 'de'],
    [['en-us-u-ca-buddhist'], 'en'],
    [['und-BR'], 'pt-BR'],
    // The first wish that can be met.
    [['tlh', 'fr-BE', 'de'], 'fr'],
    [['ar', 'en'], 'ar'],
    // Only the beginning is alike.
    [['den', 'deu'], 'de'],
    [['arc'], 'en'],
    [['fra'], 'fr'],
    // What is no language, or none that we have.
    [['tlh'], 'en'],
    [['*', 'de'], 'de'],
    [['', '-', 'not a tag', '../../etc'], 'en'],
    [[], 'en'],
  ])('%j: %s', (wanted, expected) => {
    expect(matchLanguage(wanted)).toBe(expected);
  });
});
