import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { Counterpart } from '../../../src/contract/confirmation.js';
import { rights, type Delegation, type Presence, type Right } from '../../../src/contract/delegation.js';
import { ApiProblem } from '../../../src/tab/api/TabProblem.js';
import type { Api } from '../../../src/tab/api/client.js';
import { WideProvider } from '../../../src/tab/components/useWide.js';
import type { RowMarks } from '../../../src/tab/delegation/OtherSideMark.js';
import {
  diffRights,
  findOutcome,
  type RequestedChange,
  type RequestOutcome,
} from '../../../src/tab/features/ask/ChangeRequest.js';
import {
  toAskSubject,
  toAskTexts,
  toManageSteps,
  type ManageGoal,
} from '../../../src/tab/features/ask/askTexts.js';
import { toWays } from '../../../src/tab/features/ask/AskMessage.js';
import { ShareChoice, useSharing } from '../../../src/tab/features/confirm/ShareChoice.js';
import { CounterpartMarks } from '../../../src/tab/features/counterparts/CounterpartMarks.js';
import { toHint } from '../../../src/tab/features/details/RightsExplained.js';
import { toRows } from '../../../src/tab/features/export/ExportBar.js';
import { findDelegations, noCriteria } from '../../../src/tab/features/find/findDelegations.js';
import { DelegationList } from '../../../src/tab/features/list/DelegationList.js';
import { ManageHelp } from '../../../src/tab/features/manage/ManageHelp.js';
import { longestLink } from '../../../src/tab/host/messageLinks.js';
import { loadLaterMessages } from '../../../src/tab/i18n/Language.js';
import { isolated } from '../../support/isolated.js';
import { readMessages } from '../../support/readMessages.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../support/delegation.js';
import { showInSession } from '../support/inSession.js';

/** A person with little more than a name, whose rights are held, not held and not reported. */
const mixedDelegation = (id: string, { person, ...traits }: Traits = {}): Delegation =>
  aDelegation(id, {
    holds: ['makeCalls', 'joinActiveCalls'],
    rights: { pickUpHeldCalls: null },
    person:
      person === null ? null : { displayName: `Name ${id}`, mail: null, userPrincipalName: null, ...person },
    ...traits,
  });

const messagesLoaded = () => act(() => loadLaterMessages('en'));

describe('the list', () => {
  const opened: string[] = [];
  const show = (layout: 'table' | 'cards', ...delegations: Delegation[]) => {
    window.matchMedia = () =>
      Object.assign(new EventTarget(), { matches: layout === 'table' }) as unknown as MediaQueryList;
    showInSession(
      <WideProvider>
        <DelegationList
          list="delegates"
          delegations={delegations}
          extras={new Map()}
          changed={new Map()}
          marks={new Map()}
          open={(id) => void opened.push(id)}
        />
      </WideProvider>,
    );
  };
  const cells = () => screen.getAllByRole('cell').map(({ textContent }) => textContent);

  test('the table shows Yes, No or Not reported in each cell, and the mail address without a job title', () => {
    show('table', mixedDelegation('a', { person: { mail: 'a@contoso.com' } }));

    expect(cells().slice(0, 5)).toEqual(['Yes', 'No', 'Not reported', 'Yes', 'No']);
    expect(screen.getByRole('rowheader').textContent).toContain('a@contoso.com');
  });

  test('cards show held rights, then unreported ones, then one line with those not held', () => {
    show('cards', mixedDelegation('a'));
    const [, held] = screen.getAllByRole('list');
    const chips = within(held ?? document.body).getAllByRole('listitem');

    expect(chips.map(({ textContent }) => textContent)).toEqual([
      'Make calls',
      'Join active calls',
      'Pick up held calls (Not reported)',
    ]);
    expect(screen.getByText('Not: Receive calls and Change settings')).toBeTruthy();
  });

  test('a click on the name or anywhere in the row opens the details', async () => {
    show('table', mixedDelegation('a'), mixedDelegation('b'));
    await userEvent.click(screen.getByRole('button', { name: 'Name b' }));
    await userEvent.click(screen.getAllByText('Yes')[0] ?? document.body);

    expect(opened).toEqual(['b', 'a']);
  });

  test('an entry without an id shows its rights but opens no details', () => {
    const nameless = mixedDelegation('', { person: null, personStatus: 'unavailable' });
    show('table', nameless, nameless);

    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test.each([
    ['a deleted account', gone, 'Account deleted'],
    ['a blocked account', disabled, 'Account blocked'],
    ['an inactive delegation', inactive, 'Inactive'],
    ['an unreported status', { isActive: null }, 'Not reported'],
  ])('%s has a badge', (_, traits: Traits, badge) => {
    show('table', aDelegation('a', traits));

    expect(cells().at(-1)).toContain(badge);
    expect(screen.queryByText('Active')).toBeNull();
    expect(screen.queryByText('This account was deleted', { exact: false }) !== null).toBe(traits === gone);
  });
});

describe('finding people', () => {
  const named = (id: string, displayName: string, traits: Traits) =>
    mixedDelegation(id, { person: { displayName, jobTitle: 'Chief', department: 'Vorstand' }, ...traits });
  const all = [
    named('1', 'Diego Marenco', { createdDateTime: '2024-01-01T00:00:00Z' }),
    named('2', 'Amélie Roux', { isActive: false, rights: { makeCalls: null } }),
    mixedDelegation('3', { ...gone, createdDateTime: null }),
  ];

  test.each([
    [{}, ['1', '2', '3']],
    [{ search: 'amelie' }, ['2']],
    [{ search: 'ROUX amé' }, ['2']],
    [{ search: 'vorstand' }, ['1', '2']],
    [{ search: '   ' }, ['1', '2', '3']],
    [{ search: '.*' }, []],
    [{ right: 'makeCalls' as const }, ['1', '3']],
    [{ isActiveOnly: true }, ['1', '3']],
    [{ order: 'name' as const }, ['2', '1', '3']],
    [{ order: 'date' as const }, ['2', '1', '3']],
  ])('applies %j', (criteria, ids) => {
    expect(findDelegations(all, { ...noCriteria, ...criteria }, 'en').map(({ id }) => id)).toEqual(ids);
  });
});

test('the exported table distinguishes held, not held and not reported rights, and a deleted account', () => {
  const { first, later } = readMessages('en');
  const rows = toRows(
    [mixedDelegation('a'), mixedDelegation('b', { ...gone, isActive: null, createdDateTime: null })],
    undefined,
    first,
    later,
  );

  expect(rows.slice(1).map((row) => row.join('|'))).toEqual([
    'Name a||||Yes|No|Not reported|Yes|No|Active|2025-01-14||a',
    'Unknown person||||Yes|No|Not reported|Yes|No|Status not reported (account deleted)|Not reported||b',
  ]);
});

test.each([
  ['help@contoso.com', 'mailto:help@contoso.com', ''],
  ['https://help.contoso.com/calls', 'https://help.contoso.com/calls', ' (opens in a new window)'],
])('the help shows the support contact %s', async (text, href, mark) => {
  showInSession(<ManageHelp />, { config: { supportContact: { text, href } } });
  // The messages load after the page.
  const label = await screen.findByText(/^Help with this app/, {}, { timeout: 30_000 });
  const link = label.closest('a');

  expect(link?.getAttribute('href')).toBe(href);
  expect(link?.textContent).toBe(`Help with this app: ${isolated(text)}${mark}`);
});

describe('marks of counterparts', () => {
  const ann = aDelegation('00000000-0000-4000-8000-00000000000a');
  const sharedByAnn: Counterpart = { ...ann, isRight: true, confirmedAt: '2026-03-03T12:00:00Z' };

  /** Shows the marks, and returns a function that reads the list again. */
  async function show(ask: () => Promise<{ value: Counterpart[] }>) {
    const Page = ({ asOf }: { asOf: number }) => {
      const [marks, setMarks] = useState<RowMarks>(new Map());
      return (
        <>
          <CounterpartMarks list="delegates" delegations={[ann]} asOf={asOf} mark={setMarks} />
          {[...marks.values()]}
        </>
      );
    };
    const { rerender } = showInSession(<Page asOf={1} />, { api: { send: ask as Api['send'] } });
    await messagesLoaded();
    await screen.findByText(/^Confirmed by .* · Mar 3$/);
    return () => rerender(<Page asOf={2} />);
  }

  test.each([
    [
      'change',
      () => Promise.resolve({ value: [{ ...sharedByAnn, isRight: false }] }),
      / says this isn’t right$/,
    ],
    ['disappear when that fails', () => Promise.reject(new ApiProblem({ code: 'unreachable' })), undefined],
  ])('are read again with the list, and %s', async (_, again, text) => {
    const answers = [() => Promise.resolve({ value: [sharedByAnn] }), again];
    const readAgain = await show(() => (answers.shift() ?? again)());
    readAgain();

    await waitFor(() => expect(screen.queryByText(/^Confirmed by/)).toBeNull());
    if (text !== undefined) expect(await screen.findByText(text)).not.toBeNull();
  });
});

describe('hints about using a right', () => {
  const inCall = { availability: 'Busy', activity: 'InACall' };
  const inMeeting = { availability: 'Busy', activity: 'InAMeeting' };

  test.each<[Right, Traits, string, Presence | undefined, ReturnType<typeof toHint>]>([
    ['makeCalls', {}, 'android', inCall, undefined],
    ['makeCalls', inactive, 'desktop', undefined, 'notNow'],
    ['joinActiveCalls', disabled, 'ios', inCall, 'notNow'],
    ['joinActiveCalls', {}, 'macos', inCall, 'notHere'],
    ['joinActiveCalls', {}, 'ipados', inCall, 'notHere'],
    ['pickUpHeldCalls', {}, 'ios', inCall, 'notHere'],
    ['pickUpHeldCalls', {}, 'macos', inCall, 'inCall'],
    ['joinActiveCalls', {}, 'teamsPhones', inCall, 'inCall'],
    ['joinActiveCalls', {}, 'desktop', inMeeting, 'notInCall'],
    ['joinActiveCalls', {}, 'web', undefined, undefined],
  ])('%s with %j on %s during %j: %s', (right, traits, clientType, presence, hint) => {
    expect(toHint(right, aDelegation('boss', traits), presence, clientType)).toBe(hint);
  });
});

describe('the request for a change', () => {
  const english = readMessages('en');
  const language = {
    messages: english.later.ask,
    rights: english.first.rights,
    locale: 'en',
    client: 'computer',
  } as const;
  const want = (value: boolean, some: readonly Right[]): RequestedChange => ({
    kind: 'rights',
    wanted: Object.fromEntries(some.map((right) => [right, value])),
  });
  const give = (...some: Right[]) => want(true, some);
  const take = (...some: Right[]) => want(false, some);
  const giveAndTake: RequestedChange = { kind: 'rights', wanted: { makeCalls: true, receiveCalls: false } };

  test.each([
    ['granting a right', { pickUpHeldCalls: true }, give('pickUpHeldCalls')],
    ['withdrawing a right', { makeCalls: false }, take('makeCalls')],
    ['nothing that is already so', { makeCalls: true, pickUpHeldCalls: false }, undefined],
    ['granting a right that is not reported', { joinActiveCalls: true }, give('joinActiveCalls')],
    ['withdrawing a right that is not reported', { joinActiveCalls: false }, take('joinActiveCalls')],
  ] as const)('includes %s', (_, wished, change) => {
    const now = aDelegation('x', { holds: ['makeCalls', 'receiveCalls'], rights: { joinActiveCalls: null } });

    expect(diffRights(now.allowedActions, wished)).toEqual(change);
  });

  describe('in a message', () => {
    const request = { delegatorName: 'Diego', delegateName: 'Amina Okafor', wasSoOn: 'November 3' };

    test.each<[RequestedChange, string]>([
      [give('makeCalls', 'pickUpHeldCalls'), 'switch on “Make calls” and “Pick up held calls” for me'],
      [take('joinActiveCalls'), 'switch off “Join active calls” for me'],
      [giveAndTake, 'switch on “Make calls” for me, your delegate, and switch off “Receive calls”?'],
      [{ kind: 'activate' }, 'is inactive'],
      [{ kind: 'end' }, 'remove me from your delegates'],
    ])('is one paragraph, and even its shortest variant names the change: %j', (change, words) => {
      const texts = toAskTexts({ ...request, change }, language);

      expect([...texts].sort((one, other) => other.length - one.length)).toEqual(texts);
      expect(new Set(texts).size).toBe(4);
      expect(texts[0]).toContain('Settings > Calls > Manage delegates > Amina Okafor');
      expect(texts[0]).toContain('November 3');
      expect(texts.at(-1)).toContain(words);
      for (const text of texts) expect(text).toMatch(/^(?!.*undefined).*Diego.*$/);
    });

    test('works without the delegate’s name and without a date', () => {
      const bare = { ...request, change: give('makeCalls'), delegateName: undefined, wasSoOn: undefined };

      expect(toAskTexts(bare, language)[0]).toBe(
        'Hi Diego, could you switch on “Make calls” for me, your delegate? In Teams: Settings and more (…) > Settings > Calls > Manage delegates. Thank you!',
      );
    });

    test('has a separate subject for ending a delegation', () => {
      expect(toAskSubject({ kind: 'end' }, language)).not.toBe(toAskSubject({ kind: 'activate' }, language));
    });

    test('goes by chat, by mail or to the clipboard', () => {
      expect(
        toWays({ chat: 'ann@corp.example', mail: 'ann.x@corp.example' }, 'Subject', ['Hello\nyou']),
      ).toEqual([
        { way: 'chat', user: 'ann@corp.example', message: 'Hello you' },
        { way: 'mail', address: 'ann.x@corp.example', message: 'Hello\nyou' },
        { way: 'copy', message: 'Hello\nyou' },
      ]);
    });

    test('keeps a long name whole and shortens our text instead', () => {
      const delegatorName = 'ليلى المنصوري '.repeat(17).trim();
      const delegateName = 'Maximiliane Hohenstein '.repeat(9).trim();
      const texts = toAskTexts(
        { change: give(...rights), delegatorName, delegateName, wasSoOn: 'today' },
        language,
      );
      const [chat] = toWays({ chat: 'layla@corp.example', mail: null }, 'Subject', texts);

      expect(chat).toMatchObject({ way: 'chat' });
      expect(chat?.message).toContain(delegatorName);
      expect(texts.indexOf(chat?.message ?? '')).toBeGreaterThan(0);
    });

    test('leaves out links that are too long and always offers the whole text for copying', () => {
      const long = 'x'.repeat(longestLink);
      const copy = [{ way: 'copy', message: long }];

      expect(toWays({ chat: 'ann@corp.example', mail: 'ann@corp.example' }, 'Subject', [long])).toEqual(copy);
      expect(toWays({ chat: null, mail: null }, 'Subject', [long])).toEqual(copy);
    });
  });

  describe('in numbered steps', () => {
    test.each<[string, ManageGoal, readonly (string | RegExp)[]]>([
      ['to change rights', giveAndTake, [/Amina/, 'Switch on “Make calls”.', 'Switch off “Receive calls”.']],
      ['to give rights', give('makeCalls'), [/Amina/, 'Switch on “Make calls”.']],
      ['to an inactive delegation', { kind: 'activate' }, [/Amina/]],
      [
        'to end the delegation',
        { kind: 'end' },
        [
          `To remove ${isolated('Amina')}, choose the bin next to the name. If there is no bin, open the name or its menu (…).`,
        ],
      ],
      [
        'to add or remove people',
        { kind: 'list' },
        ['To add someone, choose Add a delegate.', /^To remove /],
      ],
    ])('leads the user %s', (_, goal, own) => {
      expect(toManageSteps(goal, 'Amina', language)).toEqual([
        'In Teams, open Settings and more (…), then Settings.',
        'Choose Calls and go to Manage delegates. If there is a tab called Your delegates, open it.',
        ...own.map((step) => (typeof step === 'string' ? step : (expect.stringMatching(step) as string))),
        'Come back here and refresh: this page says whether it has happened.',
      ]);
    });

    test('takes another path on a phone', () => {
      expect(toManageSteps({ kind: 'activate' }, 'Amina', { ...language, client: 'phone' })).toContain(
        'Tap Calling, then Delegates.',
      );
    });
  });

  test.each<[string, RequestedChange, Traits | undefined, RequestOutcome]>([
    ['a right that was granted', give('makeCalls'), { holds: ['makeCalls'] }, 'happened'],
    ['a right that was not granted', give('makeCalls'), {}, 'notYet'],
    ['a right that was withdrawn', take('makeCalls'), {}, 'happened'],
    ['one of two rights granted', give('makeCalls', 'joinActiveCalls'), { holds: ['makeCalls'] }, 'partly'],
    [
      'one right granted, another not withdrawn',
      giveAndTake,
      { holds: ['makeCalls', 'receiveCalls'] },
      'partly',
    ],
    ['one right not reported, another not withdrawn', giveAndTake, { rights: { makeCalls: null } }, 'notYet'],
    [
      'one right not reported, another withdrawn',
      giveAndTake,
      { holds: [], rights: { makeCalls: null } },
      'partly',
    ],
    ['rights that are no longer reported', giveAndTake, { rights: unreported }, 'notReported'],
    ['a right of a delegation that has ended', give('makeCalls'), undefined, 'ended'],
    ['a delegation that became active', { kind: 'activate' }, {}, 'happened'],
    ['a delegation that stayed inactive', { kind: 'activate' }, inactive, 'notYet'],
    ['a status that is not reported', { kind: 'activate' }, { isActive: null }, 'notReported'],
    ['an activation of a delegation that has ended', { kind: 'activate' }, undefined, 'ended'],
    ['an end that happened', { kind: 'end' }, undefined, 'happened'],
    ['an end that did not happen', { kind: 'end' }, {}, 'notYet'],
  ])('has the outcome of %s', (_, change, traits, outcome) => {
    const list = [aDelegation('y'), ...(traits === undefined ? [] : [aDelegation('x', traits)])];

    expect(findOutcome({ list: 'delegators', id: 'x', change, at: 0 }, list)).toBe(outcome);
  });
});

describe('the choice to share', () => {
  const Choice = () => <ShareChoice sharing={useSharing()} />;

  async function show(userId: string): Promise<HTMLInputElement> {
    document.body.replaceChildren();
    showInSession(<Choice />, { context: { userId } });
    await messagesLoaded();
    return screen.getByRole('checkbox', { name: 'Let them see it' });
  }

  test('is remembered by the browser only while it is off, and for that user', async () => {
    fireEvent.click(await show('ben'));
    expect(Object.keys(localStorage)).toEqual(['call-delegates.not-shared.ben']);
    expect((await show('ben')).checked).toBe(false);
    expect((await show('cem')).checked).toBe(true);
    fireEvent.click(await show('ben'));

    expect(Object.keys(localStorage)).toEqual([]);
  });

  test('is on without storage, and lasts for the visit', async () => {
    for (const access of ['getItem', 'setItem'] as const) {
      jest.spyOn(Storage.prototype, access).mockImplementation(() => {
        throw new DOMException('denied', 'SecurityError');
      });
    }
    const box = await show('dan');
    expect(box.checked).toBe(true);
    fireEvent.click(box);

    expect((await show('dan')).checked).toBe(false);
  });
});
