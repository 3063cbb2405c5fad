import type { Confirmation } from '../../../../src/contract/confirmation.js';
import { sayOfRecord, toRecordRows } from '../../../../src/tab/features/confirm/recordRows.js';
import { withoutIsolates } from '../../../../src/tab/i18n/format.js';
import { readMessages } from '../../../support/readMessages.js';

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
