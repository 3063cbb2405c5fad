import { rights, type Right } from '../../../../src/contract/delegation.js';
import {
  diffRights,
  type RequestedChange,
  findOutcome,
  type ChangeRequest,
  type RequestOutcome,
} from '../../../../src/tab/features/ask/ChangeRequest.js';
import {
  toManageSteps,
  toStepText,
  type ManageGoal,
} from '../../../../src/tab/features/ask/toManageSteps.js';
import { toAskSubject, toAskTexts, type AskRequest } from '../../../../src/tab/features/ask/toAskTexts.js';
import { toWays } from '../../../../src/tab/features/ask/toWays.js';
import { readMessages } from '../../../support/readMessages.js';
import { longestLink } from '../../../../src/tab/host/messageLinks.js';
import { isolated } from '../../../support/isolated.js';
import { aDelegation, inactive, unreported, type Traits } from '../../support/delegation.js';

const english = readMessages('en');
const language = { messages: english.later.ask, rights: english.first.rights, locale: 'en' };
const give = (...some: Right[]): RequestedChange => ({ kind: 'rights', give: some, take: [] });
const take = (...some: Right[]): RequestedChange => ({ kind: 'rights', give: [], take: some });
const changes: readonly RequestedChange[] = [
  give('makeCalls', 'pickUpHeldCalls'),
  take('joinActiveCalls'),
  { kind: 'rights', give: ['makeCalls'], take: ['receiveCalls'] },
  { kind: 'activate' },
  { kind: 'end' },
];

describe('the requested change', () => {
  const now = aDelegation('x', { holds: ['makeCalls', 'receiveCalls'], rights: { joinActiveCalls: null } });

  test.each([
    ['granting a right', { pickUpHeldCalls: true }, give('pickUpHeldCalls')],
    ['withdrawing a right', { makeCalls: false }, take('makeCalls')],
    ['nothing that is already so', { makeCalls: true, pickUpHeldCalls: false }, undefined],
    ['nothing that was not requested', {}, undefined],
    ['granting a right that is not reported', { joinActiveCalls: true }, give('joinActiveCalls')],
    ['withdrawing a right that is not reported', { joinActiveCalls: false }, take('joinActiveCalls')],
  ] as const)('includes %s', (_, wished, change) => {
    expect(diffRights(now.allowedActions, wished)).toEqual(change);
  });
});

describe('a request', () => {
  const request = { delegatorName: 'Diego', delegateName: 'Amina Okafor', wasSoOn: 'November 3' };

  test.each(changes)('is one paragraph that names the change, in ever shorter variants: %j', (change) => {
    const messages = toAskTexts({ ...request, change }, language);
    const lengths = messages.map((message) => message.length);

    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    for (const message of messages) {
      expect(message).toContain('Diego');
      expect(message).not.toMatch(/\n|undefined/);
    }
    expect(messages[0]).toContain('Settings > Calls > Manage delegates > Amina Okafor');
    expect(messages[0]).toContain('November 3');
    expect(new Set(messages).size).toBe(messages.length);
  });

  test.each<[RequestedChange, string]>([
    [changes[0] as RequestedChange, 'switch on “Make calls” and “Pick up held calls” for me'],
    [changes[1] as RequestedChange, 'switch off “Join active calls” for me'],
    [
      changes[2] as RequestedChange,
      'switch on “Make calls” for me, your delegate, and switch off “Receive calls”?',
    ],
    [changes[3] as RequestedChange, 'is inactive'],
    [changes[4] as RequestedChange, 'remove me from your delegates'],
  ])('keeps the change in its shortest variant: %j', (change, words) => {
    expect(toAskTexts({ ...request, change }, language).at(-1)).toContain(words);
  });

  test('works without the delegate’s name and without a date', () => {
    const bare: AskRequest = {
      change: give('makeCalls'),
      delegatorName: 'Diego',
      delegateName: undefined,
      wasSoOn: undefined,
    };

    expect(toAskTexts(bare, language)[0]).toBe(
      'Hi Diego, could you switch on “Make calls” for me, your delegate? In Teams: Settings and more (…) > Settings > Calls > Manage delegates. Thank you!',
    );
  });

  test('has a separate subject for ending a delegation', () => {
    expect(toAskSubject({ kind: 'end' }, language)).not.toBe(toAskSubject({ kind: 'activate' }, language));
  });
});

describe('delivery of a message', () => {
  const ways = (contact: { chat: string | null; mail: string | null }, texts: readonly string[]) =>
    toWays(contact, 'Subject', texts);

  test('offers chat, mail and copying', () => {
    expect(ways({ chat: 'ann@corp.example', mail: 'ann.x@corp.example' }, ['Hello\nyou'])).toEqual([
      {
        way: 'chat',
        user: 'ann@corp.example',
        message: 'Hello you',
        link: 'https://teams.microsoft.com/l/chat/0/0?users=ann%40corp.example&message=Hello%20you',
      },
      {
        way: 'mail',
        address: 'ann.x@corp.example',
        message: 'Hello\nyou',
        link: 'mailto:ann.x@corp.example?subject=Subject&body=Hello%0D%0Ayou',
      },
      { way: 'copy', message: 'Hello\nyou' },
    ]);
  });

  test('offers only copying for a person without chat and mail addresses', () => {
    expect(ways({ chat: null, mail: null }, ['Hello'])).toEqual([{ way: 'copy', message: 'Hello' }]);
  });

  test('keeps a long name whole and shortens our text instead', () => {
    const delegatorName = 'ليلى المنصوري '.repeat(17).trim();
    const delegateName = 'Maximiliane Hohenstein '.repeat(9).trim();
    const texts = toAskTexts(
      { change: give(...rights), delegatorName, delegateName, wasSoOn: 'today' },
      language,
    );
    const [chat] = ways({ chat: 'layla@corp.example', mail: null }, texts);

    if (chat?.way !== 'chat') throw new Error('There is no chat.');
    expect(chat.link.length).toBeLessThanOrEqual(longestLink);
    expect(chat.message).toContain(delegatorName);
    expect(texts.indexOf(chat.message)).toBeGreaterThan(0);
  });

  test('leaves out links that are too long and always offers the whole text for copying', () => {
    const long = 'x'.repeat(longestLink);
    expect(ways({ chat: 'ann@corp.example', mail: 'ann@corp.example' }, [long])).toEqual([
      { way: 'copy', message: long },
    ]);
  });
});

describe('numbered steps', () => {
  test.each<[string, ManageGoal, readonly string[]]>([
    [
      'to change rights',
      { kind: 'rights', give: ['makeCalls'], take: ['joinActiveCalls'] },
      ['findPerson', 'switchOn', 'switchOff'],
    ],
    ['to give rights', give('makeCalls'), ['findPerson', 'switchOn']],
    ['to take rights', take('makeCalls'), ['findPerson', 'switchOff']],
    ['to end the delegation', { kind: 'end' }, ['removePerson']],
    ['to an inactive delegation', { kind: 'activate' }, ['findPerson']],
    ['to add or remove people', { kind: 'list' }, ['addPerson', 'removePerson']],
  ])('lead the user %s', (_, goal, own) => {
    const steps = toManageSteps(goal, 'computer');

    expect(steps.map(({ step }) => step)).toEqual(['openSettings', 'openDelegates', ...own, 'comeBack']);
    const sentences = steps.map((step) => toStepText(step, 'Amina', language));
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.join(' ')).not.toContain('undefined');
    expect(sentences.filter((sentence) => sentence.includes('Amina'))).not.toEqual([]);
  });

  test('take another path on a phone', () => {
    expect(
      toManageSteps({ kind: 'activate' }, 'phone').map((step) => toStepText(step, 'Amina', language)),
    ).toContain('Tap Calling, then Delegates.');
  });
});

test('steps fit both the bin of the new settings and the tabs and menus of the old dialog', () => {
  const say = (goal: ManageGoal) =>
    toManageSteps(goal, 'computer').map((step) => toStepText(step, 'Amina', language));

  expect(say({ kind: 'end' })).toEqual([
    'In Teams, open Settings and more (…), then Settings.',
    'Choose Calls and go to Manage delegates. If there is a tab called Your delegates, open it.',
    `To remove ${isolated('Amina')}, choose the bin next to the name. If there is no bin, open the name or its menu (…).`,
    'Come back here and refresh: this page says whether it has happened.',
  ]);
  expect(say({ kind: 'list' })[2]).toBe('To add someone, choose Add a delegate.');
});

describe('the outcome after a refresh', () => {
  const ask = (change: RequestedChange): ChangeRequest => ({ list: 'delegators', id: 'x', change, at: 0 });

  test.each<[string, RequestedChange, Traits | undefined, RequestOutcome]>([
    ['a right that was granted', give('makeCalls'), { holds: ['makeCalls'] }, 'happened'],
    ['a right that was not granted', give('makeCalls'), {}, 'notYet'],
    ['a right that was withdrawn', take('makeCalls'), {}, 'happened'],
    ['one of two rights granted', give('makeCalls', 'joinActiveCalls'), { holds: ['makeCalls'] }, 'partly'],
    [
      'one right granted, another not withdrawn',
      { kind: 'rights', give: ['makeCalls'], take: ['receiveCalls'] },
      { holds: ['makeCalls', 'receiveCalls'] },
      'partly',
    ],
    ['a right that is no longer reported', give('makeCalls'), { rights: unreported }, 'notReported'],
    ['a withdrawal that is not reported', take('makeCalls'), { rights: unreported }, 'notReported'],
    [
      'one right granted, another not reported',
      give('makeCalls', 'joinActiveCalls'),
      { holds: ['makeCalls'], rights: { joinActiveCalls: null } },
      'partly',
    ],
    [
      'one right not granted, another not reported',
      give('makeCalls', 'joinActiveCalls'),
      { holds: [], rights: { joinActiveCalls: null } },
      'notYet',
    ],
    ['a right of a delegation that has ended', give('makeCalls'), undefined, 'ended'],
    ['a delegation that became active', { kind: 'activate' }, {}, 'happened'],
    ['a delegation that stayed inactive', { kind: 'activate' }, inactive, 'notYet'],
    ['a status that is not reported', { kind: 'activate' }, { isActive: null }, 'notReported'],
    ['an activation of a delegation that has ended', { kind: 'activate' }, undefined, 'ended'],
    ['an end that happened', { kind: 'end' }, undefined, 'happened'],
    ['an end that did not happen', { kind: 'end' }, {}, 'notYet'],
  ])('is right for %s', (_, change, traits, outcome) => {
    const list = [aDelegation('y'), ...(traits === undefined ? [] : [aDelegation('x', traits)])];

    expect(findOutcome(ask(change), list)).toBe(outcome);
    expect(english.later.ask.outcome[outcome]({ name: 'Diego' })).toContain('Diego');
  });
});
