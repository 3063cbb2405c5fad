import { unreported } from '../support/delegation.js';
import {
  toLookLines,
  toPair,
  toPolicyLines,
  toRemoveGoneLines,
  toRemoveLines,
  toSetLines,
} from '../../../src/tab/administrator/powerShell.js';

const boss = 'a1de4f1c-0000-4000-8000-00000000000b';
const aide = 'a1de4f1c-0000-4000-8000-00000000000a';
const pair = { delegatorId: boss, delegateId: aide };
const look = `Get-CsUserCallingSettings -Identity ${boss}`;

test('sets each right by the command’s parameter and shows the settings before and after', () => {
  const wanted = {
    makeCalls: true,
    receiveCalls: false,
    pickUpHeldCalls: true,
    joinActiveCalls: false,
    manageCallAndDelegateSettings: true,
  };

  expect(toSetLines(pair, wanted)).toEqual([
    look,
    `Set-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide} -MakeCalls $true -ReceiveCalls $false -PickUpHeldCalls $true -JoinActiveCalls $false -ManageSettings $true`,
    look,
  ]);
});

test('leaves out rights that are unknown or not requested', () => {
  expect(toSetLines(pair, { ...unreported, makeCalls: false })?.[1]).toBe(
    `Set-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide} -MakeCalls $false`,
  );
  expect(toSetLines(pair, unreported)).toBeUndefined();
  expect(toSetLines(pair, {})).toBeUndefined();
});

test('removes the delegate from the delegator', () => {
  expect(toRemoveLines(pair)).toEqual([
    look,
    `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide}`,
    look,
  ]);
});

test('removes deleted delegates first and shows each delegator once, afterwards', () => {
  const ghost = 'a1de4f1c-0000-4000-8000-000000000999';
  const pairs = [aide, ghost, 'not-a-guid'].map((delegateId) => ({ delegatorId: boss, delegateId }));

  expect(toRemoveGoneLines(pairs)).toEqual([
    `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide}`,
    `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${ghost}`,
    look,
  ]);
});

test('the delegator is the identity in both lists', () => {
  expect(toPair('delegates', aide, boss)).toEqual(pair);
  expect(toPair('delegators', boss, aide)).toEqual(pair);
});

test('shows a user’s policy and whether each policy allows delegation', () => {
  expect(toPolicyLines(boss)).toEqual([
    `Get-CsUserPolicyAssignment -Identity ${boss} -PolicyType TeamsCallingPolicy`,
    'Get-CsTeamsCallingPolicy | Format-Table Identity, AllowDelegation',
  ]);
});

describe.each([
  ['nothing', ''],
  ['a name', 'Diego Marenco'],
  ['an address', 'diego@alder-finch.example'],
  ['a command', `${boss}; Remove-Item C:\\`],
  ['a second line', `${boss}\nRemove-Item C:\\`],
  ['a line break', `${boss}\n`],
  ['a quote', `'${boss}'`],
  ['a variable', '$env:USERNAME'],
  ['braces', `{${boss}}`],
])('gives no command when the id is %s', (_, id) => {
  test.each([
    ['delegator', { delegatorId: id, delegateId: aide }],
    ['delegate', { delegatorId: boss, delegateId: id }],
  ])('for the %s', (side, bad) => {
    expect(toSetLines(bad, { makeCalls: true })).toBeUndefined();
    expect(toRemoveLines(bad)).toBeUndefined();
    expect(toRemoveGoneLines([bad])).toEqual([]);
    expect(toLookLines(bad)).toEqual(side === 'delegate' ? [look] : undefined);
    expect(toPolicyLines(id)).toBeUndefined();
  });
});
