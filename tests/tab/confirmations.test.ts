import type { ConfirmedEntry } from '../../src/contract/confirmation.js';
import { listNames, rights } from '../../src/contract/delegation.js';
import { findChanges, toSentence, type Change } from '../../src/tab/features/confirmations/changes.js';
import { en as englishWords } from '../../src/tab/features/confirmations/words/en.js';
import { loadWords } from '../../src/tab/features/confirmations/words/words.js';
import { en } from '../../src/tab/i18n/en.js';
import { languages, type LanguageName } from '../../src/tab/i18n/languages.js';

const entry = (
  id: string,
  change: Partial<ConfirmedEntry['allowedActions']> = {},
  isActive: boolean | null = true,
): ConfirmedEntry => ({
  id,
  isActive,
  allowedActions: {
    makeCalls: true,
    receiveCalls: false,
    pickUpHeldCalls: null,
    joinActiveCalls: true,
    manageCallAndDelegateSettings: false,
    ...change,
  },
  isRight: true,
});

describe('finds', () => {
  test.each<[string, ConfirmedEntry[], ConfirmedEntry[], Change[]]>([
    ['nothing in the same list', [entry('a'), entry('b')], [entry('a'), entry('b')], []],
    ['nothing in another order', [entry('a'), entry('b')], [entry('b'), entry('a')], []],
    [
      'a right that was taken',
      [entry('a')],
      [entry('a', { makeCalls: false })],
      [{ kind: 'right', id: 'a', right: 'makeCalls', now: false }],
    ],
    [
      'a right that is not reported any more',
      [entry('a')],
      [entry('a', { makeCalls: null })],
      [{ kind: 'right', id: 'a', right: 'makeCalls', now: null }],
    ],
    [
      'nothing in a right that the record does not know, whatever it is now',
      [{ ...entry('a'), allowedActions: { makeCalls: true } }],
      [entry('a')],
      [],
    ],
    [
      'nothing in a right that only the record knows',
      [entry('a')],
      [{ ...entry('a'), allowedActions: { makeCalls: true } }],
      [],
    ],
    ['somebody new, as one change', [], [entry('a')], [{ kind: 'added', id: 'a' }]],
    ['somebody gone, as one change', [entry('a')], [], [{ kind: 'removed', id: 'a' }]],
    [
      'two rights and the status of one person',
      [entry('a')],
      [entry('a', { receiveCalls: true, joinActiveCalls: false }, false)],
      [
        { kind: 'right', id: 'a', right: 'receiveCalls', now: true },
        { kind: 'right', id: 'a', right: 'joinActiveCalls', now: false },
        { kind: 'status', id: 'a', now: false },
      ],
    ],
  ])('%s', (_, before, now, changes) => {
    expect(findChanges(before, now)).toEqual(changes);
  });
});

test('says it in the reader’s direction', () => {
  const lost: Change = { kind: 'right', id: 'a', right: 'makeCalls', now: false };

  expect(toSentence(lost, 'delegators', 'Diego', englishWords, en)).toBe(
    'Diego no longer lets you make calls.',
  );
  expect(toSentence(lost, 'delegates', 'Adele', englishWords, en)).toBe(
    'Adele may no longer make calls on your behalf.',
  );
  expect(toSentence({ kind: 'removed', id: 'a' }, 'delegators', 'Lee', englishWords, en)).toBe(
    'Lee removed you.',
  );
});

describe.each(Object.keys(languages) as LanguageName[])('%s', (language) => {
  test('has words for everything about confirming, and names the person in each', async () => {
    const words = await loadWords(language);
    const text = await languages[language]();
    const changes: Change[] = [
      { kind: 'added', id: 'a' },
      { kind: 'removed', id: 'a' },
      ...[true, false, null].map((now): Change => ({ kind: 'status', id: 'a', now })),
      ...rights.flatMap((right) =>
        [true, false, null].map((now): Change => ({ kind: 'right', id: 'a', right, now })),
      ),
    ];

    if (language !== 'en') expect(words).not.toBe(englishWords);
    for (const list of listNames) {
      const sentences = changes.map((change) => toSentence(change, list, 'Diego', words, text));
      expect(
        sentences.filter((sentence) => !sentence.includes('Diego') || sentence.includes('undefined')),
      ).toEqual([]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
    for (const count of [0, 1, 2, 3, 11, 25, 100]) {
      for (const said of [
        words.statement(count, 'X'),
        words.changesSince(count, 'X'),
        words.history.people(count),
      ]) {
        expect(said.trim()).not.toBe('');
        expect(said).not.toContain('undefined');
      }
    }
  });
});
