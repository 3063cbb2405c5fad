import type { ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import { aDelegation, disabled, gone, inactive } from '../../support/delegation.js';
import { many, testFinding } from './findingTable.js';

const list = 'delegators';
const toAdministrator = 'sendToAdministrator';

const wrong = (id: string, change: Partial<ConfirmedEntry> = {}): ConfirmedEntry => ({
  id,
  isActive: true,
  isRight: false,
  allowedActions: aDelegation(id).allowedActions,
  ...change,
});
const { allowedActions } = aDelegation('ann');

testFinding('accountGone', [
  ['a delegate', { delegations: [aDelegation('x', gone)] }, { ids: ['x'], step: toAdministrator }],
  ['a delegator', { list, delegations: [aDelegation('x', gone)] }, { ids: ['x'], step: toAdministrator }],
  [
    'several people, as one finding',
    { delegations: [aDelegation('x', gone), aDelegation('y'), aDelegation('z', gone)] },
    { ids: ['x', 'z'], step: toAdministrator },
  ],
  [
    'not a person whose lookup failed',
    { delegations: [aDelegation('x', { personStatus: 'unavailable' })] },
    undefined,
  ],
  ['not a blocked account', { delegations: [aDelegation('x', disabled)] }, undefined],
]);

testFinding('accountDisabled', [
  [
    'a delegate, whom the user can remove',
    { delegations: [aDelegation('x', disabled)] },
    { ids: ['x'], step: 'manageDelegates' },
  ],
  [
    'a delegator, whose delegation only an administrator can end',
    { list, delegations: [aDelegation('x', disabled)] },
    { ids: ['x'], step: toAdministrator },
  ],
  [
    'not an account of unknown status',
    { delegations: [aDelegation('x', { person: { accountEnabled: null } })] },
    undefined,
  ],
]);

const shared = (id: string, change: Partial<ConfirmedEntry> = {}) =>
  [id, { ...wrong(id, change), confirmedAt: '2026-11-03T08:00:00Z' }] as const;

testFinding('otherSaysWrong', [
  [
    'a delegate says so, and the user changes it',
    { counterparts: new Map([shared('ann')]) },
    { ids: ['ann'], step: 'manageDelegates' },
  ],
  [
    'delegators say so, and the user asks',
    { list, counterparts: new Map([shared('ann'), shared('ben')]) },
    { ids: ['ann', 'ben'], step: 'ask' },
  ],
  [
    'a delegator who cannot be asked',
    { list, delegations: [aDelegation('ann', gone)], counterparts: new Map([shared('ann')]) },
    { ids: ['ann'], step: toAdministrator },
  ],
  [
    'an entry with a right that is newer than the record',
    { counterparts: new Map([shared('ann', { allowedActions: { receiveCalls: true } })]) },
    { ids: ['ann'], step: 'manageDelegates' },
  ],
  [
    'not an entry that the other party called right',
    { counterparts: new Map([shared('ann', { isRight: true })]) },
    undefined,
  ],
  ['not a person who shared nothing', { counterparts: new Map([['ann', null]]) }, undefined],
  [
    'not after a right has changed',
    { counterparts: new Map([shared('ann', { allowedActions: { ...allowedActions, makeCalls: true } })]) },
    undefined,
  ],
  [
    'not after the status has changed',
    { counterparts: new Map([shared('ann', { isActive: false })]) },
    undefined,
  ],
]);

testFinding('stillWrong', [
  ['a delegate', { lastConfirmed: [wrong('ann')] }, { ids: ['ann'], step: 'manageDelegates' }],
  ['delegators', { list, lastConfirmed: [wrong('ann'), wrong('ben')] }, { ids: ['ann', 'ben'], step: 'ask' }],
  [
    'delegators, only one of whom can be asked',
    {
      list,
      delegations: [aDelegation('ann', gone), aDelegation('ben')],
      lastConfirmed: [wrong('ann'), wrong('ben')],
    },
    { ids: ['ann', 'ben'], step: 'ask', stepIds: ['ben'] },
  ],
  [
    'a delegator who cannot be asked',
    { list, delegations: [aDelegation('ann', gone)], lastConfirmed: [wrong('ann')] },
    { ids: ['ann'], step: toAdministrator },
  ],
  [
    'a delegate whom only an administrator can remove',
    { delegations: [aDelegation('ann', gone)], lastConfirmed: [wrong('ann')] },
    { ids: ['ann'], step: toAdministrator },
  ],
  [
    'an entry with a right that is newer than the record',
    { lastConfirmed: [wrong('ann', { allowedActions: { receiveCalls: true } })] },
    { ids: ['ann'], step: 'manageDelegates' },
  ],
  ['not an entry that was right', { lastConfirmed: [wrong('ann', { isRight: true })] }, undefined],
  [
    'not after a right has changed',
    { lastConfirmed: [wrong('ann', { allowedActions: { ...allowedActions, makeCalls: true } })] },
    undefined,
  ],
  [
    'not after an unreported right is reported',
    { lastConfirmed: [wrong('ann', { allowedActions: { ...allowedActions, makeCalls: null } })] },
    undefined,
  ],
  ['not after the status has changed', { lastConfirmed: [wrong('ann', { isActive: null })] }, undefined],
  ['not a person who left the list', { lastConfirmed: [wrong('zoe')] }, undefined],
]);

testFinding('inactive', [
  ['a delegate', { delegations: [aDelegation('x', inactive)] }, { ids: ['x'], step: 'manageDelegates' }],
  ['a delegator', { list, delegations: [aDelegation('x', inactive)] }, { ids: ['x'], step: 'ask' }],
  [
    'a delegator who cannot be asked',
    { list, delegations: [aDelegation('x', { ...inactive, personStatus: 'unavailable' })] },
    { ids: ['x'], step: toAdministrator },
  ],
  ['not an unreported status', { delegations: [aDelegation('x', { isActive: null })] }, undefined],
]);

testFinding('bothWays', [
  [
    'a delegate, with case-insensitive ids',
    { other: [aDelegation('BEN'), aDelegation('zoe')] },
    { ids: ['ben'], step: 'openDetails' },
  ],
  ['a delegator', { list, other: [aDelegation('ann')] }, { ids: ['ann'], step: 'openDetails' }],
  ['not two entries without an id', { delegations: [aDelegation('')], other: [aDelegation('')] }, undefined],
]);

const all = many(23);
testFinding('nearLimit', [
  ['23 delegates', { delegations: all }, { ids: [], step: 'manageDelegates' }],
  ['23 delegators', { list, delegations: all }, { ids: [], step: 'ask', stepIds: all.map(({ id }) => id) }],
  ['more than the limit', { delegations: many(26) }, { ids: [], step: 'manageDelegates' }],
  ['not 22 delegates', { delegations: many(22) }, undefined],
]);

testFinding('notReported', [
  [
    'a right',
    { delegations: [aDelegation('x', { rights: { joinActiveCalls: null } }), aDelegation('y')] },
    { ids: ['x'], step: 'openDetails' },
  ],
  [
    'a status',
    { list, delegations: [aDelegation('x', { isActive: null })] },
    { ids: ['x'], step: 'openDetails' },
  ],
  ['not a date', { delegations: [aDelegation('x', { createdDateTime: null })] }, undefined],
]);
