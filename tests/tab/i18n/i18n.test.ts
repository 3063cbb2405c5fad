import { existsSync, readFileSync } from 'node:fs';
import {
  argumentsOf,
  compileMessages,
  parseMessage,
  type Messages,
  type Token,
} from '../../../scripts/messages/compile.js';
import { compileTypes } from '../../../scripts/messages/compileTypes.js';
import { parts, readMessages as readPart } from '../../../scripts/messages/files.js';
import { listNames, rights } from '../../../src/contract/delegation.js';
import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { english } from '../../../src/tab/i18n/Language.js';
import { isolate, plural } from '../../../src/tab/i18n/format.js';
import { formatDay, formatMonth, formatRelative } from '../../../src/tab/i18n/formatDate.js';
import { loadLanguage } from '../../../src/tab/i18n/loadLanguage.js';
import { isolated } from '../../support/isolated.js';
import { readMessages } from '../../support/readMessages.js';
import { pageNames, readPage, textsOf as textsOfPage, type Block } from '../../support/readPage.js';
import { loadMessages, messagesIn, sampleParameters, textsOf, type Message } from '../support/messages.js';
import { sameAsEnglish } from '../support/sameAsEnglish.js';

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
    ['{n, plural, one {# person} other {# people}}', { n: 2 }, '2 people'],
    ['{n, plural, =0 {none} one {one} other {#}}', { n: 0 }, 'none'],
    ['{n, plural, =0 {none} other {some}}', { n: 7 }, 'some'],
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

  test.each<[message: string, types: Readonly<Record<string, string>>]>([
    ['{x}', { x: 'string' }],
    ['{n, plural, other {#}} {n}', { n: 'number' }],
    ['{n} {n, number}', { n: 'number' }],
    ['{name, select, null {x} other {{name}}}', { name: 'string | null' }],
    ['{x, select, a {A} b {B} other {}}', { x: "'a' | 'b'" }],
    ['{x, select, a {A} other {B}}', { x: 'string' }],
  ])('derives the arguments of %j: %j', (message, types) => {
    expect(Object.fromEntries(argumentsOf(parseMessage(message, 'en')))).toEqual(types);
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

describe('downloads', () => {
  /** The words for downloading and for a file. */
  const words: Readonly<Record<LanguageTag, readonly [RegExp, RegExp]>> = {
    en: [/download/i, /file/],
    de: [/herunterladen/, /Datei/],
    fr: [/télécharger/i, /fichier/],
    es: [/descargar/i, /archivo/],
    'pt-BR': [/baixar/i, /arquivo/],
    ja: [/ダウンロード/, /ファイル|CSV/],
    'zh-CN': [/下载/, /文件/],
    ar: [/تنزيل/, /ملف/],
  };

  test.each(Object.entries(words))('labels in %s announce the download of a file', (tag, said) => {
    const { export: file, history } = readMessages(tag as LanguageTag).later;

    for (const label of [file.toCsv, history.export]) {
      for (const word of said) expect(label).toMatch(word);
    }
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

describe('the glossary', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8');

  /** Languages in the glossary, from the header of its tables. */
  const [, head = ''] = /^\|\s*\| (en\b.*) \|$/m.exec(glossary) ?? [];
  const lookedUp = head.split('|').map((tag) => tag.trim());

  /** Returns a column of a table without the source marks. */
  const columnOf = (tag: string, heading: string): string[] => {
    const [, table = ''] = glossary.split(`## ${heading}`);
    const rows = (table.split('## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
    const column = rows.map((row) => row.split('|').slice(1, -1)[lookedUp.indexOf(tag)]?.trim() ?? '');
    return column.slice(2).map((cell) => cell.replace(/ [MC?]$/, ''));
  };

  test('the glossary covers only supported languages', () => {
    expect(languages.map(({ tag }) => tag)).toEqual(expect.arrayContaining(lookedUp));
    expect(lookedUp.length).toBeGreaterThan(7);
  });

  test.each(languages.filter(({ tag }) => lookedUp.includes(tag)))(
    'messages and pages in $tag use the terms of the glossary',
    ({ tag }) => {
      const { rights: names, lists, presence } = readMessages(tag).first;
      const { manage, confirm, otherSide } = readMessages(tag).later;

      expect(columnOf(tag, 'The two lists')).toEqual([lists.delegators, lists.delegates]);
      expect(new Set(columnOf(tag, 'The five permissions'))).toEqual(
        new Set(rights.map((right) => names[right])),
      );
      expect(columnOf(tag, 'Presence')).toEqual(Object.values(presence));
      expect(columnOf(tag, 'Both sides')).toEqual([otherSide.title, confirm.share]);
      for (const step of columnOf(tag, 'The path through the settings'))
        expect(manage.desktop).toContain(step);
      const notifications = readPage(tag, 'privacy').filter(({ section }) => section === 'notifications');
      for (const term of columnOf(tag, 'Notifications'))
        expect(notifications.map(({ text }) => text).join()).toContain(term);
    },
  );
});

describe('loading a language', () => {
  test.each(languages)('$tag has its own messages and direction $direction', async ({ tag, direction }) => {
    const language = await loadLanguage(tag);

    expect(language).toMatchObject({ tag, direction });
    expect(language.messages.appName).toBe('Call Delegates');
  });

  test('keeps the host’s region and falls back for an invalid locale', async () => {
    expect(await loadLanguage('en-gb')).toMatchObject({ tag: 'en', locale: 'en-GB' });
    expect(await loadLanguage('de-AT')).toMatchObject({ tag: 'de', locale: 'de-AT' });
    expect(await loadLanguage('eo')).toMatchObject({ tag: 'en', locale: 'en' });
    expect(await loadLanguage('not a locale')).toMatchObject({ tag: 'en', locale: 'en' });
    expect(await loadLanguage('ar-sa')).toMatchObject({ tag: 'ar', direction: 'rtl', locale: 'ar-SA' });
  });
});

describe('messages', () => {
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
    messagesIn(Object.fromEntries(parts.map((part) => [part, readPart(tag, part)]))).map(([path, source]) => [
      path,
      String(source),
    ]);

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
    return [
      ...new Set(inAll.filter((placeholder) => rest.every((text) => text.includes(placeholder)))),
    ].sort();
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

        const left = same
          .filter(([path]) => !sameInMany.includes(path))
          .map(([, message]) => String(message));

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

    expect(described.filter((place) => !paths.some((path) => `${path}.`.startsWith(`${place}.`)))).toEqual(
      [],
    );
  });
});

describe('pages in each language', () => {
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
    const texts = pageNames.flatMap((name) => textsOfPage(readPage(tag, name)).map(({ text }) => text));

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
      const plural = textsOfPage(readPage(tag, 'privacy')).filter(({ conditions }) =>
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
        const english = pageNames.flatMap((name) =>
          textsOfPage(readPage('en', name)).map(({ text }) => text),
        );
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
});

describe('plain words', () => {
  /** Technical terms for administrators and developers, in all languages. */
  const technical =
    /\b(Graph|Entra|Azure|OAuth|AADSTS|tokens?|tokene?n?|scopes?|claims?|consent_\w+|access_as_user|correlation|tenant|PowerShell|Redis|API|REST|GUID|HTTPS?|JSON|SSO|SQL|Cs[A-Z]\w+|AllowDelegation|\w+\.(?:Read|ReadBasic|ReadWrite)(?:\.\w+)?)\b/i;

  /** Sections for administrators, which may use technical terms. */
  const forAdministrators = [
    /^\.pages\.privacy\.(retention|organization|protection)$/,
    /^\.pages\.auth\.undo$/,
  ];

  /** Reads the app's store texts. English is in the package's manifest. */
  function readManifest(tag: LanguageTag): object {
    const file = `src/tab/i18n/${tag}/manifest.json`;
    if (!existsSync(file)) return {};
    const { $schema: _, ...words } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    return words;
  }

  const load = async (tag: LanguageTag) => {
    const { first, later, standalone } = await loadMessages(tag);
    const pages = pageNames.flatMap((name) =>
      textsOfPage(readPage(tag, name)).map(({ section, text }): [path: string, text: string] => [
        `.pages.${name}.${section}`,
        text,
      ]),
    );
    const messages = messagesIn({ first, later, standalone, manifest: readManifest(tag) }).flatMap(
      ([path, message]) => textsOf(message).map((text): [path: string, text: string] => [path, text]),
    );
    return [...messages, ...pages];
  };

  /** Words of the form of address that a language avoids: the informal one, or the formal one in Chinese. */
  const otherAddress: Readonly<Partial<Record<LanguageTag, RegExp>>> = {
    de: /(?<!\p{L})(du|dich|dir|deine?[mnrs]?)(?!\p{L})/iu,
    fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
    es: /(?<!\p{L})(tú|tu|tus|ti|contigo)(?!\p{L})/iu,
    'zh-CN': /您/,
  };

  /** English words that occur in no other supported language. */
  const english = /\b(the|you|your|of|are|can|with|this|that|which|have|has been|delegations?|calls)\b/i;
  const names = /Call Delegates|\{[\w.]+\}/g;

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

  describe.each(languages)('$tag', ({ tag }) => {
    let texts: [path: string, text: string][];
    beforeAll(async () => {
      texts = await load(tag);
    });

    test('keeps technical terms to texts for administrators', () => {
      const forEveryone = texts.filter(([path]) => !forAdministrators.some((pattern) => pattern.test(path)));

      expect(forEveryone.length).toBeGreaterThan(300);
      expect(forEveryone.filter(([, text]) => technical.test(text))).toEqual([]);
    });

    test('has no label of Teams’ own buttons', () => {
      expect(texts.filter(([, text]) => ofTeams.test(text.trim()))).toEqual([]);
    });

    test('uses one form of address', () => {
      expect(texts.filter(([, text]) => otherAddress[tag]?.test(text))).toEqual([]);
    });

    test('uses the punctuation of its language', () => {
      const foreign = {
        ar: /[,;?]/,
        'zh-CN': /\p{sc=Han}[,.:;?!]/u,
        ja: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][,.;!]/u,
      };
      const pattern = tag in foreign ? foreign[tag as keyof typeof foreign] : /[\p{sc=Han}、。，؛؟]/u;

      expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]);
    });

    if (tag !== 'en') {
      test('has no English words in its sentences', () => {
        expect(texts.filter(([, text]) => english.test(text.replace(names, '')))).toEqual([]);
      });
    }
  });
});
