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
    'nobody holds the right',
    { delegations: [aDelegation('x', { holds: ['makeCalls'] })] },
    { ids: ['x'], step },
  ],
  ['the only one is inactive', { delegations: [aDelegation('x', inactive)] }, { ids: [], step }],
  ['the only one is gone', { delegations: [aDelegation('x', gone)] }, { ids: [], step }],
  ['the only one is blocked', { delegations: [aDelegation('x', disabled)] }, { ids: [], step }],
  [
    'nobody is known to hold it',
    { delegations: [aDelegation('x', silent)] },
    { ids: [], unsure: ['x'], step },
  ],
  [
    'not where somebody is active, as far as is known',
    { delegations: [aDelegation('x', { isActive: null })] },
    undefined,
  ],
  [
    'not where somebody’s name is not known',
    { delegations: [aDelegation('x', { personStatus: 'unavailable' })] },
    undefined,
  ],
  ['not where nobody is there', { delegations: [] }, undefined],
  ['not to a delegate', { list, delegations: [aDelegation('x', powerless)] }, undefined],
]);

testFinding('onlyOneReceives', [
  [
    'the others could be given the right',
    { delegations: [aDelegation('x'), aDelegation('y', powerless)] },
    { ids: ['x'], step, stepIds: ['y'] },
  ],
  [
    'another is inactive',
    { delegations: [aDelegation('x'), aDelegation('y', inactive)] },
    { ids: ['x'], step, stepIds: [] },
  ],
  [
    'another is gone',
    { delegations: [aDelegation('x'), aDelegation('y', gone)] },
    { ids: ['x'], step, stepIds: [] },
  ],
  [
    'another is blocked',
    { delegations: [aDelegation('x'), aDelegation('y', disabled)] },
    { ids: ['x'], step, stepIds: [] },
  ],
  [
    'of another it is not known',
    { delegations: [aDelegation('x'), aDelegation('y', silent)] },
    { ids: ['x'], unsure: ['y'], step, stepIds: [] },
  ],
  ['not two', {}, undefined],
  ['not none', { delegations: [aDelegation('x', powerless)] }, undefined],
  ['not to a delegate', { list, delegations: [aDelegation('x')] }, undefined],
]);

const everybodyAway = { ids: ['ann', 'ben'], step: 'checkCallSettings', stepIds: [] };
testFinding('everybodyAway', [
  ['away and back soon', { presence: presence({ ann: 'Away', ben: 'BeRightBack' }) }, everybodyAway],
  [
    'offline and undisturbed, in any case',
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
    'whoever is there may not answer',
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
  ['not one who is busy', { presence: presence({ ann: 'Away', ben: 'Busy' }) }, undefined],
  ['not one who is not known', { presence: presence({ ann: 'Away' }) }, undefined],
  ['not one with a new word', { presence: presence({ ann: 'Away', ben: 'Napping' }) }, undefined],
  [
    'not one who is PresenceUnknown',
    { presence: presence({ ann: 'Away', ben: 'PresenceUnknown' }) },
    undefined,
  ],
  [
    'not where nobody may answer',
    { delegations: [aDelegation('x', powerless)], presence: presence({ x: 'Away' }) },
    undefined,
  ],
  ['not to a delegate', { list, presence: presence({ ann: 'Away', ben: 'Away' }) }, undefined],
]);

testFinding('mayChangeSettings', [
  [
    'one of two',
    { delegations: [aDelegation('x', manager), aDelegation('y')] },
    { ids: ['x'], step: 'openDetails' },
  ],
  ['not who is gone', { delegations: [aDelegation('x', { ...manager, ...gone })] }, undefined],
  ['not who is blocked', { delegations: [aDelegation('x', { ...manager, ...disabled })] }, undefined],
  ['not who is inactive', { delegations: [aDelegation('x', { ...manager, ...inactive })] }, undefined],
  ['not of whom it is not known', { delegations: [aDelegation('x', silent)] }, undefined],
  ['not to a delegate', { list, delegations: [aDelegation('x', manager)] }, undefined],
]);

const noTeamsPhone = { ids: [], step: 'sendToAdministrator' };
testFinding('noTeamsPhone', [
  ['no licence', { teamsPhone: 'none' }, noTeamsPhone],
  ['no licence, though the host allows calls', { teamsPhone: 'none', isCallingAllowed: true }, noTeamsPhone],
  ['a suspended licence', { teamsPhone: 'suspended' }, noTeamsPhone],
  ['a host that forbids calls', { isCallingAllowed: false }, noTeamsPhone],
  [
    'a host that forbids calls, the licence not known',
    { teamsPhone: null, isCallingAllowed: false },
    noTeamsPhone,
  ],
  ['to a delegate too', { list, teamsPhone: 'none' }, noTeamsPhone],
  ['not in a grace period', { teamsPhone: 'warning' }, undefined],
  ['not where the host says nothing', { isCallingAllowed: undefined }, undefined],
  ['not where nothing is known', { teamsPhone: null, isCallingAllowed: undefined }, undefined],
]);

test.each([
  [{ teamsPhone: 'none' }, 'none'],
  [{ teamsPhone: 'suspended', isCallingAllowed: false }, 'suspended'],
  [{ teamsPhone: 'enabled', isCallingAllowed: false }, 'callingNotAllowed'],
] as const)('noTeamsPhone: %j is told as %s', (input, reason) => {
  expect(toFindings({ ...calm, ...input })).toMatchObject([{ code: 'noTeamsPhone', reason }]);
});
