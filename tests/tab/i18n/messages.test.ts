import { readFileSync } from 'node:fs';
import { argumentsOf, parseMessage, type Token } from '../../../scripts/messages/compile.js';
import { compileTypes } from '../../../scripts/messages/compileTypes.js';
import { parts, readMessages } from '../../../scripts/messages/files.js';
import { languages } from '../../../src/contract/languages.js';
import { listNames, rights } from '../../../src/contract/delegation.js';
import { isolated } from '../../support/isolated.js';
import { sameAsEnglish } from '../support/sameAsEnglish.js';
import { loadMessages, messagesIn, textsOf, sampleParameters, type Message } from '../support/messages.js';

const kindsIn = (value: unknown) =>
  messagesIn(value)
    .map(([path, message]) => `${path}${typeof message === 'string' ? '' : '()'}`)
    .sort();

const sayWith = (message: Message, parameters: Record<string, unknown>): string =>
  typeof message === 'string'
    ? message
    : message(new Proxy(parameters, { get: (known, key) => (key in known ? known[String(key)] : '') }));

/** Names, dates or numbers in brackets, and pure punctuation. */
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

const sourcesIn = (tag: string): [path: string, source: string][] =>
  messagesIn(Object.fromEntries(parts.map((part) => [part, readMessages(tag, part)]))).map(
    ([path, source]) => [path, String(source)],
  );

/** Lists the arguments and their types in alphabetical order. */
const typesOf = (source: string, tag: string) =>
  [...argumentsOf(parseMessage(source, tag))]
    .map(([name, type]) => `${name}: ${type.split(' | ').sort().join(' | ')}`)
    .sort()
    .join();

const pluralsIn = (tokens: readonly Token[]): string[][] =>
  tokens.flatMap((token) =>
    'cases' in token
      ? [
          ...(token.type === 'plural' ? [token.cases.map(({ key }) => key)] : []),
          ...token.cases.flatMap((each) => pluralsIn(each.tokens)),
        ]
      : [],
  );

/** Returns the parameters that every variant of a message contains. */
const placeholdersOf = (message: Message) => {
  const [head = '', ...rest] = textsOf(message);
  const inAll = [...head.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder);
  return [...new Set(inAll.filter((placeholder) => rest.every((text) => text.includes(placeholder))))].sort();
};

describe.each(languages)('$tag', ({ tag }) => {
  test('has exactly the keys of English', async () => {
    expect(kindsIn(await loadMessages(tag))).toEqual(kindsIn(await loadMessages('en')));
  });

  test('has text for every argument', async () => {
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

  test('has distinct sentences for each right, list and state', async () => {
    const { first } = await loadMessages(tag);
    for (const right of rights) {
      const sentences = listNames.flatMap((list) =>
        [first.held, first.notHeld].map((held) => held[list]({ right, name: 'Diego' })),
      );

      expect(new Set(sentences).size).toBe(4);
      expect(sentences.filter((sentence) => !sentence.includes('Diego'))).toEqual([]);
    }
  });

  test('isolates every name and also works without one', async () => {
    const named = messagesIn(await loadMessages(tag)).filter(([, message]) =>
      textsOf(message).some((text) => text.includes('{name}')),
    );
    const bare = named.filter(([, message]) =>
      textsOf(message).some((text) => text.replaceAll(isolated('{name}'), '').includes('{name}')),
    );
    const nameless = named.filter(([, message]) =>
      sampleParameters.some((parameters) =>
        /null|undefined|\u2068\u2069/.test(sayWith(message, { ...parameters, name: null })),
      ),
    );

    expect(named.length).toBeGreaterThan(10);
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(nameless.map(([path]) => path)).toEqual([]);
  });

  test('has no superfluous spaces', async () => {
    const untidy = messagesIn(await loadMessages(tag)).filter(([, message]) =>
      textsOf(message).some((text) => /\s{2}|^\s|\s$/.test(text)),
    );

    expect(untidy.map(([path]) => path)).toEqual([]);
  });

  test('takes the arguments that English takes', () => {
    const english = new Map(sourcesIn('en'));
    const other = sourcesIn(tag).filter(
      ([path, source]) => typesOf(source, tag) !== typesOf(english.get(path) ?? '', 'en'),
    );

    expect(other.map(([path]) => path)).toEqual([]);
  });

  test('has every plural form that its language distinguishes', () => {
    const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const lacking = sourcesIn(tag).filter(([, source]) =>
      pluralsIn(parseMessage(source, tag)).some((forms) => {
        // A message may treat only zero separately, if it contains no number.
        if (forms.join() === '=0,other') return false;
        return wanted.some((form) => !forms.includes(form));
      }),
    );

    expect(lacking.map(([path]) => path)).toEqual([]);
  });

  if (tag !== 'en') {
    test('leaves nothing in English except shared words', async () => {
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

test('French has no-break spaces before high punctuation and inside quotation marks', async () => {
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

test('the message types match the English files', () => {
  expect(readFileSync('src/tab/i18n/messages.ts', 'utf8')).toBe(compileTypes());
});

test('translator descriptions belong to existing messages', () => {
  const paths = sourcesIn('en').map(([path]) => path.slice(1));
  const described = Object.keys(
    JSON.parse(readFileSync('src/tab/i18n/en/descriptions.json', 'utf8')) as Record<string, string>,
  );

  expect(described.filter((place) => !paths.some((path) => `${path}.`.startsWith(`${place}.`)))).toEqual([]);
});
