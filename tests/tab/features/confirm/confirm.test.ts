import type { Confirmation, ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import { listNames, rights } from '../../../../src/contract/delegation.js';
import { languages } from '../../../../src/contract/languages.js';
import { findChanges, toSentence, type Change } from '../../../../src/tab/features/confirm/changes.js';
import { groupChanges, type ChangeGroup } from '../../../../src/tab/features/confirm/groupChanges.js';
import { sayOfRecord, toRecordRows } from '../../../../src/tab/features/confirm/recordRows.js';
import {
  countChecked,
  toLine,
  listOptional,
  listRequired,
  toWrong,
  type Verdict,
} from '../../../../src/tab/features/confirm/review.js';
import { withoutIsolates } from '../../../../src/tab/i18n/format.js';
import { isolated } from '../../../support/isolated.js';
import { readMessages } from '../../../support/readMessages.js';
import { aDelegation, type Traits } from '../../support/delegation.js';

describe('changes', () => {
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
      ['a withdrawn right', [entry('a')], [entry('a', { makeCalls: false })], [{ kind: 'right', id: 'a', right: 'makeCalls', now: false }]], // prettier-ignore
      [
        'a right that is no longer reported',
        [entry('a')],
        [entry('a', { makeCalls: null })],
        [{ kind: 'right', id: 'a', right: 'makeCalls', now: null }],
      ],
      ['nothing for a right that the record does not contain', [{ ...entry('a'), allowedActions: { makeCalls: true } }], [entry('a')], []], // prettier-ignore
      ['nothing for a right that only the record contains', [entry('a')], [{ ...entry('a'), allowedActions: { makeCalls: true } }], []], // prettier-ignore
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
});

describe('grouped changes', () => {
  const entry = (id: string, traits: Traits = {}): ConfirmedEntry => {
    const { isActive, allowedActions } = aDelegation(id, traits);
    return { id, isActive, allowedActions, isRight: true };
  };
  const settings = 'manageCallAndDelegateSettings';

  test.each<[string, ConfirmedEntry[], ConfirmedEntry[], Partial<ChangeGroup>]>([
    ['a lost right', [entry('x')], [entry('x', { holds: [] })], { weight: 'high', lost: ['receiveCalls'] }],
    [
      'one right lost and another gained',
      [entry('x')],
      [entry('x', { holds: ['makeCalls'] })],
      { weight: 'high', lost: ['receiveCalls'], gained: ['makeCalls'] },
    ],
    [
      'several rights lost, in Teams’ order',
      [entry('x', { holds: ['pickUpHeldCalls', 'receiveCalls', 'makeCalls'] })],
      [entry('x', { holds: [] })],
      { weight: 'high', lost: ['makeCalls', 'receiveCalls', 'pickUpHeldCalls'] },
    ],
    ['the settings right gained', [entry('x')], [entry('x', { holds: ['receiveCalls', settings] })], { weight: 'high', gained: [settings] }], // prettier-ignore
    ['a delegation that became inactive', [entry('x')], [entry('x', { isActive: false })], { weight: 'high', isActive: false }], // prettier-ignore
    ['a removed person', [entry('x')], [], { weight: 'high', kind: 'removed', lost: ['receiveCalls'] }],
    ['an added person', [], [entry('x')], { weight: 'middle', kind: 'added', gained: ['receiveCalls'] }],
    ['an added person with the settings right', [], [entry('x', { holds: [settings] })], { weight: 'high', kind: 'added', gained: [settings] }], // prettier-ignore
    ['a right no longer reported', [entry('x')], [entry('x', { rights: { receiveCalls: null } })], { weight: 'middle', unreported: ['receiveCalls'] }], // prettier-ignore
    ['a status no longer reported', [entry('x')], [entry('x', { isActive: null })], { weight: 'middle', isActive: null }], // prettier-ignore
    ['only a gain', [entry('x')], [entry('x', { holds: ['receiveCalls', 'makeCalls'] })], { weight: 'quiet', gained: ['makeCalls'] }], // prettier-ignore
    ['a delegation that became active', [entry('x', { isActive: false })], [entry('x')], { weight: 'quiet', isActive: true }], // prettier-ignore
  ])('groups %s', (_, before, now, expected) => {
    const nothing = { id: 'x', kind: 'changed', gained: [], lost: [], unreported: [], isActive: undefined };
    expect(groupChanges(before, now)).toEqual([{ ...nothing, ...expected }]);
  });

  test('ignores a right that the confirmed list does not contain', () => {
    expect(groupChanges([{ ...entry('x'), allowedActions: { receiveCalls: true } }], [entry('x')])).toEqual(
      [],
    );
  });

  test('sorts by weight, with one group per person', () => {
    const before = ['quiet', 'quiet2', 'loser', 'gone'].map((id) => entry(id));
    const more: Traits = { holds: ['receiveCalls', 'makeCalls', 'joinActiveCalls'] };
    const now = [
      entry('quiet', more),
      entry('new'),
      entry('quiet2', more),
      entry('loser', { holds: [], isActive: false }),
    ];

    expect(groupChanges(before, now).map(({ id }) => id)).toEqual([
      'loser',
      'gone',
      'new',
      'quiet',
      'quiet2',
    ]);
  });
});

describe('the rows of a record', () => {
  const { first, later } = readMessages('en');

  const confirmation: Confirmation = {
    id: 'x',
    confirmedAt: '2026-11-24T14:15:00Z',
    fingerprint: 'f',
    shared: false,
    entries: [
      {
        id: 'a',
        isActive: true,
        allowedActions: { makeCalls: true, receiveCalls: false, pickUpHeldCalls: null },
        isRight: true,
      },
      { id: 'b', isActive: null, allowedActions: {}, isRight: false },
    ],
  };

  test('a record has one row per person with every right, the status and the verdict', () => {
    const [head, ...rows] = toRecordRows(
      [confirmation],
      (id) => (id === 'a' ? 'Amina Okafor' : null),
      new Map([['a', null]]),
      first,
      later,
    );

    expect(head).toEqual([
      'When',
      'Person',
      ...Object.values(first.rights),
      'Status',
      'Verdict',
      'Let them see it',
      'Other side',
      'ID',
    ]);
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      [
        'Amina Okafor',
        'Yes',
        'No',
        'Not reported',
        'Not reported',
        'Not reported',
        'Active',
        'That’s right',
        'No',
        'Nothing shared about this',
        'a',
      ],
      [
        'Name not available',
        'Not reported',
        'Not reported',
        'Not reported',
        'Not reported',
        'Not reported',
        'Status not reported',
        'Not expected',
        'No',
        '',
        'b',
      ],
    ]);
    expect(rows.every(([when]) => /^2026-11-2\d \d\d:\d\d$/.test(when ?? ''))).toBe(true);
  });

  test('a record says what the other party shared about the entry as it was then', () => {
    const [entry] = confirmation.entries;
    if (entry === undefined) throw new Error('The record is empty.');
    const shared = { ...entry, confirmedAt: '2026-11-03T12:00:00Z' };
    const say = (counterpart: typeof shared) =>
      withoutIsolates(sayOfRecord(entry, 'Amina Okafor', counterpart, () => 'Nov 3', later));

    expect(say(shared)).toBe('Confirmed by Amina Okafor · Nov 3');
    expect(say({ ...shared, isRight: false })).toBe('Amina Okafor says this isn’t right');
    expect(say({ ...shared, isActive: false })).toBe('Nothing shared about this');
  });
});

describe('review', () => {
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

      expect(listRequired(before, now).map(({ id }) => id)).toEqual(['loses', 'gone', 'new', 'gains']);
    });

    test('repeats a wrong entry until it changes', () => {
      const before = [entry('a', { isRight: false }), entry('b')];

      expect(listRequired(before, [entry('a'), entry('b')])).toEqual([
        { id: 'a', changes: [], standing: 'wrong' },
      ]);
      expect(listRequired(before, [having('a', { makeCalls: false }), entry('b')])).toMatchObject([
        { id: 'a', standing: undefined },
      ]);
      expect(listRequired(before, [entry('b')])).toMatchObject([{ id: 'a', standing: undefined }]);
    });

    test('includes everyone else on request, right by default', () => {
      const now = [entry('same'), entry('new'), entry('other')];
      const asked = listRequired([entry('same'), entry('other'), entry('gone')], now);

      expect(listOptional(asked, now)).toEqual([
        { id: 'same', changes: [], standing: 'right' },
        { id: 'other', changes: [], standing: 'right' },
      ]);
      expect(listOptional([], now)).toHaveLength(3);
    });

    test('counts verdicts and calls only listed people wrong', () => {
      const now = [entry('new'), entry('other')];
      const review = listRequired([entry('gone')], now);
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
    const [change] = listRequired(before, [is])[0]?.changes ?? [];
    if (change === undefined) throw new Error('Nothing has changed.');
    const context = { before, now: [is], list: 'delegates', name: 'Amina', messages: first, later } as const;

    expect(toLine(change, context).detail).toBe(detail);
  });

  test('shows the rights of added and removed people', () => {
    const [before, now] = [[entry('gone')], [having('new', { makeCalls: false })]];
    const context = { before, now, list: 'delegates', name: 'Amina', messages: first, later } as const;
    const lines = listRequired(before, now).flatMap(({ changes }) =>
      changes.map((change) => toLine(change, context)),
    );

    expect(lines.map(({ sentence, detail }) => `${withoutIsolates(sentence)} ${detail}`)).toEqual([
      'Amina can no longer act for you. Permissions: Make calls',
      'New: Amina can act for you. Permissions: none',
    ]);
  });
});
