import { forEachRight, rights, type AllowedActions, type Right } from '../../contract/delegation.js';
import { idOf } from '../tenant.js';

export type DemoDelegation = {
  readonly delegatorId: string;
  readonly delegateId: string;
  readonly isActive: boolean | null;
  readonly createdDateTime: string | null;
  readonly allowedActions: Partial<AllowedActions>;
};

/** The number of a deleted account. */
const ghost = 999;
export const ghostId = idOf(ghost);

export const allowed = (...held: Right[]): AllowedActions => forEachRight((right) => held.includes(right));
const everything = allowed(...rights);
const handset = allowed('makeCalls', 'receiveCalls', 'pickUpHeldCalls');
const receiving = allowed('receiveCalls');

const delegation = (
  delegator: number,
  delegate: number,
  createdDateTime: string | null,
  allowedActions: Partial<AllowedActions>,
  isActive: boolean | null = true,
): DemoDelegation => ({
  delegatorId: idOf(delegator),
  delegateId: idOf(delegate),
  isActive,
  createdDateTime,
  allowedActions,
});

const numbers = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

const everyday: readonly DemoDelegation[] = [
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
  delegation(2, 5, '2026-06-01T07:45:00Z', receiving),
  delegation(3, ghost, '2024-02-12T10:00:00Z', everything),
  delegation(9, 5, '2026-02-19T11:20:00Z', everything),
  delegation(10, 5, '2025-09-08T15:40:00Z', handset),
  delegation(7, 8, '2025-05-05T00:00:00Z', handset),
  delegation(8, 7, '2025-05-06T00:00:00Z', everything),
  ...numbers(24, 9).map((delegator, index) =>
    delegation(
      delegator,
      11,
      `2026-0${(index % 8) + 1}-1${index}T08:15:00Z`,
      [handset, receiving, everything][index % 3] ?? handset,
      index !== 6,
    ),
  ),
  delegation(13, 12, '0001-01-01T00:00:00Z', { makeCalls: true, receiveCalls: null }, null),
  delegation(12, 5, null, {}, null),
  ...[21, 22, 23, 33].map((delegate) => delegation(13, delegate, '2026-10-05T09:00:00Z', handset)),
  delegation(10, 33, '2026-10-06T09:00:00Z', everything),
];

const signingIn = numbers(71, 3).map((delegate) => delegation(74, delegate, '2026-09-14T09:00:00Z', handset));

const worthALook: readonly DemoDelegation[] = [
  delegation(41, 42, '2025-07-21T09:00:00Z', everything),
  delegation(41, 43, '2026-01-12T09:00:00Z', handset),
  delegation(44, 43, '2026-02-02T09:00:00Z', allowed('makeCalls', 'joinActiveCalls')),
  delegation(45, 46, '2026-03-16T09:00:00Z', handset),
  delegation(45, 47, '2026-03-16T09:05:00Z', receiving),
  delegation(ghost, 46, '2024-06-03T09:00:00Z', handset),
  delegation(42, 47, '2025-10-06T09:00:00Z', handset),
  ...numbers(50, 9).map((delegator) =>
    delegation(delegator, 43, `2026-04-${delegator - 40}T09:00:00Z`, handset),
  ),
];

/** Yusuf has all agents as delegates. Hugo supports all but one of them. */
const crowd = numbers(101, 24).flatMap((agent, index) => [
  delegation(48, agent, '2026-05-04T09:00:00Z', index % 2 === 0 ? handset : receiving),
  ...(index < 23 ? [delegation(agent, 49, '2026-05-05T09:00:00Z', handset)] : []),
]);

export const delegations: readonly DemoDelegation[] = [...everyday, ...signingIn, ...worthALook, ...crowd];
