import {
  toLookLines,
  toPair,
  toPolicyLines,
  toRemoveGoneLines,
  toRemoveLines,
  toSetLines,
} from '../../../src/tab/administrator/powerShell.js';
import {
  toAdministratorMessage,
  type AdministratorTask,
} from '../../../src/tab/administrator/toAdministratorMessage.js';
import { readMessages } from '../../support/readMessages.js';
import { unreported } from '../support/delegation.js';

describe('PowerShell commands', () => {
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
});

describe('the message to an administrator', () => {
  const { administrator } = readMessages('en');

  const boss = 'a1de4f1c-0000-4000-8000-00000000000b';
  const aide = 'a1de4f1c-0000-4000-8000-00000000000a';
  const ghost = 'a1de4f1c-0000-4000-8000-000000000999';
  const request = { from: 'Amina Okafor', at: 'November 24, 2026 at 10:42 AM UTC', supportCode: 'c0de' };
  const write = (task: AdministratorTask, more = {}) =>
    toAdministratorMessage({ ...request, ...more, task }, administrator, 'en');

  const tasks: readonly AdministratorTask[] = [
    { task: 'consent', link: 'https://login.example/consent' },
    {
      task: 'removeDelegations',
      because: 'goneDelegate',
      pairs: [{ delegatorId: boss, delegateId: ghost }],
      names: [],
    },
    {
      task: 'removeDelegations',
      because: 'goneDelegator',
      pairs: [{ delegatorId: ghost, delegateId: aide }],
      names: [],
    },
    {
      task: 'removeDelegations',
      because: 'disabled',
      pairs: [{ delegatorId: boss, delegateId: aide }],
      names: ['Ann'],
    },
    {
      task: 'changeRights',
      pairs: [{ delegatorId: boss, delegateId: aide }],
      names: [],
      wanted: { makeCalls: true },
    },
    { task: 'checkDelegations', pairs: [{ delegatorId: boss, delegateId: aide }], names: ['Ann', 'Ben'] },
    { task: 'assignTeamsPhone', userId: aide },
    { task: 'allowDelegation', userId: aide },
    { task: 'allowNotifications' },
    { task: 'lookAtApp', code: 'misconfigured' },
    { task: 'lookAtSignIn', because: 'location', code: 'AADSTS53003' },
    { task: 'lookAtSignIn', because: 'device', code: 'AADSTS53000' },
    { task: 'lookAtSignIn', because: 'assignment', code: 'AADSTS50105' },
    { task: 'lookAtSignIn', because: 'account', code: 'AADSTS90072' },
    { task: 'lookAtSignIn', because: 'policy', code: undefined },
  ];

  test.each(tasks)('includes the user, the time, the task and the support code: %j', (task) => {
    const { subject, text } = write(task);

    expect(subject).not.toBe('');
    for (const quoted of [request.from, request.at, request.supportCode]) expect(text).toContain(quoted);
    expect(text).not.toContain('undefined');
  });

  test('includes Entra’s code and the host’s own reason, shortened and in one line', () => {
    expect(write({ task: 'lookAtSignIn', because: 'location', code: 'AADSTS53003' }).text).toContain(
      'AADSTS53003',
    );
    const reason = `resourceRequiresConsent\n${'x'.repeat(1_000)}`;
    const { text } = write({ task: 'lookAtApp', code: 'sign_in_failed' }, { reason });
    const line = text.split('\n\n').find((paragraph) => paragraph.includes('resourceRequiresConsent')) ?? '';

    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(400);
  });

  test('puts the link and the commands in separate paragraphs', () => {
    expect(write(tasks[0] as AdministratorTask).text.split('\n\n')).toContain(
      'https://login.example/consent',
    );
    expect(write(tasks[1] as AdministratorTask).text.split('\n\n')).toContain(
      [
        `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${ghost}`,
        `Get-CsUserCallingSettings -Identity ${boss}`,
      ].join('\n'),
    );
  });

  test('warns that showing the settings can fail after a deleted delegate is removed', () => {
    const paragraphs = write(tasks[1] as AdministratorTask).text.split('\n\n');

    expect(paragraphs).toContain(administrator.commands.removeMayNotShow);
    expect(paragraphs).toContain(administrator.commands.remove);
  });

  test('gives no command for a deleted delegator, but the way to restore it and its object id', () => {
    const { text } = write(tasks[2] as AdministratorTask);

    expect(text).not.toMatch(/PowerShell|-Cs/);
    expect(text).toMatch(/deleted less than 30 days ago, please restore them/);
    expect(text).toMatch(/open a support ticket/);
    expect(text.split('\n\n')).toContain(`Object IDs of these accounts: ${ghost}`);
  });

  test('shows the settings of a delegator once for several delegations', () => {
    const pairs = [aide, ghost].map((delegateId) => ({ delegatorId: boss, delegateId }));

    expect(write({ task: 'checkDelegations', pairs, names: [] }).text.match(/Get-/g)).toHaveLength(1);
  });

  test('puts a name into a sentence, never into a command', () => {
    const evil = 'Ann\nRemove-Item C:\\';
    const { text } = write({
      task: 'removeDelegations',
      because: 'disabled',
      pairs: [{ delegatorId: boss, delegateId: aide }],
      names: [evil],
    });

    expect(text).toContain('Ann Remove-Item C:\\');
    expect(text.split('\n')).not.toContainEqual(expect.stringMatching(/^Remove-Item/));
  });

  test('names the affected people if known', () => {
    expect(write(tasks[5] as AdministratorTask).text).toContain('This is about Ann and Ben.');
    expect(write(tasks[1] as AdministratorTask).text).not.toContain('This is about');
  });

  test('does not mention commands when there are none', () => {
    const pairs = [{ delegatorId: '', delegateId: ghost }];

    expect(
      write({ task: 'removeDelegations', because: 'goneDelegate', pairs, names: [] }).text,
    ).not.toContain('PowerShell');
  });

  test('leaves out an unknown user and support code', () => {
    const { text } = write(
      { task: 'assignTeamsPhone', userId: '' },
      { from: undefined, supportCode: undefined },
    );

    expect(text).not.toContain('undefined');
    expect(text).not.toContain('Support code');
  });
});
