import { toRows } from '../../../../src/tab/features/export/table.js';
import { mixedDelegation } from '../../support/mixedDelegation.js';
import { readMessages } from '../../../support/readMessages.js';

const { first, later } = readMessages('en');

test('a row distinguishes held, not held and not reported rights', () => {
  expect(toRows([mixedDelegation('a')], undefined, first, later)[1]).toEqual([
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
    '',
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
      undefined,
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
    '',
    'a',
  ]);
});

test.each([
  ['confirmed', { isRight: true }, 'Confirmed by Name a · 2026-11-03'],
  ['not right', { isRight: false }, 'Name a says this isn’t right'],
  ['confirmed before a change', { isRight: true, isActive: false }, 'Confirmed by Name a before it changed'],
  ['nothing shared', undefined, 'Nothing shared about this'],
])('says what the other party shared: %s', (_, said, cell) => {
  const delegation = mixedDelegation('a');
  const counterpart = { ...delegation, confirmedAt: '2026-11-03T12:00:00Z', isRight: true, ...said };
  const counterparts = new Map([['a', said === undefined ? null : counterpart]]);
  const [head, row] = toRows([delegation], counterparts, first, later);

  expect(row?.[head?.indexOf('Other side') ?? 0]).toBe(cell);
});
