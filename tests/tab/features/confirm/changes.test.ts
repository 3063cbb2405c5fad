import { isolated } from '../../../support/isolated.js';
import type { ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import { languages } from '../../../../src/contract/languages.js';
import { listNames, rights } from '../../../../src/contract/delegation.js';
import { findChanges, toSentence, type Change } from '../../../../src/tab/features/confirm/changes.js';
import { readMessages } from '../../../support/readMessages.js';

const { later: english } = readMessages('en');

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

describe('finding changes', () => {
  test.each<[string, ConfirmedEntry[], ConfirmedEntry[], Change[]]>([
    ['nothing in the same list', [entry('a'), entry('b')], [entry('a'), entry('b')], []],
    ['nothing in another order', [entry('a'), entry('b')], [entry('b'), entry('a')], []],
    [
      'a withdrawn right',
      [entry('a')],
      [entry('a', { makeCalls: false })],
      [{ kind: 'right', id: 'a', right: 'makeCalls', now: false }],
    ],
    [
      'a right that is no longer reported',
      [entry('a')],
      [entry('a', { makeCalls: null })],
      [{ kind: 'right', id: 'a', right: 'makeCalls', now: null }],
    ],
    [
      'nothing for a right that the record does not contain',
      [{ ...entry('a'), allowedActions: { makeCalls: true } }],
      [entry('a')],
      [],
    ],
    [
      'nothing for a right that only the record contains',
      [entry('a')],
      [{ ...entry('a'), allowedActions: { makeCalls: true } }],
      [],
    ],
    ['an added person, as one change', [], [entry('a')], [{ kind: 'added', id: 'a' }]],
    ['a removed person, as one change', [entry('a')], [], [{ kind: 'removed', id: 'a' }]],
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
  ])('finds %s', (_, before, now, changes) => {
    expect(findChanges(before, now)).toEqual(changes);
  });
});

test('words a change from the user’s point of view', () => {
  const lost: Change = { kind: 'right', id: 'a', right: 'makeCalls', now: false };

  expect(toSentence(lost, 'delegators', 'Diego', english)).toBe(
    `You can no longer make calls on behalf of ${isolated('Diego')}.`,
  );
  expect(toSentence(lost, 'delegates', 'Adele', english)).toBe(
    `${isolated('Adele')} can no longer make calls on your behalf.`,
  );
  expect(toSentence({ kind: 'removed', id: 'a' }, 'delegators', 'Lee', english)).toBe(
    `You are no longer ${isolated('Lee')}’s delegate.`,
  );
});

describe.each(languages)('$tag', ({ tag }) => {
  test('has a distinct sentence for every change, with the person’s name', () => {
    const later = readMessages(tag).later;
    const changes: Change[] = [
      { kind: 'added', id: 'a' },
      { kind: 'removed', id: 'a' },
      ...[true, false, null].map((now): Change => ({ kind: 'status', id: 'a', now })),
      ...rights.flatMap((right) =>
        [true, false, null].map((now): Change => ({ kind: 'right', id: 'a', right, now })),
      ),
    ];

    for (const list of listNames) {
      const sentences = changes.map((change) => toSentence(change, list, 'Diego', later));
      expect(
        sentences.filter((sentence) => !sentence.includes('Diego') || sentence.includes('undefined')),
      ).toEqual([]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });
});
