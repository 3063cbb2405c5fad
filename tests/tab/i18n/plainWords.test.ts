import { existsSync, readFileSync } from 'node:fs';
import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { pageNames, readPage, textsOf as textsOfPage } from '../../support/readPage.js';
import { loadMessages, messagesIn, textsOf } from '../support/messages.js';

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
