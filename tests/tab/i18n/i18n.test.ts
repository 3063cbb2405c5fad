import { existsSync, readFileSync } from 'node:fs';
import {
  argumentsOf,
  compileMessages,
  parseMessage,
  type Messages,
  type Token,
} from '../../../scripts/messages/compile.js';
import { compileArguments } from '../../../scripts/messages/compileArguments.js';
import { parts, readMessages as readPart } from '../../../scripts/messages/files.js';
import { listNames, rights } from '../../../src/contract/delegation.js';
import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { isolate, plural } from '../../../src/tab/i18n/format.js';
import { formatDay, formatMonth, formatRelative } from '../../../src/tab/i18n/formatDate.js';
import { english, loadLanguage } from '../../../src/tab/i18n/Language.js';
import { isolated } from '../../support/isolated.js';
import { readMessages } from '../../support/readMessages.js';
import { pageNames, readPage, textsOf as textsOfPage, type Block } from '../../support/readPage.js';

describe('the message compiler', () => {
  /** Compiles a message and runs it. */
  function format(message: string, parameters: object, tag = 'en'): unknown {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiler's output is code
    const run = new Function('isolate', 'plural', compileMessages({ message }, tag, 'return')) as (
      ...helpers: unknown[]
    ) => { readonly message: unknown };
    const compiled = run(isolate, plural).message;
    return typeof compiled === 'function' ? (compiled as (given: object) => unknown)(parameters) : compiled;
  }

  test.each<[message: string, parameters: object, text: string]>([
    ['Plain', {}, 'Plain'],
    ['It’s {what}', { what: 'new' }, 'It’s new'],
    ["It's '{'quoted'}' and ''so''", {}, "It's {quoted} and 'so'"],
    ['`${code}` \\ {x}', { x: '${x}`', code: 'c' }, '`$c` \\ ${x}`'],
    ['{n, plural, one {# person} other {# people}}', { n: 1 }, '1 person'],
    ['{n, plural, =0 {none} one {one} other {#}}', { n: 0 }, 'none'],
    ["{n, plural, one {'#'#} other {#}}", { n: 1 }, '#1'],
    ['{n, number} of {total, number}', { n: 1200, total: 3400 }, '1200 of 3400'],
    ['{x, select, a {A} b {B} other {}}!', { x: 'b' }, 'B!'],
    ['{x, select, a {A} other {C}}', { x: 'constructor' }, 'C'],
    ['{who, select, null {someone} other {so {who}}}', { who: null }, 'someone'],
    ['{who, select, null {someone} other {so {who}}}', { who: 'null' }, 'so null'],
    ['{n, plural, one {{x, select, a {A} other {}} #} other {#}}', { n: 1, x: 'a' }, 'A 1'],
  ])('formats %j with %j as %j', (message, parameters, text) => {
    expect(format(message, parameters)).toBe(text);
  });

  test('isolates only names and contacts', () => {
    const parameters = { name: 'Amina', contact: 'help', host: 'Teams' };

    expect(format('{name} {contact} {host}', parameters)).toBe(
      `${isolated('Amina')} ${isolated('help')} Teams`,
    );
  });

  test('selects the plural form by the rules of the language', () => {
    const message = '{n, plural, zero {0} one {1} two {2} few {few} many {many} other {other}}';

    expect([0, 1, 2, 3, 11, 100].map((n) => format(message, { n }, 'ar'))).toEqual([
      ...['0', '1', '2', 'few', 'many', 'other'],
    ]);
  });

  test.each<[message: string, fault: RegExp]>([
    ['{open', /message: Unexpected message end/],
    ['{n, plural, one {x} few {y} other {z}}', /message: The plural case few is not valid/],
    ['{n, plural, one {x}}', /message: \{n\} has no case other/],
    ['{d, date, long}', /message: .* is not supported/],
    ['{n, selectordinal, one {#st} other {#th}}', /message: .* is not supported/],
    ['{n, number, percent}', /message: .* is not supported/],
  ])('refuses %j and names the message', (message, fault) => {
    expect(() => compileMessages({ message } satisfies Messages, 'en', 'return')).toThrow(fault);
  });

  test('wrong and missing arguments do not compile', () => {
    const { held, heading } = english.messages;
    // @ts-expect-error -- no right of this name
    expect(held.delegates({ right: 'fly', name: 'Amina' })).toContain('Amina');
    // @ts-expect-error -- a text is not a number
    expect(heading.delegates({ count: '2' })).toContain('2');
    // @ts-expect-error -- the name is missing
    expect(held.delegates({ right: 'makeCalls' })).toContain('make calls');
  });
});

describe('dates', () => {
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
});

const glossary = readFileSync('docs/glossary.md', 'utf8');
/** Languages in the glossary, from the header of its tables. */
const glossaryTags =
  /^\|\s*\| (en\b.*) \|$/m
    .exec(glossary)?.[1]
    ?.split('|')
    .map((tag) => tag.trim()) ?? [];

test.each(glossaryTags as LanguageTag[])('the texts in %s use the terms of the glossary', (tag) => {
  /** Returns a column of a table without the source marks. */
  const columnOf = (heading: string): string[] => {
    const [table = ''] = glossary.split(`## ${heading}`)[1]?.split('## ') ?? [];
    const rows = table.split('\n').filter((line) => line.startsWith('|'));
    const column = rows.map((row) => row.split('|').slice(1, -1)[glossaryTags.indexOf(tag)]?.trim() ?? '');
    return column.slice(2).map((cell) => cell.replace(/ [MC?]$/, ''));
  };
  const { first, later } = readMessages(tag);
  const notifications = readPage(tag, 'privacy').filter(({ section }) => section === 'notifications');

  expect(columnOf('The two lists')).toEqual(listNames.map((list) => first.lists[list]));
  expect(columnOf('The five permissions').sort()).toEqual(Object.values(first.rights).sort());
  expect(columnOf('Presence')).toEqual(Object.values(first.presence));
  expect(columnOf('Both sides')).toEqual([later.otherSide.title, later.confirm.share]);
  for (const step of columnOf('The path through the settings')) expect(later.manage.desktop).toContain(step);
  for (const term of columnOf('Notifications'))
    expect(notifications.map(({ text }) => text).join()).toContain(term);
});

test.each([
  ['en-gb', { tag: 'en', locale: 'en-GB', direction: 'ltr' }],
  ['de-AT', { tag: 'de', locale: 'de-AT', direction: 'ltr' }],
  ['ar-sa', { tag: 'ar', locale: 'ar-SA', direction: 'rtl' }],
  ['eo', { tag: 'en', locale: 'en' }],
  ['not a locale', { tag: 'en', locale: 'en' }],
])('loads the language of %s and keeps its region', async (locale, expected) => {
  const language = await loadLanguage(locale);

  expect(language).toMatchObject(expected);
  expect(language.messages.refresh).toBe(readMessages(language.tag).first.refresh);
});

type Message = string | ((parameters: Record<string, unknown>) => string);

/** Lists every message with the path of its key. */
function messagesIn(value: unknown, path = ''): [path: string, message: Message][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Message]];
  return Object.entries(value as object).flatMap(([key, inner]) => messagesIn(inner, `${path}.${key}`));
}

/** Arguments for every message, with a placeholder per parameter and counts of every plural form. */
const sampleParameters = [0, 1, 2, 3, 11, 25, 100].flatMap((count) =>
  rights.map((right) => {
    const known: Record<string, unknown> = { count, seconds: count, right };
    return new Proxy(known, { get: (_, key) => known[String(key)] ?? `{${String(key)}}` });
  }),
);

const textsOf = (message: Message) =>
  typeof message === 'string' ? [message] : sampleParameters.map((parameters) => message(parameters));

/** Sections and messages for administrators, which may use technical terms. */
const forAdministrators =
  /^\.(administrator\..*|pages\.privacy\.(retention|organization|protection)|pages\.auth\.undo)$/;

/** Technical terms for administrators and developers, in all languages. */
const technical =
  /\b(Graph|Entra|Azure|OAuth|AADSTS|tokens?|tokene?n?|scopes?|claims?|consent_\w+|access_as_user|correlation|tenant|PowerShell|Redis|API|REST|GUID|HTTPS?|JSON|SSO|SQL|Cs[A-Z]\w+|AllowDelegation|\w+\.(?:Read|ReadBasic|ReadWrite)(?:\.\w+)?)\b/i;

/** Words of the form of address that a language avoids: the informal one, or the formal one in Chinese. */
const otherAddress: Readonly<Partial<Record<LanguageTag, RegExp>>> = {
  de: /(?<!\p{L})(du|dich|dir|deine?[mnrs]?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
  es: /(?<!\p{L})(tú|tu|tus|ti|contigo)(?!\p{L})/iu,
  'zh-CN': /您/,
};

/** Punctuation of other languages. French has a no-break space before high punctuation and inside quotation marks. */
const otherPunctuation: Readonly<Partial<Record<LanguageTag, RegExp>>> = {
  fr: / [:;?!»]|« |[^\s\u00A0][?!»]|[^\s\u00A0][:;](?!\/)\s/,
  ar: /[,;?]/,
  'zh-CN': /\p{sc=Han}[,.:;?!]/u,
  ja: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][,.;!]/u,
};
const asianPunctuation = /[\p{sc=Han}、。，؛؟]/u;

/** English words that occur in no other supported language. */
const englishWord = /\b(the|you|your|of|are|can|with|this|that|which|have|has been|delegations?|calls)\b/i;

/** Scripts without a single Unicode name. */
const scripts: Readonly<Record<string, string>> = {
  Jpan: String.raw`[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]`,
  Hans: String.raw`\p{scx=Han}`,
};

/**
 * Labels of Teams' own buttons. Microsoft's store rejects an app that repeats them, because it looks like a part of
 * Teams.
 */
const ofTeams = new RegExp(
  `^(${[
    ['make (a )?call', 'start (a )?(call|chat|meeting)', 'new chat', 'meet now'],
    ['anruf (starten|tätigen)', '(chat|besprechung) starten', 'neuer chat', 'sofortbesprechung'],
    ['démarrer une (conversation|réunion)', 'passer un appel', 'nouvelle conversation'],
    ['iniciar (un )?chat', 'iniciar (una )?reunión', '(realizar|hacer) (una )?llamada', 'nuevo chat'],
    ['iniciar (um )?chat', 'iniciar (uma )?reunião', 'fazer (uma )?chamada', 'novo chat', 'reunir agora'],
    ['(チャット|会議|通話)を開始', '電話をかける', '今すぐ会議'],
    ['(开始|发起)(聊天|会议|通话)', '立即开会', '新建聊天'],
    ['بدء (دردشة|محادثة|اجتماع|مكالمة)', 'إجراء مكالمة', 'الاجتماع الآن'],
  ]
    .flat()
    .join('|')})$`,
  'iu',
);

/** Messages of names, dates and punctuation are the same in many languages. */
const hasWords = (message: Message) =>
  textsOf(message).some((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')));

const sourcesIn = (tag: LanguageTag) =>
  messagesIn(Object.fromEntries(parts.map((part) => [part, readPart(tag, part)]))).map(
    ([path, source]) => [path, String(source)] as const,
  );

/** Lists each message with its arguments, their types, and the arguments that all of its forms contain. */
function signaturesIn(tag: LanguageTag): string[] {
  const sources = new Map(sourcesIn(tag));
  return messagesIn(readMessages(tag)).map(([path, message]) => {
    const types = [...argumentsOf(parseMessage(sources.get(path) ?? '', tag))].map(
      ([name, type]) => `${name}: ${type.split(' | ').sort().join(' | ')}`,
    );
    const texts = textsOf(message);
    const inAll = texts[0]?.match(/\{\w+\}/g)?.filter((each) => texts.every((text) => text.includes(each)));
    return `${path} (${types.sort().join()}) ${[...new Set(inAll)].sort().join('')}`;
  });
}

const pluralsIn = (tokens: readonly Token[]): string[][] =>
  tokens.flatMap((token) =>
    'cases' in token
      ? [
          ...(token.type === 'plural' ? [token.cases.map(({ key }) => key)] : []),
          ...token.cases.flatMap((each) => pluralsIn(each.tokens)),
        ]
      : [],
  );

const sayWithoutName = (message: Message): string[] =>
  typeof message === 'string'
    ? [message]
    : sampleParameters.map((parameters) =>
        message(new Proxy(parameters, { get: (known, key) => (key === 'name' ? null : known[String(key)]) })),
      );

type Text = readonly [path: string, text: string];

const pageTextsOf = (tag: LanguageTag): Text[] =>
  pageNames.flatMap((name) =>
    textsOfPage(readPage(tag, name)).map(({ section, text }) => [`.pages.${name}.${section}`, text] as const),
  );

/** Reads the app's store texts. English is in the package's manifest. */
function readManifest(tag: LanguageTag): object {
  const file = `src/tab/i18n/${tag}/manifest.json`;
  if (!existsSync(file)) return {};
  const { $schema: _, ...words } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return words;
}

/** Reduces a page to its headings, conditions, partials and placeholders, without the plural forms. */
const skeletonOf = (blocks: readonly Block[]) =>
  blocks
    .filter(({ text, conditions }) => ![text, ...conditions].some((each) => /^[#/]days\./.test(each)))
    .map(({ section, kind, text }) =>
      kind === '{{' ? text : `${kind} {#${section}} ${(text.match(/\{\{[^}]+\}\}/g) ?? []).join(' ')}`,
    );

/** Words that a language shares with English, from a file in its folder. */
function sameAsEnglish(tag: LanguageTag): readonly string[] {
  const file = `src/tab/i18n/${tag}/sameAsEnglish.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

describe.each(languages)('the texts in $tag', ({ tag }) => {
  const messages = messagesIn(readMessages(tag));
  const pageTexts = pageTextsOf(tag);
  const texts: Text[] = [
    ...[...messages, ...messagesIn(readManifest(tag), '.manifest')].flatMap(([path, message]) =>
      textsOf(message).map((text) => [path, text] as const),
    ),
    ...pageTexts,
  ];
  /** The texts that match a pattern. */
  const withFault = (pattern: RegExp | undefined, among = texts) =>
    among.filter(([, text]) => pattern?.test(text.trim()));

  test('have the keys and arguments of English', () => expect(signaturesIn(tag)).toEqual(signaturesIn('en')));

  test('have every plural form that the language distinguishes', () => {
    const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const lacking = sourcesIn(tag).filter(([, source]) =>
      pluralsIn(parseMessage(source, tag)).some((forms) => {
        // A message may treat only zero separately, if it contains no number.
        if (forms.join() === '=0,other') return false;
        return wanted.some((form) => !forms.includes(form));
      }),
    );
    const formsOfPage = readPage(tag, 'privacy').filter(({ conditions }) =>
      /^#days\./.test(conditions.join()),
    );

    expect(lacking.map(([path]) => path)).toEqual([]);
    expect(formsOfPage.map(({ conditions }) => conditions.join()).sort()).toEqual(
      wanted.map((form) => `#days.${form}`).sort(),
    );
    expect(formsOfPage.some(({ text }) => text.includes('{{days.count}}'))).toBe(true);
  });

  test('have no gaps and no superfluous spaces', () => {
    expect(texts.filter(([, text]) => /^$|undefined|\[object|NaN|\s{2}|^\s|\s$/.test(text))).toEqual([]);
  });

  test('have distinct sentences for each right, list and state', () => {
    const { held, notHeld } = readMessages(tag).first;
    for (const right of rights) {
      const sentences = listNames.flatMap((list) =>
        [held, notHeld].map((each) => each[list]({ right, name: 'Diego' })),
      );

      expect(new Set(sentences).size).toBe(4);
      for (const sentence of sentences) expect(sentence).toContain('Diego');
    }
  });

  test('isolate every name and also work without one', () => {
    const named = messages.filter(([, message]) => textsOf(message).some((text) => text.includes('{name}')));
    const faulty = named.filter(
      ([, message]) =>
        textsOf(message).some((text) => text.replaceAll(isolated('{name}'), '').includes('{name}')) ||
        sayWithoutName(message).some((text) => /null|undefined|\u2068\u2069/.test(text)),
    );

    expect(named.length).toBeGreaterThan(10);
    expect(faulty.map(([path]) => path)).toEqual([]);
  });

  test.each(pageNames)('of the page %s have the headings, conditions and placeholders of English', (name) => {
    expect(skeletonOf(readPage(tag, name))).toEqual(skeletonOf(readPage('en', name)));
  });

  test('keep technical terms to texts for administrators', () => {
    expect(withFault(technical).filter(([path]) => !forAdministrators.test(path))).toEqual([]);
  });

  test('have no label of Teams’ own buttons', () => expect(withFault(ofTeams)).toEqual([]));

  test('have one form of address, and the script and punctuation of the language', () => {
    const { script = '' } = new Intl.Locale(tag).maximize();
    const letters = new RegExp(scripts[script] ?? `\\p{scx=${script}}`, 'u');

    expect(withFault(otherAddress[tag])).toEqual([]);
    expect(withFault(otherPunctuation[tag] ?? asianPunctuation)).toEqual([]);
    expect(withFault(/ [:;?!»]|« | [,.]/, pageTexts)).toEqual([]);
    expect(pageTexts.filter(([, text]) => !letters.test(text) && text !== 'Call Delegates')).toEqual([]);
  });

  if (tag !== 'en') {
    test('leave nothing in English except shared words', () => {
      const english = new Set(
        [...messagesIn(readMessages('en')), ...pageTextsOf('en')].map(([, message]) =>
          JSON.stringify(textsOf(message)),
        ),
      );
      const left = [...messages, ...pageTexts].filter(
        ([, message]) => hasWords(message) && english.has(JSON.stringify(textsOf(message))),
      );
      const shared = ['Call Delegates', 'ID', ...sameAsEnglish(tag)];

      expect(left.filter(([, message]) => !shared.includes(String(message)))).toEqual([]);
      expect(
        texts.filter(([, text]) => englishWord.test(text.replace(/Call Delegates|\{[\w.]+\}/g, ''))),
      ).toEqual([]);
    });
  }
});

test('the message types match the English files', () => {
  expect(readFileSync('src/tab/i18n/messageArguments.ts', 'utf8')).toBe(compileArguments());
});

test('translator descriptions belong to existing messages', () => {
  const paths = sourcesIn('en').map(([path]) => `${path.slice(1)}.`);
  const described = JSON.parse(readFileSync('src/tab/i18n/en/descriptions.json', 'utf8')) as object;

  for (const place of Object.keys(described))
    expect(paths).toContainEqual(expect.stringMatching(new RegExp(`^${place}\\.`)));
});
