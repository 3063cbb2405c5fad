import { allowed, delegation, everything, handset, type DemoDelegation } from './DemoDelegation.js';

/** Delegations between ordinary users, users with a problem, and a deleted account. */
export const everydayDelegations: readonly DemoDelegation[] = [
  delegation(
    2,
    1,
    '2025-01-14T09:30:00Z',
    allowed('makeCalls', 'receiveCalls', 'pickUpHeldCalls', 'joinActiveCalls'),
  ),
  delegation(
    3,
    1,
    '2025-03-03T13:05:00Z',
    allowed('makeCalls', 'receiveCalls', 'manageCallAndDelegateSettings'),
  ),
  delegation(4, 1, '2024-11-20T08:00:00Z', allowed('receiveCalls', 'pickUpHeldCalls'), false),
  delegation(2, 5, '2026-06-01T07:45:00Z', allowed('receiveCalls')),
  delegation(3, 999, '2024-02-12T10:00:00Z', everything),
  delegation(9, 5, '2026-02-19T11:20:00Z', everything),
  delegation(10, 5, '2025-09-08T15:40:00Z', handset),
  delegation(7, 8, '2025-05-05T00:00:00Z', handset),
  delegation(8, 7, '2025-05-06T00:00:00Z', everything),
  ...[24, 25, 26, 27, 28, 29, 30, 31, 32].map((delegator, index) =>
    delegation(
      delegator,
      11,
      `2026-0${(index % 8) + 1}-1${index}T08:15:00Z`,
      index % 3 === 0 ? handset : index % 3 === 1 ? allowed('receiveCalls') : everything,
      index !== 6,
    ),
  ),
  delegation(13, 12, '0001-01-01T00:00:00Z', { makeCalls: true, receiveCalls: null }, null),
  delegation(12, 5, null, {}, null),
  ...[21, 22, 23, 33].map((delegate) => delegation(13, delegate, '2026-10-05T09:00:00Z', handset)),
  delegation(10, 33, '2026-10-06T09:00:00Z', everything),
];
