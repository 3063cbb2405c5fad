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
const remove = (delegateId: string) =>
  `Remove-CsUserCallingDelegate -Identity ${boss} -Delegate ${delegateId}`;

describe('the message to an administrator', () => {
  const { administrator: words } = readMessages('en');
  const sender = {
    from: 'Amina Okafor',
    at: 'November 24, 2026 at 10:42 AM UTC',
    userId: boss,
    consentLink: 'https://login.example/consent',
  };
  const { whatToDo, commands } = words;
  const removal = {
    task: 'removeDelegations',
    because: 'goneDelegate',
    pairs: [{ delegatorId: boss, delegateId: ghost }],
    names: [],
  } as const;
  const twice = [pair, { delegatorId: boss, delegateId: ghost }];
  const rights = { ...unreported, makeCalls: true, receiveCalls: false };

  test.each<[task: AdministratorTask, paragraphs: readonly string[]]>([
    [{ task: 'consent' }, [whatToDo.consent, 'https://login.example/consent']],
    [
      removal,
      // Showing the settings can fail after a deleted delegate is removed.
      [whatToDo.removeGone, commands.remove, `${remove(ghost)}\n${look}`, commands.removeMayNotShow],
    ],
    // There are no commands without an object id, and none for a deleted delegator.
    [{ ...removal, pairs: [{ delegatorId: '', delegateId: ghost }] }, [whatToDo.removeGone]],
    [
      { ...removal, because: 'goneDelegator', pairs: [{ delegatorId: ghost, delegateId: aide }] },
      [whatToDo.removeGoneDelegator, `Object IDs of these accounts: ${ghost}`],
    ],
    [
      { ...removal, because: 'disabled', pairs: [pair], names: ['Ann\nRemove-Item C:\\'] },
      [
        whatToDo.removeDisabled,
        'This is about Ann Remove-Item C:\\.',
        commands.change,
        [look, remove(aide), look].join('\n'),
      ],
    ],
    [
      { task: 'changeRights', pairs: [pair], names: [], wanted: rights },
      [
        whatToDo.changeRights,
        commands.change,
        [
          look,
          `Set-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide} -MakeCalls $true -ReceiveCalls $false`,
          look,
        ].join('\n'),
      ],
    ],
    [
      { task: 'checkDelegations', pairs: twice, names: ['Ann', 'Ben'] },
      [whatToDo.checkDelegations, 'This is about Ann and Ben.', commands.look, look],
    ],
    [
      { task: 'allowDelegation' },
      [
        whatToDo.allowDelegation,
        commands.look,
        `Get-CsUserPolicyAssignment -Identity ${boss} -PolicyType TeamsCallingPolicy\n` +
          'Get-CsTeamsCallingPolicy | Format-Table Identity, AllowDelegation',
      ],
    ],
    [
      { task: 'lookAtSignIn', because: 'location', code: 'AADSTS53003' },
      [
        `Microsoft Entra ID refuses my sign-in to the app Call Delegates (AADSTS53003). ${whatToDo.lookAtSignIn.location}`,
      ],
    ],
    [{ task: 'lookAtSignIn', because: 'policy', code: undefined }, [whatToDo.lookAtSignIn.policy]],
    [{ task: 'lookAtApp', code: 'misconfigured' }, [whatToDo.lookAtApp({ code: 'misconfigured' })]],
    [{ task: 'assignTeamsPhone' }, [whatToDo.assignTeamsPhone]],
    [{ task: 'allowNotifications' }, [whatToDo.allowNotifications]],
  ])('for the task %j', (task, paragraphs) => {
    const { subject, text } = toAdministratorMessage({ task, supportCode: 'c0de' }, sender, words, 'en');

    expect(subject).toBe(words.subject[task.task]);
    expect(text.split('\n\n')).toEqual([
      'Hello,',
      ...paragraphs,
      'I’m Amina Okafor, and I saw this on November 24, 2026 at 10:42 AM UTC.',
      'Support code: c0de',
      'Thank you!',
    ]);
  });

  test('contains the host’s own reason, shortened and in one line', () => {
    const reason = `resourceRequiresConsent\n${'x'.repeat(1_000)}`;
    const { text } = toAdministratorMessage({ task: { task: 'consent' }, reason }, sender, words, 'en');

    expect(text).toMatch(/^Reason that was given: resourceRequiresConsent x{276}$/m);
  });

  test('leaves out an unknown user and support code', () => {
    const unknown = { ...sender, from: undefined };
    const { text } = toAdministratorMessage({ task: { task: 'consent' } }, unknown, words, 'en');

    expect(text).toMatch(/\n\nI saw this on .*\.\n\nThank you!$/);
  });
});

describe('PowerShell commands', () => {
  test('set each right by its own parameter, and none that is unknown or not requested', () => {
    const wanted = {
      makeCalls: true,
      receiveCalls: false,
      pickUpHeldCalls: true,
      joinActiveCalls: false,
      manageCallAndDelegateSettings: true,
    };

    expect(toSetLines(pair, wanted)[1]).toBe(
      `Set-CsUserCallingDelegate -Identity ${boss} -Delegate ${aide} -MakeCalls $true -ReceiveCalls $false -PickUpHeldCalls $true -JoinActiveCalls $false -ManageSettings $true`,
    );
    expect([...toSetLines(pair, unreported), ...toSetLines(pair, {})]).toEqual([]);
  });

  test('have the delegator as the identity in both lists', () => {
    expect(toPair('delegates', aide, boss)).toEqual(pair);
    expect(toPair('delegators', boss, aide)).toEqual(pair);
  });

  test('remove only deleted delegates with a GUID, and show each delegator once', () => {
    const pairs = [aide, ghost, 'not-a-guid'].map((delegateId) => ({ delegatorId: boss, delegateId }));

    expect(toRemoveGoneLines(pairs)).toEqual([remove(aide), remove(ghost), look]);
  });

  test.each(['', 'Diego Marenco', `${boss}; Remove-Item C:\\`, `${boss}\n`, `{${boss}}`])(
    'are none when an id is %j',
    (id) => {
      for (const bad of [
        { delegatorId: id, delegateId: aide },
        { delegatorId: boss, delegateId: id },
      ]) {
        const lines = [toSetLines(bad, { makeCalls: true }), toRemoveLines(bad), toRemoveGoneLines([bad])];
        expect(lines.flat()).toEqual([]);
      }
      expect([...toLookLines({ delegatorId: id, delegateId: aide }), ...toPolicyLines(id)]).toEqual([]);
    },
  );
});
