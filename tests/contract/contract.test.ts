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

  test.each<[string, readonly string[], LanguageTag]>([
    ['in another region', ['de-AT'], 'de'],
    ['of a tag without a region', ['pt'], 'pt-BR'],
    ['in another script', ['zh-TW'], 'zh-CN'],
    ['with an underscore, as some hosts write', ['zh_CN'], 'zh-CN'],
    ['in another case', ['PT-br'], 'pt-BR'],
    ['with an extension', ['de-de-u-ca-buddhist'], 'de'],
    ['likely in a region', ['und-BR'], 'pt-BR'],
    ['of the first supported tag', ['tlh', 'fr-BE', 'de'], 'fr'],
    ['of a three-letter code, not of one with the same prefix', ['den', 'fra'], 'fr'],
    ['after invalid tags', ['*', '', '-', 'not a tag', '../../etc', 'de'], 'de'],
    ['among the first 16 tags', [...Array<string>(15).fill('tlh'), 'de', 'fr'], 'de'],
    ['English, if the first 16 tags are unsupported', [...Array<string>(16).fill('tlh'), 'de'], 'en'],
    ['English, for a tag of more than 35 characters', [`de${'-abcdefgh'.repeat(4)}`], 'en'],
    ['English, if no tag is given', [], 'en'],
  ])('finds the language %s', (_, wanted, expected) => expect(matchLanguage(wanted)).toBe(expected));
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
    `delegates/${one}/`,
    `delegates/${one}/${two}`,
    `colleagues/${one}`,
    'delegates/..',
    'delegates/%E0%A4%A',
    `delegates/${'a'.repeat(129)}`,
    `between/${one}`,
    `between//${two}`,
    `between/${one}/${two}/more`,
    `between/${one}/${one.toUpperCase()}`,
    'between/a%2Fb/c',
  ])('%s is malformed', (subPageId) => expect(parsePlace(subPageId)).toBe('malformed'));
});
