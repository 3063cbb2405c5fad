import { toFindings } from '../../../../src/tab/features/attention/toFindings.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../../support/delegation.js';
import { calm, presence, testFinding } from './findingTable.js';

const list = 'delegators';
const step = 'manageDelegates';
const powerless: Traits = { holds: [] };
const manager: Traits = { holds: ['receiveCalls', 'manageCallAndDelegateSettings'] };
const silent: Traits = { rights: unreported };

testFinding('nobodyReceives', [
  [
    'no one holds the right',
    { delegations: [aDelegation('x', { holds: ['makeCalls'] })] },
    { ids: ['x'], step },
  ],
  ['the only holder is inactive', { delegations: [aDelegation('x', inactive)] }, { ids: [], step }],
  ['the only holder’s account is deleted', { delegations: [aDelegation('x', gone)] }, { ids: [], step }],
  ['the only holder’s account is blocked', { delegations: [aDelegation('x', disabled)] }, { ids: [], step }],
  [
    'no one is known to hold the right',
    { delegations: [aDelegation('x', silent)] },
    { ids: [], unsure: ['x'], step },
  ],
  [
    'not with a holder of unreported status',
    { delegations: [aDelegation('x', { isActive: null })] },
    undefined,
  ],
  [
    'not with a holder of unknown name',
    { delegations: [aDelegation('x', { personStatus: 'unavailable' })] },
    undefined,
  ],
  ['not in an empty list', { delegations: [] }, undefined],
  ['not in the list of delegators', { list, delegations: [aDelegation('x', powerless)] }, undefined],
]);

testFinding('onlyOneReceives', [
  [
    'the others could be given the right',
    { delegations: [aDelegation('x'), aDelegation('y', powerless)] },
    { ids: ['x'], step, stepIds: ['y'] },
  ],
  [
    'the other delegation is inactive',
    { delegations: [aDelegation('x'), aDelegation('y', inactive)] },
    { ids: ['x'], step, stepIds: [] },
  ],
  [
    'the other account is deleted',
    { delegations: [aDelegation('x'), aDelegation('y', gone)] },
    { ids: ['x'], step, stepIds: [] },
  ],
  [
    'the other account is blocked',
    { delegations: [aDelegation('x'), aDelegation('y', disabled)] },
    { ids: ['x'], step, stepIds: [] },
  ],
  [
    'the other right is not reported',
    { delegations: [aDelegation('x'), aDelegation('y', silent)] },
    { ids: ['x'], unsure: ['y'], step, stepIds: [] },
  ],
  ['not with two holders', {}, undefined],
  ['not without any holder', { delegations: [aDelegation('x', powerless)] }, undefined],
  ['not in the list of delegators', { list, delegations: [aDelegation('x')] }, undefined],
]);

const everybodyAway = { ids: ['ann', 'ben'], step: 'checkCallSettings', stepIds: [] };
testFinding('everybodyAway', [
  ['Away and BeRightBack', { presence: presence({ ann: 'Away', ben: 'BeRightBack' }) }, everybodyAway],
  [
    'Offline and DoNotDisturb, case-insensitively',
    { presence: presence({ ann: 'offline', ben: 'DONOTDISTURB' }) },
    everybodyAway,
  ],
  [
    'out of office, though available',
    {
      presence: new Map([
        ...presence({ ben: 'Away' }),
        ['ann', { availability: 'Available', activity: 'OutOfOffice' }],
      ]),
    },
    everybodyAway,
  ],
  [
    'the available people may not answer',
    {
      delegations: [
        aDelegation('ann'),
        aDelegation('ben'),
        aDelegation('cat', powerless),
        aDelegation('dan', inactive),
      ],
      presence: presence({ ann: 'Away', ben: 'Away', cat: 'Available', dan: 'Available' }),
    },
    everybodyAway,
  ],
  ['not with someone busy', { presence: presence({ ann: 'Away', ben: 'Busy' }) }, undefined],
  ['not with unknown presence', { presence: presence({ ann: 'Away' }) }, undefined],
  ['not with an unrecognised presence', { presence: presence({ ann: 'Away', ben: 'Napping' }) }, undefined],
  ['not with PresenceUnknown', { presence: presence({ ann: 'Away', ben: 'PresenceUnknown' }) }, undefined],
  [
    'not when no one may answer',
    { delegations: [aDelegation('x', powerless)], presence: presence({ x: 'Away' }) },
    undefined,
  ],
  ['not in the list of delegators', { list, presence: presence({ ann: 'Away', ben: 'Away' }) }, undefined],
]);

testFinding('mayChangeSettings', [
  [
    'one of two',
    { delegations: [aDelegation('x', manager), aDelegation('y')] },
    { ids: ['x'], step: 'openDetails' },
  ],
  ['not a deleted account', { delegations: [aDelegation('x', { ...manager, ...gone })] }, undefined],
  ['not a blocked account', { delegations: [aDelegation('x', { ...manager, ...disabled })] }, undefined],
  ['not an inactive delegation', { delegations: [aDelegation('x', { ...manager, ...inactive })] }, undefined],
  ['not an unreported right', { delegations: [aDelegation('x', silent)] }, undefined],
  ['not in the list of delegators', { list, delegations: [aDelegation('x', manager)] }, undefined],
]);

const noTeamsPhone = { ids: [], step: 'sendToAdministrator' };
testFinding('noTeamsPhone', [
  ['no licence', { teamsPhone: 'none' }, noTeamsPhone],
  ['no licence, though the host allows calls', { teamsPhone: 'none', isCallingAllowed: true }, noTeamsPhone],
  ['a suspended licence', { teamsPhone: 'suspended' }, noTeamsPhone],
  ['a host that forbids calls', { isCallingAllowed: false }, noTeamsPhone],
  [
    'a host that forbids calls, with an unknown licence',
    { teamsPhone: null, isCallingAllowed: false },
    noTeamsPhone,
  ],
  ['in the list of delegators too', { list, teamsPhone: 'none' }, noTeamsPhone],
  ['not in a grace period', { teamsPhone: 'warning' }, undefined],
  ['not when the host reports nothing', { isCallingAllowed: undefined }, undefined],
  ['not when nothing is known', { teamsPhone: null, isCallingAllowed: undefined }, undefined],
]);

test.each([
  [{ teamsPhone: 'none' }, 'none'],
  [{ teamsPhone: 'suspended', isCallingAllowed: false }, 'suspended'],
  [{ teamsPhone: 'enabled', isCallingAllowed: false }, 'callingNotAllowed'],
] as const)('noTeamsPhone: %j has the reason %s', (input, reason) => {
  expect(toFindings({ ...calm, ...input })).toMatchObject([{ code: 'noTeamsPhone', reason }]);
});
