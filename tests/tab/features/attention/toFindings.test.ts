import type { AttentionInput } from '../../../../src/tab/features/attention/AttentionInput.js';
import { toFindings } from '../../../../src/tab/features/attention/toFindings.js';
import { toUnread } from '../../../../src/tab/features/attention/toUnread.js';
import { aDelegation, disabled, gone, inactive } from '../../support/delegation.js';
import { calm, many, presence } from './findingTable.js';

const unknown = (value: undefined | null): Partial<AttentionInput> => ({
  other: value,
  presence: value,
  lastConfirmed: value,
  counterparts: undefined,
  teamsPhone: value,
  isCallingAllowed: undefined,
});

test('finds nothing in a healthy or empty list', () => {
  expect(toFindings(calm)).toEqual([]);
  expect(toFindings({ ...calm, list: 'delegators' })).toEqual([]);
  expect(toFindings({ ...calm, delegations: [] })).toEqual([]);
});

test.each([undefined, null])('draws no conclusion from data that is %s', (value) => {
  expect(toFindings({ ...calm, ...unknown(value) })).toEqual([]);
});

test('sorts by severity, then by the contract’s order', () => {
  const codes = (input: Partial<AttentionInput>) =>
    toFindings({ ...calm, ...input }).map(({ code, severity }) => `${severity} ${code}`);
  const lame = [
    aDelegation('gone', gone),
    aDelegation('blocked', disabled),
    aDelegation('idle', inactive),
    aDelegation('manager', { holds: ['manageCallAndDelegateSettings'], isActive: null }),
    ...many(19).map(({ id }) => aDelegation(id, { holds: [] })),
  ];
  const { allowedActions } = aDelegation('idle');
  const wrong = { id: 'idle', isActive: false, isRight: false, allowedActions };
  const counterparts = new Map([['idle', { ...wrong, confirmedAt: '2026-11-03T08:00:00Z' }]]);

  const bad = { teamsPhone: 'none', lastConfirmed: [wrong], counterparts } as const;
  expect(codes({ delegations: lame, other: lame, ...bad })).toEqual([
    'danger accountGone',
    'danger accountDisabled',
    'warning otherSaysWrong',
    'warning stillWrong',
    'warning nobodyReceives',
    'warning inactive',
    'warning noTeamsPhone',
    'info mayChangeSettings',
    'info bothWays',
    'info nearLimit',
    'info notReported',
  ]);
  const boss = aDelegation('boss', {
    holds: ['receiveCalls', 'manageCallAndDelegateSettings'],
    isActive: null,
  });
  expect(codes({ delegations: [boss], presence: presence({ boss: 'Away' }) })).toEqual([
    'warning everybodyAway',
    'info onlyOneReceives',
    'info mayChangeSettings',
    'info notReported',
  ]);
});

describe('data that could not be read', () => {
  const unreadOf = (input: Partial<AttentionInput>) =>
    toUnread({ ...calm, presence: presence({ ann: 'Available', ben: 'Away' }), ...input });

  test.each<[string, Partial<AttentionInput>, ReturnType<typeof toUnread>]>([
    ['nothing', {}, []],
    ['nothing that is still loading', unknown(undefined), []],
    [
      'names, and so whether accounts exist',
      { delegations: [aDelegation('x', { personStatus: 'unavailable', holds: [] })] },
      [{ what: 'names', ids: ['x'] }],
    ],
    [
      'accounts, and so whether they are blocked',
      {
        delegations: [aDelegation('x', { person: { accountEnabled: null }, holds: [] }), aDelegation('ann')],
      },
      [{ what: 'accounts', ids: ['x'] }],
    ],
    ['no deleted account', { delegations: [aDelegation('x', gone)] }, []],
    [
      'the presence of one person',
      { presence: presence({ ann: 'Available' }) },
      [{ what: 'presence', ids: ['ben'] }],
    ],
    ['the presence of everyone', { presence: null }, [{ what: 'presence', ids: ['ann', 'ben'] }]],
    ['no presence in the list of delegators', { list: 'delegators', presence: null }, []],
    [
      'no presence of people who may not answer',
      { delegations: [aDelegation('x', { holds: [] })], presence: null },
      [],
    ],
    ['the licence', { teamsPhone: null }, [{ what: 'licence', ids: [] }]],
    ['no licence when the host forbids calls', { teamsPhone: null, isCallingAllowed: false }, []],
    ['no host that reports nothing', { isCallingAllowed: undefined }, []],
    ['the last confirmation', { lastConfirmed: null }, [{ what: 'confirmation', ids: [] }]],
    ['the other list', { other: null }, [{ what: 'otherList', ids: [] }]],
  ])('includes %s', (_, input, unread) => {
    expect(unreadOf(input)).toEqual(unread);
  });
});
