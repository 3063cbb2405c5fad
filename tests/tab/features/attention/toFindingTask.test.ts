import { toFindings } from '../../../../src/tab/features/attention/toFindings.js';
import { toFindingTask } from '../../../../src/tab/features/attention/toFindingTask.js';
import { aDelegation, disabled, gone } from '../../support/delegation.js';
import { calm } from './findingTable.js';

const reader = 'a1de4f1c-0000-4000-8000-00000000000b';
const names = new Map([['x', 'Ann']]);

test.each([
  [
    'a deleted delegate',
    { delegations: [aDelegation('y', gone), aDelegation('z', gone)] },
    {
      task: 'removeDelegations',
      because: 'goneDelegate',
      pairs: [
        { delegatorId: reader, delegateId: 'y' },
        { delegatorId: reader, delegateId: 'z' },
      ],
      names: [],
    },
  ],
  [
    'a deleted delegator',
    { list: 'delegators', delegations: [aDelegation('y', gone)] },
    {
      task: 'removeDelegations',
      because: 'goneDelegator',
      pairs: [{ delegatorId: 'y', delegateId: reader }],
      names: [],
    },
  ],
  [
    'a blocked delegator',
    { list: 'delegators', delegations: [aDelegation('x', disabled)] },
    {
      task: 'removeDelegations',
      because: 'disabled',
      pairs: [{ delegatorId: 'x', delegateId: reader }],
      names: ['Ann'],
    },
  ],
  [
    'an inactive delegator who cannot be asked',
    {
      list: 'delegators',
      delegations: [aDelegation('x', { isActive: false, personStatus: 'unavailable' })],
    },
    { task: 'checkDelegations', pairs: [{ delegatorId: 'x', delegateId: reader }], names: ['Ann'] },
  ],
  ['a missing licence', { teamsPhone: 'none' }, { task: 'assignTeamsPhone', userId: reader }],
] as const)('gives an administrator a task for %s', (_, input, task) => {
  const [finding] = toFindings({ ...calm, ...input });

  if (finding === undefined) throw new Error('Nothing was found.');
  expect(finding.next.step).toBe('sendToAdministrator');
  expect(toFindingTask(finding, reader, (id) => names.get(id))).toEqual(task);
});
