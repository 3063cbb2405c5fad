import { readdir, readFile } from 'node:fs/promises';
import { languages } from '../../../src/contract/languages.js';
import { listNames, rights } from '../../../src/contract/delegation.js';
import { isolated } from '../../support/isolated.js';
import { sameAsEnglish } from '../support/sameAsEnglish.js';
import { loadMessages, messagesIn, textsOf, told, type Message } from '../support/messages.js';

const kindsIn = (value: unknown) =>
  messagesIn(value)
    .map(([path, message]) => `${path}${typeof message === 'string' ? '' : '()'}`)
    .sort();

const sayWith = (message: Message, parameters: Record<string, unknown>): string =>
  typeof message === 'string'
    ? message
    : message(new Proxy(parameters, { get: (known, key) => (key in known ? known[String(key)] : '') }));

/** Names, what is a date or a number in brackets everywhere, and what is only punctuation. */
const sameInMany = [
  '.first.appName',
  '.later.details.sinceDay',
  '.later.confirm.fromTo',
  '.first.heading.both',
  '.first.heading.withExceptions',
  '.later.ask.quoted',
  '.later.ask.paragraph.withPath',
  '.later.details.id',
  '.later.export.id',
];

/** The parameters that a message puts into its text, whatever it is told. */
const placeholdersOf = (message: Message) => {
  const [head = '', ...rest] = textsOf(message);
  const inAll = [...head.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder);
  return [...new Set(inAll.filter((placeholder) => rest.every((text) => text.includes(placeholder))))].sort();
};

describe.each(languages)('$tag', ({ tag }) => {
  test('has every key of English, and no other', async () => {
    expect(kindsIn(await loadMessages(tag))).toEqual(kindsIn(await loadMessages('en')));
  });

  test('has words for everything it may be told', async () => {
    const wordless = messagesIn(await loadMessages(tag)).filter(([, message]) =>
      textsOf(message).some((text) => text.trim() === '' || /undefined|\[object|NaN/.test(text)),
    );

    expect(wordless).toEqual([]);
  });

  test('uses every parameter that English uses', async () => {
    const english = new Map(messagesIn(await loadMessages('en')));
    const lacking = messagesIn(await loadMessages(tag)).filter(
      ([path, message]) =>
        JSON.stringify(placeholdersOf(message)) !== JSON.stringify(placeholdersOf(english.get(path) ?? '')),
    );

    expect(lacking.map(([path]) => path)).toEqual([]);
  });

  test('says of each right who may do it for whom, and whether', async () => {
    const { first } = await loadMessages(tag);
    for (const right of rights) {
      const sentences = listNames.flatMap((list) =>
        [first.held, first.notHeld].map((held) => held[list]({ right, name: 'Diego' })),
      );

      expect(new Set(sentences).size).toBe(4);
      expect(sentences.filter((sentence) => !sentence.includes('Diego'))).toEqual([]);
    }
  });

  test('isolates every name, and says it without one too', async () => {
    const named = messagesIn(await loadMessages(tag)).filter(([, message]) =>
      textsOf(message).some((text) => text.includes('{name}')),
    );
    const bare = named.filter(([, message]) =>
      textsOf(message).some((text) => text.replaceAll(isolated('{name}'), '').includes('{name}')),
    );
    const nameless = named.filter(([, message]) =>
      told.some((parameters) =>
        /null|undefined|\u2068\u2069/.test(sayWith(message, { ...parameters, name: null })),
      ),
    );

    expect(named.length).toBeGreaterThan(10);
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(nameless.map(([path]) => path)).toEqual([]);
  });

  test('has no space too many', async () => {
    const untidy = messagesIn(await loadMessages(tag)).filter(([, message]) =>
      textsOf(message).some((text) => /\s{2}|^\s|\s$/.test(text)),
    );

    expect(untidy.map(([path]) => path)).toEqual([]);
  });

  test('has every plural form that its language distinguishes', async () => {
    const folder = `src/tab/i18n/${tag}`;
    const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const file of await readdir(folder)) {
      const code = await readFile(`${folder}/${file}`, 'utf8');
      for (const [use, language, forms = ''] of code.matchAll(/plural\('([^']+)', \w+, (\{.*?\}\))[,;]/gs)) {
        expect({ use, language }).toEqual({ use, language: tag });
        expect(wanted.filter((form) => !new RegExp(`\\b${form}: ['\`]`).test(forms))).toEqual([]);
      }
    }
  });

  if (tag !== 'en') {
    test('leaves nothing in English, but for words that are the same', async () => {
      const english = new Map(messagesIn(await loadMessages('en')));
      const same = messagesIn(await loadMessages(tag)).filter(
        ([path, message]) =>
          JSON.stringify(textsOf(message)) === JSON.stringify(textsOf(english.get(path) ?? '')),
      );

      const left = same.filter(([path]) => !sameInMany.includes(path)).map(([, message]) => String(message));

      expect(left.filter((text) => !sameAsEnglish(tag).includes(text))).toEqual([]);
    });
  }
});

test('French has a no-break space before its high punctuation and within its quotation marks', async () => {
  const breaking = messagesIn(await loadMessages('fr')).filter(([, message]) =>
    textsOf(message).some((text) => / [:;?!»]|« |[^\s\u00A0][?!»]/.test(text)),
  );

  expect(breaking).toEqual([]);
});

test('Arabic has six plural forms', async () => {
  const {
    first: { heading },
  } = await loadMessages('ar');

  expect(new Set([0, 1, 2, 3, 11, 100].map((count) => heading.delegators({ count }))).size).toBe(6);
});
