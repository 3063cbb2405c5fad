import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import type { Confirmation, Counterpart } from '../../../src/contract/confirmation.js';
import { rights, type Right } from '../../../src/contract/delegation.js';
import type { PageConfig } from '../../../src/contract/pageConfig.js';
import { ApiProblem } from '../../../src/tab/api/TabProblem.js';
import type { Api } from '../../../src/tab/api/client.js';
import type { RowMarks } from '../../../src/tab/delegation/OtherSideMark.js';
import {
  diffRights,
  findOutcome,
  type ChangeRequest,
  type RequestedChange,
  type RequestOutcome,
} from '../../../src/tab/features/ask/ChangeRequest.js';
import { toAskSubject, toAskTexts, type AskRequest } from '../../../src/tab/features/ask/toAskTexts.js';
import { toManageSteps, toStepText, type ManageGoal } from '../../../src/tab/features/ask/toManageSteps.js';
import { toWays } from '../../../src/tab/features/ask/toWays.js';
import { PrintedRecord } from '../../../src/tab/features/confirm/PrintedRecord.js';
import { ShareChoice, useSharing } from '../../../src/tab/features/confirm/ShareChoice.js';
import { CounterpartMarks } from '../../../src/tab/features/counterparts/CounterpartMarks.js';
import { toRows } from '../../../src/tab/features/export/table.js';
import {
  findDelegations,
  noCriteria,
  type Criteria,
} from '../../../src/tab/features/find/findDelegations.js';
import { DelegationCards } from '../../../src/tab/features/list/DelegationCards.js';
import { DelegationTable } from '../../../src/tab/features/list/DelegationTable.js';
import { ManageHelp } from '../../../src/tab/features/manage/ManageHelp.js';
import { longestLink } from '../../../src/tab/host/messageLinks.js';
import { loadLaterMessages } from '../../../src/tab/i18n/loadMessages.js';
import { isolated } from '../../support/isolated.js';
import { readMessages } from '../../support/readMessages.js';
import { aDelegation, inactive, unreported, type Traits } from '../support/delegation.js';
import { inSession, showInSession } from '../support/inSession.js';
import { mixedDelegation } from '../support/mixedDelegation.js';

describe('the list', () => {
  const delegation = (id: string, displayName: string, traits: Traits = {}) =>
    mixedDelegation(id, { person: { displayName, mail: `${id}@contoso.com` }, ...traits });
  const show = (element: ReactElement) =>
    render(<FluentProvider theme={teamsLightTheme}>{element}</FluentProvider>);
  const nothing = () => undefined;

  test('the table has a column per right, with Yes, No or Not reported in each cell', () => {
    show(
      <DelegationTable
        list="delegates"
        delegations={[delegation('a', 'Adele')]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );
    const table = screen.getByRole('table', { name: 'Your delegates' });

    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual([
      'Person',
      'Make calls',
      'Receive calls',
      'Pick up held calls',
      'Join active calls',
      'Change settings',
      'Status',
    ]);
    const cells = within(table)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells.slice(0, 5)).toEqual(['Yes', 'No', 'Not reported', 'Yes', 'No']);
    expect(screen.getByTitle(`${isolated('Adele')} can make calls on your behalf.`)).toBeTruthy();
  });

  test('shows the mail address when job titles are not permitted', () => {
    show(
      <DelegationTable
        list="delegates"
        delegations={[delegation('a', 'Adele')]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );

    expect(screen.getByRole('rowheader').textContent).toContain('a@contoso.com');
  });

  test('cards show held rights, then unreported ones, then one line with those not held', () => {
    show(
      <DelegationCards
        list="delegators"
        delegations={[delegation('a', 'Adele')]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );
    const [, rights] = screen.getAllByRole('list');
    if (rights === undefined) throw new Error('There is no list of rights.');

    expect(
      within(rights)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Make calls', 'Join active calls', 'Pick up held calls (Not reported)']);
    expect(screen.getByText('Not: Receive calls and Change settings')).toBeTruthy();
  });

  test('a click on the name or anywhere in the row opens the details', async () => {
    const opened: string[] = [];
    const people = [delegation('a', 'Adele'), delegation('b', 'Lee')];
    show(
      <DelegationTable
        list="delegates"
        delegations={people}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={(id) => void opened.push(id)}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Lee' }));

    expect(opened).toEqual(['b']);
    const [, ofAdele] = screen.getAllByRole('row');
    await userEvent.click(within(ofAdele ?? document.body).getAllByText('Yes')[0] ?? document.body);

    expect(opened).toEqual(['b', 'a']);
  });

  test('an entry without an id shows its rights but opens no details', () => {
    const nameless = delegation('', '', { person: null, personStatus: 'unavailable' });
    show(
      <DelegationTable
        list="delegates"
        delegations={[nameless, nameless]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );

    expect(screen.getAllByRole('rowheader')).toHaveLength(2);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('a deleted account is labelled as deleted despite other data from Graph', () => {
    const ghost = delegation('a', '', { person: null, personStatus: 'notFound', isActive: true });
    show(
      <DelegationTable
        list="delegates"
        delegations={[ghost]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );

    expect(screen.getByRole('rowheader').textContent).toContain('This account was deleted');
    expect(screen.getByText('Account deleted')).toBeTruthy();
  });

  test.each([
    ['a blocked account', { person: { displayName: 'Otto', accountEnabled: false } }, 'Account blocked'],
    ['an inactive delegation', { isActive: false }, 'Inactive'],
    ['an unreported status', { isActive: null }, 'Not reported'],
  ])('%s has a badge', (_, traits: Traits, badge) => {
    show(
      <DelegationTable
        list="delegates"
        delegations={[delegation('a', 'Otto', traits)]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );

    expect(screen.getAllByRole('cell').at(-1)?.textContent).toContain(badge);
    expect(screen.queryByText('Active')).toBeNull();
  });

  test('an unchanged row updates its relative date after midnight', () => {
    jest.useFakeTimers({ now: new Date(2026, 10, 23, 23, 50) });
    show(
      <DelegationTable
        list="delegates"
        delegations={[delegation('a', 'Adele', { createdDateTime: new Date(2026, 10, 23, 9).toISOString() })]}
        extras={new Map()}
        changed={new Map()}
        marks={new Map()}
        open={nothing}
      />,
    );
    expect(screen.getByText(/\(today\)/)).toBeTruthy();
    jest.setSystemTime(new Date(2026, 10, 24, 0, 10));
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });

    expect(screen.getByText(/\(yesterday\)/)).toBeTruthy();
    jest.useRealTimers();
  });
});

describe('find', () => {
  const named = (id: string, displayName: string, traits: Traits = {}) =>
    mixedDelegation(id, { person: { displayName, jobTitle: 'Chief', department: 'Vorstand' }, ...traits });

  describe('searching', () => {
    const [diego, amelie, gone] = [
      named('1', 'Diego Marenco', { createdDateTime: '2024-01-01T00:00:00Z' }),
      named('2', 'Amélie Roux', {
        isActive: false,
        rights: { makeCalls: null, pickUpHeldCalls: null },
      }),
      mixedDelegation('3', { person: null, personStatus: 'notFound', createdDateTime: null }),
    ];
    const all = [diego, amelie, gone];
    const idsFor = (criteria: Partial<Criteria>) =>
      findDelegations(all, { ...noCriteria, ...criteria }, 'en').map(({ id }) => id);

    test('returns everyone in list order without criteria', () => {
      expect(idsFor({})).toEqual(['1', '2', '3']);
    });
    test.each([
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
      expect(idsFor(criteria)).toEqual(ids);
    });
  });
});

describe('the exported table', () => {
  const { first, later } = readMessages('en');

  test('a row distinguishes held, not held and not reported rights', () => {
    expect(toRows([mixedDelegation('a')], undefined, first, later)[1]).toEqual([
      'Name a',
      '',
      '',
      '',
      'Yes',
      'No',
      'Not reported',
      'Yes',
      'No',
      'Active',
      '2025-01-14',
      '',
      'a',
    ]);
    expect(
      toRows(
        [
          mixedDelegation('a', {
            isActive: null,
            createdDateTime: null,
            person: null,
            personStatus: 'notFound',
          }),
        ],
        undefined,
        first,
        later,
      )[1],
    ).toEqual([
      'Unknown person',
      '',
      '',
      '',
      'Yes',
      'No',
      'Not reported',
      'Yes',
      'No',
      'Status not reported (account deleted)',
      'Not reported',
      '',
      'a',
    ]);
  });

  test.each([
    ['confirmed', { isRight: true }, 'Confirmed by Name a · 2026-11-03'],
    ['not right', { isRight: false }, 'Name a says this isn’t right'],
    ['confirmed before a change', { isRight: true, isActive: false }, 'Confirmed by Name a before it changed'], // prettier-ignore
    ['nothing shared', undefined, 'Nothing shared about this'],
  ])('says what the other party shared: %s', (_, said, cell) => {
    const delegation = mixedDelegation('a');
    const counterpart = { ...delegation, confirmedAt: '2026-11-03T12:00:00Z', isRight: true, ...said };
    const counterparts = new Map([['a', said === undefined ? null : counterpart]]);
    const [head, row] = toRows([delegation], counterparts, first, later);

    expect(row?.[head?.indexOf('Other side') ?? 0]).toBe(cell);
  });
});

describe('help', () => {
  /** The messages load after the page. */
  const show = async (config: Partial<PageConfig>) => {
    showInSession(<ManageHelp />, config);
    await screen.findByText('How to change who can act for whom', {}, { timeout: 30_000 });
  };

  test.each([
    ['help@contoso.com', 'mailto:help@contoso.com', ''],
    ['https://help.contoso.com/calls', 'https://help.contoso.com/calls', ' (opens in a new window)'],
  ])('shows the support contact %s', async (text, href, mark) => {
    await show({ supportContact: { text, href } });
    const link = screen.getByText(`Help with this app: ${isolated(text)}`, { exact: false }).closest('a');

    expect(link?.getAttribute('href')).toBe(href);
    expect(link?.textContent).toBe(`Help with this app: ${isolated(text)}${mark}`);
  });

  test('shows no support contact when none is configured', async () => {
    await show({});

    expect(screen.queryByText(/Help with this app/)).toBeNull();
  });
});

describe('marks of counterparts', () => {
  const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const people = (count: number) => Array.from({ length: count }, (_, index) => aDelegation(idOf(index)));
  const [ann = aDelegation('')] = people(1);
  const sharedByAnn: Counterpart = {
    ...ann,
    isRight: true,
    confirmedAt: `${new Date().getFullYear()}-03-03T12:00:00Z`,
  };

  type Ask = (path: string) => Promise<{ value: Counterpart[] }>;

  function show(ask: Ask, delegations = [ann]) {
    const Page = ({ asOf }: { asOf: number }) => {
      const [marks, setMarks] = useState<RowMarks>(new Map());
      return (
        <>
          <CounterpartMarks list="delegates" delegations={delegations} asOf={asOf} mark={setMarks} />
          {[...marks].map(([id, mark]) => (
            <p key={id}>{mark}</p>
          ))}
        </>
      );
    };
    const wrap = inSession({ api: { send: ask as Api['send'] } });
    const { rerender } = render(wrap(<Page asOf={1} />));
    return (asOf: number) => {
      rerender(wrap(<Page asOf={asOf} />));
    };
  }

  const settle = () =>
    act(async () => {
      await loadLaterMessages('en');
      await new Promise((resolve) => setTimeout(resolve));
    });

  test('marks the row of a person who shared a confirmation, and asks for nothing but the ids', async () => {
    const ask = jest.fn<ReturnType<Ask>, Parameters<Ask>>(() => Promise.resolve({ value: [sharedByAnn] }));
    show(ask);
    await settle();

    expect(await screen.findByText(/^Confirmed by .* · Mar 3$/)).not.toBeNull();
    expect(ask.mock.calls).toEqual([[`/api/counterparts/delegates?id=${idOf(0)}`]]);
  });

  test('asks for 50 ids at a time', async () => {
    const ask = jest.fn<ReturnType<Ask>, Parameters<Ask>>(() => Promise.resolve({ value: [] }));
    show(ask, people(120));
    await settle();

    expect(ask.mock.calls.map(([path]) => path.split('id=').length - 1)).toEqual([50, 50, 20]);
  });

  test('reads them again after the list was read again', async () => {
    const answers = [{ value: [sharedByAnn] }, { value: [{ ...sharedByAnn, isRight: false }] }];
    const ask: Ask = () => Promise.resolve(answers.shift() ?? { value: [] });
    const refresh = show(ask);
    await settle();
    await screen.findByText(/^Confirmed by/);

    refresh(2);
    expect(await screen.findByText(/ says this isn’t right$/)).not.toBeNull();
  });

  test('shows nothing when the read fails, also what was known before', async () => {
    let isDown = false;
    const refresh = show(() =>
      isDown
        ? Promise.reject(new ApiProblem({ code: 'unreachable' }))
        : Promise.resolve({ value: [sharedByAnn] }),
    );
    await settle();
    await screen.findByText(/^Confirmed by/);

    isDown = true;
    refresh(2);
    await waitFor(() => {
      expect(screen.queryByText(/^Confirmed by/)).toBeNull();
    });
  });
});

describe('the request for a change', () => {
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
      [changes[2] as RequestedChange, 'switch on “Make calls” for me, your delegate, and switch off “Receive calls”?'], // prettier-ignore
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
      ['to change rights', { kind: 'rights', give: ['makeCalls'], take: ['joinActiveCalls'] }, ['findPerson', 'switchOn', 'switchOff']], // prettier-ignore
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
});

describe('the printed record', () => {
  const confirmation: Confirmation = {
    id: 'a1de4f1c-0000-4000-8000-000000000c01',
    confirmedAt: '2026-11-24T12:00:00Z',
    fingerprint: 'f',
    shared: false,
    entries: [],
  };

  const recordOf = (whenDone: () => void) => (
    <PrintedRecord
      list="delegates"
      confirmation={confirmation}
      toName={() => null}
      counterparts={undefined}
      whenDone={whenDone}
    />
  );

  test('prints once despite repeated rendering and calls the latest whenDone', async () => {
    const print = jest.spyOn(window, 'print').mockReturnValue(undefined);
    const first = jest.fn();
    const latest = jest.fn();
    const { showAgain } = showInSession(recordOf(first));
    await act(async () => {
      await loadLaterMessages('en');
    });
    showAgain(recordOf(jest.fn()));
    showAgain(recordOf(latest));
    window.dispatchEvent(new Event('afterprint'));

    expect(document.querySelector('[data-record]')).not.toBeNull();
    expect(print).toHaveBeenCalledTimes(1);
    expect(first).not.toHaveBeenCalled();
    expect(latest).toHaveBeenCalledTimes(1);
  });
});

describe('the choice to share', () => {
  const Choice = () => <ShareChoice sharing={useSharing()} />;

  async function show(userId: string): Promise<HTMLInputElement> {
    document.body.replaceChildren();
    showInSession(<Choice />, {}, { userId });
    await act(async () => {
      await loadLaterMessages('en');
    });
    return screen.getByRole('checkbox', { name: 'Let them see it' });
  }

  afterEach(() => {
    jest.restoreAllMocks();
    localStorage.clear();
  });

  test('sharing is on, says exactly what others see, and goes off in one click', async () => {
    const box = await show('ann');

    expect(box.checked).toBe(true);
    expect(screen.getByText(/the delegation between the two of you, and when\. Nothing else\.$/).id).toBe(
      box.getAttribute('aria-describedby'),
    );
    fireEvent.click(box);
    expect(box.checked).toBe(false);
  });

  test('the browser remembers only that a user turned it off, for that user', async () => {
    fireEvent.click(await show('ben'));
    expect(Object.keys(localStorage)).toEqual(['call-delegates.not-shared.ben']);

    expect((await show('ben')).checked).toBe(false);
    expect((await show('cem')).checked).toBe(true);
    fireEvent.click(await show('ben'));
    expect(Object.keys(localStorage)).toEqual([]);
  });

  test('without storage it is on, and the choice lasts for the visit', async () => {
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const box = await show('dan');

    expect(box.checked).toBe(true);
    fireEvent.click(box);
    expect((await show('dan')).checked).toBe(false);
  });
});
