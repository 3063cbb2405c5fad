import type { ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import {
  countChecked,
  toLine,
  toRest,
  toReview,
  toWrong,
  type Verdict,
} from '../../../../src/tab/features/confirm/review.js';
import { withoutIsolates } from '../../../../src/tab/i18n/format.js';
import { readMessages } from '../../../support/readMessages.js';

const { first, later } = readMessages('en');

const entry = (id: string, changed: Partial<ConfirmedEntry> = {}): ConfirmedEntry => ({
  id,
  isActive: true,
  allowedActions: {
    makeCalls: true,
    receiveCalls: false,
    pickUpHeldCalls: null,
    joinActiveCalls: false,
    manageCallAndDelegateSettings: false,
  },
  isRight: true,
  ...changed,
});
const having = (id: string, rights: ConfirmedEntry['allowedActions']) =>
  entry(id, { allowedActions: { ...entry(id).allowedActions, ...rights } });

describe('the review', () => {
  test('asks only about new, changed and removed entries, losses first', () => {
    const before = [entry('same'), entry('gains'), entry('loses'), entry('gone')];
    const now = [
      entry('same'),
      having('gains', { receiveCalls: true }),
      having('loses', { makeCalls: false }),
      entry('new'),
    ];

    expect(toReview(before, now).map(({ id }) => id)).toEqual(['loses', 'gone', 'new', 'gains']);
  });

  test('repeats a wrong entry until it changes', () => {
    const before = [entry('a', { isRight: false }), entry('b')];

    expect(toReview(before, [entry('a'), entry('b')])).toEqual([{ id: 'a', changes: [], standing: 'wrong' }]);
    expect(toReview(before, [having('a', { makeCalls: false }), entry('b')])).toMatchObject([
      { id: 'a', standing: undefined },
    ]);
    expect(toReview(before, [entry('b')])).toMatchObject([{ id: 'a', standing: undefined }]);
  });

  test('includes everyone else on request, right by default', () => {
    const now = [entry('same'), entry('new'), entry('other')];
    const asked = toReview([entry('same'), entry('other'), entry('gone')], now);

    expect(toRest(asked, now)).toEqual([
      { id: 'same', changes: [], standing: 'right' },
      { id: 'other', changes: [], standing: 'right' },
    ]);
    expect(toRest([], now)).toHaveLength(3);
  });

  test('counts verdicts and calls only listed people wrong', () => {
    const now = [entry('new'), entry('other')];
    const review = toReview([entry('gone')], now);
    const verdicts = new Map<string, Verdict>([
      ['gone', 'wrong'],
      ['new', 'wrong'],
    ]);
    const verdictOf = (id: string) => verdicts.get(id);

    expect(countChecked(review, verdictOf)).toBe(2);
    expect(toWrong(review, verdictOf, now)).toEqual(['new']);
  });
});

test.each([
  ['a lost right', having('a', { makeCalls: false }), 'Yes → No'],
  ['a right that was not reported', having('a', { pickUpHeldCalls: true }), 'Not reported → Yes'],
  ['a status', entry('a', { isActive: null }), 'Active → Status not reported'],
])('shows the old and new value of %s', (_, is, detail) => {
  const before = [entry('a')];
  const [change] = toReview(before, [is])[0]?.changes ?? [];
  if (change === undefined) throw new Error('Nothing has changed.');
  const context = { before, now: [is], list: 'delegates', name: 'Amina', messages: first, later } as const;

  expect(toLine(change, context).detail).toBe(detail);
});

test('shows the rights of added and removed people', () => {
  const [before, now] = [[entry('gone')], [having('new', { makeCalls: false })]];
  const context = { before, now, list: 'delegates', name: 'Amina', messages: first, later } as const;
  const lines = toReview(before, now).flatMap(({ changes }) =>
    changes.map((change) => toLine(change, context)),
  );

  expect(lines.map(({ sentence, detail }) => `${withoutIsolates(sentence)} ${detail}`)).toEqual([
    'Amina can no longer act for you. Permissions: Make calls',
    'New: Amina can act for you. Permissions: none',
  ]);
});
