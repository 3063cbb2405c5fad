import type { ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import type { Presence } from '../../../../src/contract/delegation.js';
import { isInCall, toPresenceNow } from '../../../../src/tab/delegation/presenceNow.js';
import {
  collectFindings,
  type AttentionInput,
  type FindingCode,
} from '../../../../src/tab/features/attention/collectFindings.js';
import { toPeople, toUnreadTexts } from '../../../../src/tab/features/attention/findingTexts.js';
import { groupReachability } from '../../../../src/tab/features/attention/ReachabilityPanel.js';
import { toFindingTask } from '../../../../src/tab/features/attention/Findings.js';
import { readMessages } from '../../../support/readMessages.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../../support/delegation.js';

/** Two delegates who may answer. Yields no finding. */
const calm: AttentionInput = {
  list: 'delegates',
  delegations: [aDelegation('ann'), aDelegation('ben')],
  other: [],
  presence: new Map(),
  lastConfirmed: [],
  counterparts: new Map(),
  teamsPhone: 'enabled',
  isCallingAllowed: true,
};

type Changes = Partial<AttentionInput>;

const delegators: Changes = { list: 'delegators' };
const unnamed: Traits = { personStatus: 'unavailable' };
const powerless: Traits = { holds: [] };
const silent: Traits = { rights: unreported };
const manager: Traits = { holds: ['receiveCalls', 'manageCallAndDelegateSettings'] };

/** A list of these people: "x", "y" and so on. */
const people = (...traits: Traits[]): Changes => ({
  delegations: traits.map((each, index) => aDelegation('xyz'.charAt(index), each)),
});
const many = (count: number) => Array.from({ length: count }, (_, index) => aDelegation(`p${index}`));

/** Uses the same word for availability and activity. */
const presence = (words: Readonly<Record<string, string>>): ReadonlyMap<string, Presence> =>
  new Map(Object.entries(words).map(([id, word]) => [id, { availability: word, activity: word }]));

const wrong = (id: string, change: Partial<ConfirmedEntry> = {}): ConfirmedEntry => ({
  ...aDelegation(id),
  isRight: false,
  ...change,
});
const shared = (id: string, change: Partial<ConfirmedEntry> = {}): Changes => ({
  counterparts: new Map([[id, { ...wrong(id, change), confirmedAt: '2026-11-03T08:00:00Z' }]]),
});
const { allowedActions } = aDelegation('ann');
const changedRight = { allowedActions: { ...allowedActions, makeCalls: true } };
const unknownRight = { allowedActions: { receiveCalls: true } };

type Expected = {
  readonly ids: readonly string[];
  readonly unsure?: readonly string[];
  readonly step: string;
  /** Defaults to `ids`. */
  readonly stepIds?: readonly string[];
  readonly reason?: string;
};

type FindingRow = readonly [what: string, changes: Changes, expected?: Expected];

/** Tests a finding. Each row has the case, its difference from `calm`, and the finding, if there is one. */
function testFinding(code: FindingCode, rows: readonly FindingRow[]): void {
  for (const [what, changes, expected] of rows) {
    test(`${code}: ${what}`, () => {
      const finding = collectFindings({ ...calm, ...changes }).find((candidate) => candidate.code === code);

      if (expected === undefined) {
        expect(finding).toBeUndefined();
        return;
      }
      const { ids, unsure = [], step, stepIds = ids, reason } = expected;
      const { list = calm.list } = changes;
      expect(finding).toMatchObject({ code, list, ids, unsure, next: { step, ids: stepIds } });
      expect(finding?.reason).toBe(reason);
    });
  }
}

describe('findings about accounts', () => {
  const toAdministrator = { ids: ['x'], step: 'sendToAdministrator' };
  const toSettings = { ids: ['x'], step: 'manageDelegates' };
  const toDetails = { ids: ['x'], step: 'openDetails' };

  testFinding('accountGone', [
    ['a delegate', people(gone), toAdministrator],
    ['a delegator', { ...delegators, ...people(gone) }, toAdministrator],
    ['several people, as one finding', people(gone, {}, gone), { ...toAdministrator, ids: ['x', 'z'] }],
    ['not a person whose lookup failed', people(unnamed)],
    ['not a blocked account', people(disabled)],
  ]);

  testFinding('accountDisabled', [
    ['a delegate, whom the user can remove', people(disabled), toSettings],
    ['a delegator, whom only an administrator can', { ...delegators, ...people(disabled) }, toAdministrator],
    ['not an account of unknown status', people({ person: { accountEnabled: null } })],
  ]);

  testFinding('otherSaysWrong', [
    ['a delegate says so, and the user changes it', shared('ann'), { ...toSettings, ids: ['ann'] }],
    ['a delegator says so, and the user asks', { ...delegators, ...shared('ann') }, { ids: ['ann'], step: 'ask' }], // prettier-ignore
    ['a delegator who cannot be asked', { ...delegators, ...people(gone), ...shared('x') }, toAdministrator],
    ['an entry with a right that is newer than the record', shared('ann', unknownRight), { ...toSettings, ids: ['ann'] }], // prettier-ignore
    ['not an entry that the other party called right', shared('ann', { isRight: true })],
    ['not a person who shared nothing', { counterparts: new Map([['ann', null]]) }],
    ['not after a right has changed', shared('ann', changedRight)],
    ['not after the status has changed', shared('ann', { isActive: false })],
  ]);

  const both = { lastConfirmed: [wrong('x'), wrong('y')] };
  testFinding('stillWrong', [
    ['a delegate', { ...people({}), ...both }, toSettings],
    ['delegators', { ...delegators, ...people({}, {}), ...both }, { ids: ['x', 'y'], step: 'ask' }],
    [
      'delegators, only one of whom can be asked',
      { ...delegators, ...people(gone, {}), ...both },
      { ids: ['x', 'y'], step: 'ask', stepIds: ['y'] },
    ],
    ['a delegator who cannot be asked', { ...delegators, ...people(gone), ...both }, toAdministrator],
    ['a delegate whom only an administrator can remove', { ...people(gone), ...both }, toAdministrator],
    ['not an entry that was right', { lastConfirmed: [wrong('ann', { isRight: true })] }],
    ['not after a right has changed', { lastConfirmed: [wrong('ann', changedRight)] }],
    ['not after the status has changed', { lastConfirmed: [wrong('ann', { isActive: null })] }],
    ['not a person who left the list', { lastConfirmed: [wrong('zoe')] }],
  ]);

  testFinding('inactive', [
    ['a delegate', people(inactive), toSettings],
    ['a delegator', { ...delegators, ...people(inactive) }, { ids: ['x'], step: 'ask' }],
    ['a delegator who cannot be asked', { ...delegators, ...people({ ...inactive, ...unnamed }) }, toAdministrator], // prettier-ignore
    ['not an unreported status', people({ isActive: null })],
  ]);

  testFinding('bothWays', [
    ['with case-insensitive ids', { ...people({}, {}), other: [aDelegation('X'), aDelegation('zoe')] }, toDetails], // prettier-ignore
    ['not two entries without an id', { delegations: [aDelegation('')], other: [aDelegation('')] }],
  ]);

  const limit = { ids: [], step: 'manageDelegates' };
  const toAsk = { ids: [], step: 'ask', stepIds: many(23).map(({ id }) => id) };
  testFinding('nearLimit', [
    ['23 delegates', { delegations: many(23) }, limit],
    ['23 delegators', { ...delegators, delegations: many(23) }, toAsk],
    ['not 22 delegates', { delegations: many(22) }],
  ]);

  testFinding('notReported', [
    ['a right', people({ rights: { joinActiveCalls: null } }, {}), toDetails],
    ['a status', { ...delegators, ...people({ isActive: null }) }, toDetails],
    ['not a date', people({ createdDateTime: null })],
  ]);
});

describe('findings about calls', () => {
  const step = 'manageDelegates';

  testFinding('nobodyReceives', [
    ['no one holds the right', people(powerless), { ids: ['x'], step }],
    ['the only holder is not in force', people(inactive), { ids: [], step }],
    ['no one is known to hold the right', people(silent), { ids: [], unsure: ['x'], step }],
    ['not with a holder of unreported status', people({ isActive: null })],
    ['not in an empty list', people()],
    ['not in the list of delegators', { ...delegators, ...people(powerless) }],
  ]);

  testFinding('onlyOneReceives', [
    ['the other could be given the right', people({}, powerless), { ids: ['x'], step, stepIds: ['y'] }],
    ['the other is not in force', people({}, inactive), { ids: ['x'], step, stepIds: [] }],
    ['the other right is not reported', people({}, silent), { ids: ['x'], unsure: ['y'], step, stepIds: [] }],
    ['not with two holders', people({}, {})],
    ['not without any holder', people(powerless)],
    ['not in the list of delegators', { ...delegators, ...people({}) }],
  ]);

  const away = presence({ x: 'Away', y: 'BeRightBack', z: 'Available' });
  const allAway = { ids: ['x', 'y'], step: 'checkCallSettings', stepIds: [] };
  const except = (x: string) => ({ ...people({}, {}), presence: presence({ x, y: 'Away' }) });
  testFinding('everybodyAway', [
    ['all who may answer', { ...people({}, {}), presence: away }, allAway],
    ['the available person may not answer', { ...people({}, {}, powerless), presence: away }, allAway],
    ['the available person is inactive', { ...people({}, {}, inactive), presence: away }, allAway],
    ['not with someone busy', except('Busy')],
    ['not with unknown presence', { ...people({}, {}), presence: presence({ x: 'Away' }) }],
    ['not with an unrecognised presence', except('Napping')],
    ['not when no one may answer', { ...people(powerless), presence: away }],
    ['not in the list of delegators', { ...delegators, ...people({}, {}), presence: away }],
  ]);

  testFinding('mayChangeSettings', [
    ['one of two', people(manager, {}), { ids: ['x'], step: 'openDetails' }],
    ['not a delegation that is not in force', people({ ...manager, ...inactive })],
    ['not an unreported right', people(silent)],
    ['not in the list of delegators', { ...delegators, ...people(manager) }],
  ]);

  const noTeamsPhone = (reason: string) => ({ ids: [], step: 'sendToAdministrator', reason });
  testFinding('noTeamsPhone', [
    ['an unknown licence', { teamsPhone: null, isCallingAllowed: false }, noTeamsPhone('callingNotAllowed')],
    ['a licence without calls', { isCallingAllowed: false }, noTeamsPhone('callingNotAllowed')],
    ['a suspended licence', { teamsPhone: 'suspended', isCallingAllowed: false }, noTeamsPhone('suspended')],
    ['in the list of delegators too', { ...delegators, teamsPhone: 'none' }, noTeamsPhone('none')],
    ['not in a grace period', { teamsPhone: 'warning' }],
    ['not when nothing is known', { teamsPhone: null, isCallingAllowed: undefined }],
  ]);
});

describe('reachability', () => {
  test('lists who may answer by presence, and who may pick up or join', () => {
    const all: Traits = { holds: ['receiveCalls', 'pickUpHeldCalls', 'joinActiveCalls'] };
    const delegates = [
      aDelegation('ANN', all),
      aDelegation('ben'),
      aDelegation('cat'),
      aDelegation('dan'),
      aDelegation('eve', { holds: ['pickUpHeldCalls'] }),
      aDelegation('fay', silent),
      aDelegation('idle', { ...all, ...inactive }),
    ];
    const words = { ann: 'Available', ben: 'Busy', cat: 'Away', idle: 'Available' };
    const reachability = {
      mayAnswer: { there: ['ANN'], busy: ['ben'], away: ['cat'], unknown: ['dan'] },
      mayAnswerUnsure: ['fay'],
      mayPickUp: ['ANN', 'eve'],
      mayJoin: ['ANN'],
    };

    expect(groupReachability(delegates, presence(words))).toEqual(reachability);
    expect(groupReachability(delegates, undefined).mayAnswer.unknown).toEqual(['ANN', 'ben', 'cat', 'dan']);
  });

  test.each([
    ['Available', 'there'],
    ['AvailableIdle', 'there'],
    ['Busy', 'busy'],
    ['busyidle', 'busy'],
    ['InAMeeting', 'busy'],
    ['Away', 'away'],
    ['BeRightBack', 'away'],
    ['DONOTDISTURB', 'away'],
    ['Offline', 'away'],
    ['OutOfOffice', 'away'],
    ['PresenceUnknown', 'unknown'],
    ['', 'unknown'],
  ] as const)('maps the presence %s to %s, unless the person is out of office', (availability, now) => {
    expect(toPresenceNow({ availability, activity: 'Whatever' })).toBe(now);
    expect(toPresenceNow({ availability, activity: 'OutOfOffice' })).toBe('away');
  });

  test.each([
    ['InACall', true],
    ['inaconferencecall', true],
    ['Available', false],
    ['InAMeeting', false],
    ['Presenting', null],
    ['PresenceUnknown', null],
    ['Napping', null],
  ] as const)('maps the activity %s to in a call: %s', (activity, answer) => {
    expect(isInCall({ availability: 'Busy', activity })).toBe(answer);
  });
});

describe('an administrator’s task for', () => {
  const reader = 'a1de4f1c-0000-4000-8000-00000000000b';
  const toReader = (id: string) => ({ delegatorId: id, delegateId: reader });

  test.each([
    [
      'deleted delegates',
      { delegations: [aDelegation('y', gone), aDelegation('z', gone)] },
      {
        task: 'removeDelegations',
        because: 'goneDelegate',
        pairs: ['y', 'z'].map((delegateId) => ({ delegatorId: reader, delegateId })),
        names: [],
      },
    ],
    [
      'a deleted delegator',
      { ...delegators, delegations: [aDelegation('y', gone)] },
      { task: 'removeDelegations', because: 'goneDelegator', pairs: [toReader('y')], names: [] },
    ],
    [
      'a blocked delegator',
      { ...delegators, ...people(disabled) },
      { task: 'removeDelegations', because: 'disabled', pairs: [toReader('x')], names: ['Ann'] },
    ],
    [
      'an inactive delegator who cannot be asked',
      { ...delegators, ...people({ ...inactive, ...unnamed }) },
      { task: 'checkDelegations', pairs: [toReader('x')], names: ['Ann'] },
    ],
    ['a missing licence', { teamsPhone: 'none' }, { task: 'assignTeamsPhone' }],
  ] as const)('%s', (_, changes, task) => {
    const [finding] = collectFindings({ ...calm, ...changes });

    if (finding === undefined) throw new Error('Nothing was found.');
    expect(finding.next.step).toBe('sendToAdministrator');
    expect(toFindingTask(finding, reader, (id) => (id === 'x' ? 'Ann' : null))).toEqual(task);
  });
});

describe('all findings together', () => {
  const messages = readMessages('en').later.attention;
  const { unread } = messages;
  const language = { messages, locale: 'en', toName: (id: string) => id };
  const unseen = (...ids: string[]) => ({ presence: unread.presence({ people: toPeople(ids, language) }) });
  const unknown = (value: undefined | null): Changes => ({
    other: value,
    presence: value,
    lastConfirmed: value,
    counterparts: undefined,
    teamsPhone: value,
    isCallingAllowed: undefined,
  });

  test('are none in a healthy or empty list', () => {
    for (const changes of [{}, delegators, people()])
      expect(collectFindings({ ...calm, ...changes })).toEqual([]);
  });

  test.each([undefined, null])('draw no conclusion from data that is %s', (value) => {
    expect(collectFindings({ ...calm, ...unknown(value) })).toEqual([]);
  });

  test('are sorted by severity, then by the contract’s order', () => {
    const codes = (changes: Changes) =>
      collectFindings({ ...calm, ...changes }).map(({ code, severity }) => `${severity} ${code}`);
    const delegations = [
      aDelegation('gone', gone),
      aDelegation('blocked', disabled),
      aDelegation('idle', inactive),
      aDelegation('manager', { holds: ['manageCallAndDelegateSettings'], isActive: null }),
      ...many(19).map(({ id }) => aDelegation(id, powerless)),
    ];
    const bad = { teamsPhone: 'none', lastConfirmed: [wrong('idle', inactive)] } as const;

    expect(codes({ delegations, other: delegations, ...bad, ...shared('idle', inactive) })).toEqual([
      'danger accountGone',
      'danger accountDisabled',
      'warning otherSaysWrong',
      'warning stillWrong',
      'warning nobodyReceives',
      'warning inactive',
      'warning noTeamsPhone',
      'info mayChangeSettings',
      'info bothWays',
      'info nearLimit',
      'info notReported',
    ]);
    expect(codes({ ...people({ ...manager, isActive: null }), presence: presence({ x: 'Away' }) })).toEqual([
      'warning everybodyAway',
      'info onlyOneReceives',
      'info mayChangeSettings',
      'info notReported',
    ]);
  });

  test.each<[string, Changes, ReturnType<typeof toUnreadTexts>]>([
    ['nothing', {}, {}],
    ['nothing that is still loading', unknown(undefined), {}],
    ['names', people({ ...unnamed, ...powerless }, powerless), { names: unread.names({ count: 1 }) }],
    ['accounts', people({ person: { accountEnabled: null }, ...powerless }, powerless), { accounts: unread.accounts }], // prettier-ignore
    ['no deleted account', people(gone), {}],
    ['the presence of one person', { presence: presence({ ann: 'Away' }) }, unseen('ben')],
    ['the presence of everyone', { presence: null }, unseen('ann', 'ben')],
    ['no presence in the list of delegators', { ...delegators, presence: null }, {}],
    ['no presence of people who may not answer', { ...people(powerless), presence: null }, {}],
    ['the licence', { teamsPhone: null }, { licence: unread.licence }],
    ['no licence when the host forbids calls', { teamsPhone: null, isCallingAllowed: false }, {}],
    ['the last confirmation', { lastConfirmed: null }, { confirmation: unread.confirmation }],
    ['the other list', { other: null }, { otherList: unread.otherList }],
  ])('name what could not be read: %s', (_, changes, texts) => {
    const seen = presence({ ann: 'Available', ben: 'Away' });

    expect(toUnreadTexts({ ...calm, presence: seen, ...changes }, language)).toEqual(texts);
  });
});
