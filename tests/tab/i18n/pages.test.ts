import { languages } from '../../../src/contract/languages.js';
import type { PagesText } from '../../../src/tab/i18n/PagesText.js';
import { sameAsEnglish } from '../support/sameAsEnglish.js';

/** Every sentence, by where it stands. */
function sentences(value: unknown, path = ''): [path: string, words: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

async function load(tag: string): Promise<[path: string, words: string][]> {
  const { pages } = (await import(`../../../src/tab/i18n/${tag}/pages.ts`)) as { pages: PagesText };
  return sentences(pages);
}

/** Plural forms differ from language to language; a test of their own looks at them. */
const isPlural = ([path]: [path: string, words: string]) => path.startsWith('.privacy.keeps.retention');
const placeholders = (words: string) => words.match(/\{\{\w+\}\}/g) ?? [];

/** What Unicode has no single script for. */
const scriptsOf: Readonly<Record<string, string>> = {
  Jpan: String.raw`[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]`,
  Kore: String.raw`\p{scx=Hangul}`,
  Hans: String.raw`\p{scx=Han}`,
  Hant: String.raw`\p{scx=Han}`,
};

describe.each(languages)('$tag', ({ tag }) => {
  let text: [path: string, words: string][];
  let english: Map<string, string>;
  beforeAll(async () => {
    text = await load(tag);
    english = new Map(await load('en'));
  });

  test('has every sentence of English, and no other, and no empty one', async () => {
    const paths = (all: [path: string, words: string][]) =>
      all.filter((one) => !isPlural(one)).map(([path]) => path);

    expect(paths(text)).toEqual(paths(await load('en')));
    expect(text.filter(([, words]) => words.trim() !== words || words === '')).toEqual([]);
  });

  test('uses every placeholder of English, and no other', () => {
    for (const [path, words] of text.filter((one) => !isPlural(one)))
      expect([path, placeholders(words)]).toEqual([path, placeholders(english.get(path) ?? '')]);
  });

  test('has each of its plural forms', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const forms = text.filter(isPlural).map(([path]) => path.split('.').at(-1));

    expect(forms.sort()).toEqual([...pluralCategories].sort());
    expect(text.find(([path]) => path.endsWith('retention.other'))?.[1]).toContain('{{days}}');
  });

  test('leaves nothing in English', () => {
    const left = text.filter(([path, words]) => tag !== 'en' && words === english.get(path));

    expect(left.filter(([, words]) => !sameAsEnglish(tag).includes(words))).toEqual([]);
  });

  test('is written in its own script', () => {
    const { script = '' } = new Intl.Locale(tag).maximize();
    const letters = new RegExp(scriptsOf[script] ?? `\\p{scx=${script}}`, 'u');

    expect(text.filter(([, words]) => !letters.test(words))).toEqual([]);
  });

  test('keeps to its own punctuation', () => {
    for (const [path, words] of text) {
      // French binds : ; ? ! and « » to their words; nobody puts a blank before a comma or a full stop.
      expect([path, words]).toEqual([path, expect.not.stringMatching(/ [:;?!»]|« | [,.]/)]);
      if (tag === 'fr')
        expect([path, words]).toEqual([path, expect.not.stringMatching(/[^\s\u00a0][:;?!»](?!\/)/)]);
      if (tag === 'ar') expect([path, words]).toEqual([path, expect.not.stringMatching(/[,;?]/)]);
      if (tag === 'zh-CN')
        expect([path, words]).toEqual([path, expect.not.stringMatching(/\p{sc=Han}[,.:;?!]/u)]);
    }
  });
});
