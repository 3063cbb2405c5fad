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

const boss = 'a1de4f1c-0000-4000-8000-00000000000b';
const aide = 'a1de4f1c-0000-4000-8000-00000000000a';
const ghost = 'a1de4f1c-0000-4000-8000-000000000999';
const pair = { delegatorId: boss, delegateId: aide };
const look = `Get-CsUserCallingSettings -Identity ${boss}`;

describe('PowerShell commands', () => {
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
    expect(toSetLines(pair, { ...unreported, makeCalls: false })[1]).toMatch(/-MakeCalls \$false$/);
    expect(toSetLines(pair, unreported)).toEqual([]);
    expect(toSetLines(pair, {})).toEqual([]);
  });

  test('removes the delegate from the delegator', () => {
    const remove = `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide}`;

    expect(toRemoveLines(pair)).toEqual([look, remove, look]);
  });

  test('removes deleted delegates first and shows each delegator once, afterwards', () => {
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

  test.each(['', 'Diego Marenco', `${boss}; Remove-Item C:\\`, `${boss}\n`, `{${boss}}`])(
    'gives no command when an id is %j',
    (id) => {
      for (const bad of [
        { delegatorId: id, delegateId: aide },
        { delegatorId: boss, delegateId: id },
      ]) {
        expect(toSetLines(bad, { makeCalls: true })).toEqual([]);
        expect(toRemoveLines(bad)).toEqual([]);
        expect(toRemoveGoneLines([bad])).toEqual([]);
      }
      expect(toLookLines({ delegatorId: id, delegateId: aide })).toEqual([]);
      expect(toPolicyLines(id)).toEqual([]);
    },
  );
});

describe('the message to an administrator', () => {
  const { administrator } = readMessages('en');
  const sender = {
    from: 'Amina Okafor',
    at: 'November 24, 2026 at 10:42 AM UTC',
    userId: boss,
    consentLink: 'https://login.example/consent',
  };
  const supportCode = 'c0de';
  const write = (task: AdministratorTask, more = {}) =>
    toAdministratorMessage({ supportCode, ...more, task }, { ...sender, ...more }, administrator, 'en');

  const consent: AdministratorTask = { task: 'consent' };
  const removal = (
    because: 'goneDelegate' | 'goneDelegator' | 'disabled',
    delegation = pair,
    names: readonly string[] = [],
  ): AdministratorTask => ({ task: 'removeDelegations', because, pairs: [delegation], names });
  const goneDelegate = removal('goneDelegate', { delegatorId: boss, delegateId: ghost });
  const goneDelegator = removal('goneDelegator', { delegatorId: ghost, delegateId: aide });
  const check: AdministratorTask = { task: 'checkDelegations', pairs: [pair], names: ['Ann', 'Ben'] };
  const blocked = (code: string | undefined): AdministratorTask => ({
    task: 'lookAtSignIn',
    because: 'location',
    code,
  });

  test.each([consent, goneDelegate, blocked(undefined)])(
    'includes the user, the time and the support code, also without Entra’s code: %j',
    (task) => {
      const { subject, text } = write(task);

      expect(subject).not.toBe('');
      for (const quoted of [sender.from, sender.at, supportCode]) expect(text).toContain(quoted);
      expect(text).not.toContain('undefined');
    },
  );

  test('includes Entra’s code and the host’s own reason, shortened and in one line', () => {
    const reason = `resourceRequiresConsent\n${'x'.repeat(1_000)}`;
    const { text } = write(blocked('AADSTS53003'), { reason });
    const line = text.split('\n\n').find((paragraph) => paragraph.includes('resourceRequiresConsent')) ?? '';

    expect(text).toContain('AADSTS53003');
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThan(400);
  });

  test('puts the link and the commands in separate paragraphs', () => {
    expect(write(consent).text.split('\n\n')).toContain('https://login.example/consent');
    expect(write(goneDelegate).text.split('\n\n')).toEqual(
      expect.arrayContaining([
        administrator.commands.remove,
        `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${ghost}\n${look}`,
        // Showing the settings can fail after a deleted delegate is removed.
        administrator.commands.removeMayNotShow,
      ]),
    );
  });

  test('gives no command for a deleted delegator, but the way to restore it and its object id', () => {
    const { text } = write(goneDelegator);

    expect(text).not.toMatch(/PowerShell|-Cs/);
    expect(text).toMatch(/deleted less than 30 days ago, please restore them/);
    expect(text.split('\n\n')).toContain(`Object IDs of these accounts: ${ghost}`);
  });

  test('does not mention commands when there are none', () => {
    expect(write(removal('goneDelegate', { delegatorId: '', delegateId: ghost })).text).not.toContain(
      'PowerShell',
    );
  });

  test('shows the settings of a delegator once for several delegations', () => {
    const pairs = [pair, { delegatorId: boss, delegateId: ghost }];

    expect(write({ task: 'checkDelegations', pairs, names: [] }).text.match(/Get-/g)).toHaveLength(1);
  });

  test('names the affected people if known, in a sentence and never in a command', () => {
    const { text } = write(removal('disabled', pair, ['Ann\nRemove-Item C:\\']));

    expect(text).toContain('Ann Remove-Item C:\\');
    expect(text.split('\n')).not.toContainEqual(expect.stringMatching(/^Remove-Item/));
    expect(write(check).text).toContain('This is about Ann and Ben.');
    expect(write(goneDelegate).text).not.toContain('This is about');
  });

  test('leaves out an unknown user and support code', () => {
    const { text } = write(consent, { from: undefined, supportCode: undefined });

    expect(text).not.toMatch(/undefined|Support code/);
  });
});
