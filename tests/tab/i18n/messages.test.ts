import { languages, type LanguageTag } from '../../../src/contract/languages.js';
import { listNames, rights } from '../../../src/contract/delegation.js';
import { loadFirstMessages, loadLaterMessages } from '../../../src/tab/i18n/loadMessages.js';

const load = async (tag: LanguageTag) => ({
  first: await loadFirstMessages(tag),
  later: await loadLaterMessages(tag),
});

type Message = string | ((parameters: Record<string, unknown>) => string);

/** Every message by the path of its key. */
function messagesIn(value: unknown, path = ''): [path: string, message: Message][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Message]];
  return Object.entries(value as object).flatMap(([key, inner]) => messagesIn(inner, `${path}.${key}`));
}

const kindsIn = (value: unknown) =>
  messagesIn(value)
    .map(([path, message]) => `${path}${typeof message === 'string' ? '' : '()'}`)
    .sort();

/** Values that a message may be told: a name for each parameter, and counts of every plural form. */
const told = [0, 1, 2, 3, 11, 25, 100].flatMap((count) =>
  rights.map(
    (right) =>
      new Proxy<Record<string, unknown>>(
        { count, seconds: count, right },
        { get: (known, key) => known[String(key)] ?? `{${String(key)}}` },
      ),
  ),
);

const textsOf = (message: Message) =>
  typeof message === 'string' ? [message] : told.map((parameters) => message(parameters));

/** The parameters that a message puts into its text, whatever it is told. */
const placeholdersOf = (message: Message) => {
  const [head = '', ...rest] = textsOf(message);
  const inAll = [...head.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder);
  return [...new Set(inAll.filter((placeholder) => rest.every((text) => text.includes(placeholder))))].sort();
};

describe.each(languages)('$tag', ({ tag }) => {
  test('has every key of English, and no other', async () => {
    expect(kindsIn(await load(tag))).toEqual(kindsIn(await load('en')));
  });

  test('has words for everything it may be told', async () => {
    const wordless = messagesIn(await load(tag)).filter(([, message]) =>
      textsOf(message).some((text) => text.trim() === '' || /undefined|\[object|NaN/.test(text)),
    );

    expect(wordless).toEqual([]);
  });

  test('uses every parameter that English uses', async () => {
    const english = new Map(messagesIn(await load('en')));
    const lacking = messagesIn(await load(tag)).filter(
      ([path, message]) =>
        JSON.stringify(placeholdersOf(message)) !== JSON.stringify(placeholdersOf(english.get(path) ?? '')),
    );

    expect(lacking.map(([path]) => path)).toEqual([]);
  });

  test('says of each right who may do it for whom, and whether', async () => {
    const { first } = await load(tag);
    for (const right of rights) {
      const sentences = listNames.flatMap((list) =>
        [first.held, first.notHeld].map((held) => held[list]({ right, name: 'Diego' })),
      );

      expect(new Set(sentences).size).toBe(4);
      expect(sentences.filter((sentence) => !sentence.includes('Diego'))).toEqual([]);
    }
  });

  if (tag !== 'en') {
    test('is not English', async () => {
      const [{ first, later }, english] = await Promise.all([load(tag), load('en')]);

      expect(first.heading.nobody).not.toBe(english.first.heading.nobody);
      expect(later.confirm.confirm).not.toBe(english.later.confirm.confirm);
    });
  }
});

test('Arabic has six plural forms', async () => {
  const { heading } = await loadFirstMessages('ar');

  expect(new Set([0, 1, 2, 3, 11, 100].map((count) => heading.supported({ count }))).size).toBe(6);
});
