import type { ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import { groupChanges, type ChangeGroup } from '../../../../src/tab/features/confirm/groupChanges.js';
import { aDelegation, type Traits } from '../../support/delegation.js';

const entry = (id: string, traits: Traits = {}): ConfirmedEntry => {
  const { isActive, allowedActions } = aDelegation(id, traits);
  return { id, isActive, allowedActions, isRight: true };
};
const settings = 'manageCallAndDelegateSettings';

test.each<[string, ConfirmedEntry[], ConfirmedEntry[], Partial<ChangeGroup>]>([
  ['a lost right', [entry('x')], [entry('x', { holds: [] })], { weight: 'high', lost: ['receiveCalls'] }],
  [
    'one right lost and another gained',
    [entry('x')],
    [entry('x', { holds: ['makeCalls'] })],
    { weight: 'high', lost: ['receiveCalls'], gained: ['makeCalls'] },
  ],
  [
    'several rights lost, in Teams’ order',
    [entry('x', { holds: ['pickUpHeldCalls', 'receiveCalls', 'makeCalls'] })],
    [entry('x', { holds: [] })],
    { weight: 'high', lost: ['makeCalls', 'receiveCalls', 'pickUpHeldCalls'] },
  ],
  [
    'the settings right gained',
    [entry('x')],
    [entry('x', { holds: ['receiveCalls', settings] })],
    { weight: 'high', gained: [settings] },
  ],
  [
    'a delegation that became inactive',
    [entry('x')],
    [entry('x', { isActive: false })],
    { weight: 'high', isActive: false },
  ],
  ['a removed person', [entry('x')], [], { weight: 'high', kind: 'removed', lost: ['receiveCalls'] }],
  ['an added person', [], [entry('x')], { weight: 'middle', kind: 'added', gained: ['receiveCalls'] }],
  [
    'an added person with the settings right',
    [],
    [entry('x', { holds: [settings] })],
    { weight: 'high', kind: 'added', gained: [settings] },
  ],
  [
    'a right no longer reported',
    [entry('x')],
    [entry('x', { rights: { receiveCalls: null } })],
    { weight: 'middle', unreported: ['receiveCalls'] },
  ],
  [
    'a status no longer reported',
    [entry('x')],
    [entry('x', { isActive: null })],
    { weight: 'middle', isActive: null },
  ],
  [
    'only a gain',
    [entry('x')],
    [entry('x', { holds: ['receiveCalls', 'makeCalls'] })],
    { weight: 'quiet', gained: ['makeCalls'] },
  ],
  [
    'a delegation that became active',
    [entry('x', { isActive: false })],
    [entry('x')],
    { weight: 'quiet', isActive: true },
  ],
])('groups %s', (_, before, now, expected) => {
  const nothing = { id: 'x', kind: 'changed', gained: [], lost: [], unreported: [], isActive: undefined };
  expect(groupChanges(before, now)).toEqual([{ ...nothing, ...expected }]);
});

test('ignores a right that the confirmed list does not contain', () => {
  expect(groupChanges([{ ...entry('x'), allowedActions: { receiveCalls: true } }], [entry('x')])).toEqual([]);
});

test('sorts by weight, with one group per person', () => {
  const before = ['quiet', 'quiet2', 'loser', 'gone'].map((id) => entry(id));
  const more: Traits = { holds: ['receiveCalls', 'makeCalls', 'joinActiveCalls'] };
  const now = [
    entry('quiet', more),
    entry('new'),
    entry('quiet2', more),
    entry('loser', { holds: [], isActive: false }),
  ];

  expect(groupChanges(before, now).map(({ id }) => id)).toEqual(['loser', 'gone', 'new', 'quiet', 'quiet2']);
});
