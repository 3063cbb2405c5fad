import { languages, matchLanguage, type LanguageTag } from '../../src/contract/languages.js';
import {
  confirmationPath,
  confirmationRoute,
  delegationPath,
  delegationRoute,
  peoplePath,
  profilesPath,
} from '../../src/contract/paths.js';
import { parsePlace, toSubPageId, type Place } from '../../src/contract/place.js';

describe('languages', () => {
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
});

describe('paths', () => {
  test('encodes the id in a path, so that it cannot lead to another resource', () => {
    expect(delegationRoute('delegates')).toBe('/api/delegates/:id');
    expect(delegationPath('delegates', 'a/../b?c#d')).toBe('/api/delegates/a%2F..%2Fb%3Fc%23d');
    expect(delegationPath('delegators', '$&')).toBe('/api/delegators/%24%26');
    expect(confirmationRoute('delegators')).toBe('/api/confirmations/delegators/:id');
    expect(confirmationPath('delegators', ':id')).toBe('/api/confirmations/delegators/%3Aid');
  });

  test('every id in a query is a separate parameter', () => {
    expect(peoplePath(['a', 'b&id=c'])).toBe('/api/people?id=a&id=b%26id%3Dc');
    expect(profilesPath(['a'])).toBe('/api/profiles?id=a');
  });
});

describe('places', () => {
  const one = 'a1de4f1c-0000-4000-8000-000000000001';
  const two = 'a1de4f1c-0000-4000-8000-000000000002';

  test.each<[string, Place]>([
    [`delegators/${one}`, { kind: 'own', list: 'delegators', id: one }],
    [`delegates/${one}`, { kind: 'own', list: 'delegates', id: one }],
    ['delegates/a%40b.example', { kind: 'own', list: 'delegates', id: 'a@b.example' }],
    [`between/${one}/${two}`, { kind: 'between', delegatorId: one, delegateId: two }],
  ])('parses and formats %s', (subPageId, place) => {
    expect(parsePlace(subPageId)).toEqual(place);
    expect(toSubPageId(place)).toBe(subPageId);
  });

  test.each([undefined, ''])('%j points at no place', (subPageId) => {
    expect(parsePlace(subPageId)).toBeUndefined();
  });

  test.each([
    'delegates',
    'delegates/',
    `delegates/${one}/`,
    `delegates/${one}/${two}`,
    `colleagues/${one}`,
    `Delegates/${one}`,
    'delegates/..',
    'delegates/%2e',
    'delegates/%E0%A4%A',
    `delegates/${'a'.repeat(129)}`,
    'delegates/a b',
    'between',
    `between/${one}`,
    `between/${one}/`,
    `between//${two}`,
    `between/${one}/${two}/more`,
    `between/${one}/${one.toUpperCase()}`,
    'between/a%2Fb/c',
    'settings',
  ])('%s is malformed', (subPageId) => {
    expect(parsePlace(subPageId)).toBe('malformed');
  });
});
