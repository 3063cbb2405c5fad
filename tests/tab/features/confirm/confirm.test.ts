import { act, renderHook } from '@testing-library/react';
import type { Confirmation, ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import { listNames, rights } from '../../../../src/contract/delegation.js';
import { languages } from '../../../../src/contract/languages.js';
import {
  findChanges,
  groupChanges,
  toDetail,
  toSentence,
  type Change,
} from '../../../../src/tab/features/confirm/changes.js';
import { sayOfRecord, toRecordRows } from '../../../../src/tab/features/confirm/HistoryEntry.js';
import { listRequired, useReview } from '../../../../src/tab/features/confirm/useReview.js';
import { withoutIsolates } from '../../../../src/tab/i18n/format.js';
import { readMessages } from '../../../support/readMessages.js';
import { aDelegation, inactive, unreported, type Traits } from '../../support/delegation.js';

const { first, later } = readMessages('en');

/** An entry that was confirmed as right. Holds *receive calls* by default. */
const entry = (id: string, traits: Traits = {}): ConfirmedEntry => {
  const { isActive, allowedActions } = aDelegation(id, traits);
  return { id, isActive, allowedActions, isRight: true };
};

const confirmed = (...entries: ConfirmedEntry[]): Confirmation => ({
  id: 'x',
  confirmedAt: '2026-11-24T14:15:00Z',
  fingerprint: 'f',
  shared: false,
  entries,
});

describe('changes', () => {
  const [a, b] = [entry('a'), entry('b')];
  const short = { ...a, allowedActions: { receiveCalls: true } };
  const lost = { kind: 'value', id: 'a', of: 'receiveCalls', was: true } as const;

  test.each<[string, ConfirmedEntry[], ConfirmedEntry[], Change[]]>([
    ['nothing in the same list', [a, b], [a, b], []],
    ['nothing in another order', [a, b], [b, a], []],
    ['a withdrawn right', [a], [entry('a', { holds: [] })], [{ ...lost, now: false }]],
    ['a right no longer reported', [a], [entry('a', { rights: { receiveCalls: null } })], [{ ...lost, now: null }]], // prettier-ignore
    ['nothing for a right that the record does not contain', [short], [a], []],
    ['nothing for a right that only the record contains', [a], [short], []],
    ['an added person, as one change', [], [a], [{ kind: 'added', id: 'a', entry: a }]],
    ['a removed person, as one change', [a], [], [{ kind: 'removed', id: 'a', entry: a }]],
    [
      'two rights and the status of one person',
      [a],
      [entry('a', { holds: ['makeCalls'], ...inactive })],
      [
        { kind: 'value', id: 'a', of: 'makeCalls', was: false, now: true },
        { ...lost, now: false },
        { kind: 'value', id: 'a', of: 'status', was: true, now: false },
      ],
    ],
  ])('include %s', (_, before, now, changes) => expect(findChanges(before, now)).toEqual(changes));

  test('are grouped by person, and losses come first, then news and unknowns, then gains', () => {
    const before = ['gains', 'unreported', 'noStatus', 'gone', 'swaps', 'inactive', 'settings'];
    const gains: Traits = { holds: ['receiveCalls', 'makeCalls', 'joinActiveCalls'] };
    const now = [
      entry('gains', gains),
      entry('activated'),
      entry('new'),
      entry('unreported', { rights: { receiveCalls: null } }),
      entry('noStatus', { isActive: null }),
      entry('manager', { holds: ['manageCallAndDelegateSettings'] }),
      entry('swaps', { holds: ['makeCalls'] }),
      entry('inactive', inactive),
      entry('settings', { holds: ['receiveCalls', 'manageCallAndDelegateSettings'] }),
    ];
    const groups = groupChanges([...before.map((id) => entry(id)), entry('activated', inactive)], now);

    expect(groups.map(({ id }) => id)).toEqual([
      ...['manager', 'swaps', 'inactive', 'settings', 'gone'],
      ...['new', 'unreported', 'noStatus'],
      ...['gains', 'activated'],
    ]);
  });

  test.each(languages)('have a distinct sentence each, with the person’s name, in $tag', ({ tag }) => {
    const messages = readMessages(tag).later;
    const values = [true, false, null];
    const changes: Change[] = [
      { kind: 'added', id: 'a', entry: a },
      { kind: 'removed', id: 'a', entry: a },
      ...([...rights, 'status'] as const).flatMap((of) =>
        values.map((now) => ({ kind: 'value', id: 'a', of, was: null, now }) as const),
      ),
    ];

    for (const list of listNames) {
      const sentences = changes.map((change) => toSentence(change, list, 'Diego', messages));
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*undefined).*Diego/);
    }
  });
});

describe('a record', () => {
  const [a, b]: [ConfirmedEntry, ConfirmedEntry] = [
    entry('a', { holds: ['makeCalls'], rights: { ...unreported, makeCalls: true, receiveCalls: false } }),
    { id: 'b', isActive: null, allowedActions: {}, isRight: false },
  ];
  const toName = (id: string) => (id === 'a' ? 'Amina Okafor' : null);

  test('has one row per person with every right, the status and the verdict', () => {
    const [head, ...rows] = toRecordRows([confirmed(a, b)], toName, new Map([['a', null]]), first, later);

    expect(head?.join('|')).toBe(
      'When|Person|Make calls|Receive calls|Pick up held calls|Join active calls|Change call and delegate settings|Status|Verdict|Let them see it|Other side|ID',
    );
    expect(rows.map((row) => row.join('|'))).toEqual([
      '2026-11-24 14:15|Amina Okafor|Yes|No|Not reported|Not reported|Not reported|Active|That’s right|No|Nothing shared about this|a',
      '2026-11-24 14:15|Name not available|Not reported|Not reported|Not reported|Not reported|Not reported|Status not reported|Not expected|No||b',
    ]);
  });

  test('says what the other party shared about the entry as it was then', () => {
    const shared = { ...a, confirmedAt: '2026-11-03T12:00:00Z' };
    const say = (counterpart: typeof shared) =>
      withoutIsolates(sayOfRecord(a, 'Amina Okafor', counterpart, () => 'Nov 3', later));

    expect(say(shared)).toBe('Confirmed by Amina Okafor · Nov 3');
    expect(say({ ...shared, isRight: false })).toBe('Amina Okafor says this isn’t right');
    expect(say({ ...shared, isActive: false })).toBe('Nothing shared about this');
  });
});

describe('the review', () => {
  test('calls only listed people wrong', () => {
    const now = [entry('new'), entry('other')];
    const { result } = renderHook(() => useReview(confirmed(entry('gone')), now));
    act(() => result.current.judge('gone', 'wrong'));
    act(() => result.current.judge('new', 'wrong'));

    expect(result.current.wrong).toEqual(['new']);
  });

  test.each<[string, ConfirmedEntry[], ConfirmedEntry[], string]>([
    [
      'that a right was not reported',
      [entry('a', { rights: { makeCalls: null } })],
      [entry('a', { holds: ['receiveCalls', 'makeCalls'] })],
      'Amina can now make calls on your behalf. Not reported → Yes',
    ],
    [
      'the old and new value of a status',
      [entry('a')],
      [entry('a', { isActive: null })],
      'Microsoft no longer reports whether the delegation with Amina is active. Active → Status not reported',
    ],
    [
      'the rights of a removed person',
      [entry('a')],
      [],
      'Amina can no longer act for you. Permissions: Receive calls',
    ],
    [
      'the rights of a new person',
      [],
      [entry('a', { holds: [] })],
      'New: Amina can act for you. Permissions: none',
    ],
  ])('shows %s', (_, before, now, line) => {
    const [change] = listRequired(before, now)[0]?.changes ?? [];
    if (change === undefined) throw new Error('Nothing has changed.');
    const sentence = toSentence(change, 'delegates', 'Amina', later);

    expect(withoutIsolates(`${sentence} ${toDetail(change, first, later)}`)).toBe(line);
  });
});
