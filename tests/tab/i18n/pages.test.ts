import { languages } from '../../../src/contract/languages.js';
import { pageNames, readPage, textsOf, type Block } from '../../support/readPage.js';
import { sameAsEnglish } from '../support/sameAsEnglish.js';

/** Leaves out plural forms, which differ between languages and have a separate test. */
const withoutPlurals = (blocks: readonly Block[]) =>
  blocks.filter(({ text, conditions }) => ![text, ...conditions].some((some) => /^[#/]days\./.test(some)));

/** Reduces a page to its headings, conditions, partials and placeholders. */
const skeletonOf = (blocks: readonly Block[]) =>
  withoutPlurals(blocks).map(({ section, kind, text }) =>
    kind === '{{' ? `{{${text}` : `${kind} {#${section}} ${(text.match(/\{\{[^}]+\}\}/g) ?? []).join(' ')}`,
  );

/** Scripts without a single Unicode name. */
const scriptsOf: Readonly<Record<string, string>> = {
  Jpan: String.raw`[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]`,
  Kore: String.raw`\p{scx=Hangul}`,
  Hans: String.raw`\p{scx=Han}`,
  Hant: String.raw`\p{scx=Han}`,
};

describe.each(languages)('$tag', ({ tag }) => {
  const texts = pageNames.flatMap((name) => textsOf(readPage(tag, name)).map(({ text }) => text));

  test.each(pageNames)('%s has the headings, conditions, partials and placeholders of English', (name) => {
    expect(skeletonOf(readPage(tag, name))).toEqual(skeletonOf(readPage('en', name)));
  });

  test('closes every condition', () => {
    for (const name of pageNames) {
      const tags = readPage(tag, name).filter(({ kind, text }) => kind === '{{' && /^[#^/]/.test(text));
      const open: string[] = [];
      for (const { text } of tags) {
        if (text.startsWith('/')) expect(text.slice(1)).toBe(open.pop());
        else open.push(text.slice(1));
      }

      expect(open).toEqual([]);
    }
  });

  test('has each plural form of its language', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const plural = textsOf(readPage(tag, 'privacy')).filter(({ conditions }) =>
      conditions.some((condition) => condition.startsWith('#days.')),
    );

    expect(plural.map(({ conditions }) => conditions.join()).sort()).toEqual(
      pluralCategories.map((form) => `#days.${form}`).sort(),
    );
    expect(plural.find(({ conditions }) => conditions.includes('#days.other'))?.text).toContain(
      '{{days.count}}',
    );
  });

  if (tag !== 'en') {
    test('leaves nothing in English', () => {
      const english = pageNames.flatMap((name) => textsOf(readPage('en', name)).map(({ text }) => text));
      const left = texts.filter((text) => english.includes(text) && text !== 'Call Delegates');

      expect(left.filter((text) => !sameAsEnglish(tag).includes(text))).toEqual([]);
    });
  }

  test('is written in its own script', () => {
    const { script = '' } = new Intl.Locale(tag).maximize();
    const letters = new RegExp(scriptsOf[script] ?? `\\p{scx=${script}}`, 'u');

    expect(texts.filter((text) => !letters.test(text) && text !== 'Call Delegates')).toEqual([]);
  });

  test('uses the punctuation of its language', () => {
    for (const text of texts) {
      // French puts no-break spaces around : ; ? ! « and ». No language has a space before a comma or a full stop.
      expect(text).not.toMatch(/ [:;?!»]|« | [,.]/);
      if (tag === 'fr') expect(text).not.toMatch(/[^\s\u00a0][:;?!»](?!\/)/);
      if (tag === 'ar') expect(text).not.toMatch(/[,;?]/);
      if (tag === 'zh-CN') expect(text).not.toMatch(/\p{sc=Han}[,.:;?!]/u);
    }
  });
});
