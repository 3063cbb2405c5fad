import type { Confirmation } from '../../../../src/contract/confirmation.js';
import { toRecordRows } from '../../../../src/tab/features/confirm/recordRows.js';
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
    first,
    later,
  );

  expect(head).toEqual(['When', 'Person', ...Object.values(first.rights), 'Status', 'Verdict', 'ID']);
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
      'b',
    ],
  ]);
  expect(rows.every(([when]) => /^2026-11-2\d \d\d:\d\d$/.test(when ?? ''))).toBe(true);
});
