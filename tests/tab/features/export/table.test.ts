import { toRows } from '../../../../src/tab/features/export/table.js';
import { mixedDelegation } from '../../support/mixedDelegation.js';
import { readMessages } from '../../../support/readMessages.js';

const { first, later } = readMessages('en');

test('a row distinguishes held, not held and not reported rights', () => {
  expect(toRows([mixedDelegation('a')], first, later)[1]).toEqual([
    'Name a',
    '',
    '',
    '',
    'Yes',
    'No',
    'Not reported',
    'Yes',
    'No',
    'Active',
    '2025-01-14',
    'a',
  ]);
  expect(
    toRows(
      [
        mixedDelegation('a', {
          isActive: null,
          createdDateTime: null,
          person: null,
          personStatus: 'notFound',
        }),
      ],
      first,
      later,
    )[1],
  ).toEqual([
    'Unknown person',
    '',
    '',
    '',
    'Yes',
    'No',
    'Not reported',
    'Yes',
    'No',
    'Status not reported (account deleted)',
    'Not reported',
    'a',
  ]);
});
