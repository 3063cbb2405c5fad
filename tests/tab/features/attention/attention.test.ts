import type { ConfirmedEntry } from '../../../../src/contract/confirmation.js';
import type { Presence, Right } from '../../../../src/contract/delegation.js';
import { isInCall, toPresenceNow } from '../../../../src/tab/delegation/presenceNow.js';
import { toDevice, toUses, type Device, type Use } from '../../../../src/tab/delegation/toUses.js';
import type { AttentionInput } from '../../../../src/tab/features/attention/AttentionInput.js';
import { groupReachability } from '../../../../src/tab/features/attention/reachability.js';
import { toFindingTask } from '../../../../src/tab/features/attention/toFindingTask.js';
import { collectFindings } from '../../../../src/tab/features/attention/collectFindings.js';
import { collectUnread } from '../../../../src/tab/features/attention/collectUnread.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../../support/delegation.js';
import { calm, many, presence, testFinding } from './findingTable.js';

describe('findings about accounts', () => {
  const list = 'delegators';
  const toAdministrator = 'sendToAdministrator';

  const wrong = (id: string, change: Partial<ConfirmedEntry> = {}): ConfirmedEntry => ({
    id,
    isActive: true,
    isRight: false,
    allowedActions: aDelegation(id).allowedActions,
    ...change,
  });
  const { allowedActions } = aDelegation('ann');

  testFinding('accountGone', [
    ['a delegate', { delegations: [aDelegation('x', gone)] }, { ids: ['x'], step: toAdministrator }],
    ['a delegator', { list, delegations: [aDelegation('x', gone)] }, { ids: ['x'], step: toAdministrator }],
    [
      'several people, as one finding',
      { delegations: [aDelegation('x', gone), aDelegation('y'), aDelegation('z', gone)] },
      { ids: ['x', 'z'], step: toAdministrator },
    ],
    [
      'not a person whose lookup failed',
      { delegations: [aDelegation('x', { personStatus: 'unavailable' })] },
      undefined,
    ],
    ['not a blocked account', { delegations: [aDelegation('x', disabled)] }, undefined],
  ]);

  testFinding('accountDisabled', [
    [
      'a delegate, whom the user can remove',
      { delegations: [aDelegation('x', disabled)] },
      { ids: ['x'], step: 'manageDelegates' },
    ],
    [
      'a delegator, whose delegation only an administrator can end',
      { list, delegations: [aDelegation('x', disabled)] },
      { ids: ['x'], step: toAdministrator },
    ],
    [
      'not an account of unknown status',
      { delegations: [aDelegation('x', { person: { accountEnabled: null } })] },
      undefined,
    ],
  ]);

  const shared = (id: string, change: Partial<ConfirmedEntry> = {}) =>
    [id, { ...wrong(id, change), confirmedAt: '2026-11-03T08:00:00Z' }] as const;

  testFinding('otherSaysWrong', [
    [
      'a delegate says so, and the user changes it',
      { counterparts: new Map([shared('ann')]) },
      { ids: ['ann'], step: 'manageDelegates' },
    ],
    [
      'delegators say so, and the user asks',
      { list, counterparts: new Map([shared('ann'), shared('ben')]) },
      { ids: ['ann', 'ben'], step: 'ask' },
    ],
    [
      'a delegator who cannot be asked',
      { list, delegations: [aDelegation('ann', gone)], counterparts: new Map([shared('ann')]) },
      { ids: ['ann'], step: toAdministrator },
    ],
    [
      'an entry with a right that is newer than the record',
      { counterparts: new Map([shared('ann', { allowedActions: { receiveCalls: true } })]) },
      { ids: ['ann'], step: 'manageDelegates' },
    ],
    [
      'not an entry that the other party called right',
      { counterparts: new Map([shared('ann', { isRight: true })]) },
      undefined,
    ],
    ['not a person who shared nothing', { counterparts: new Map([['ann', null]]) }, undefined],
    [
      'not after a right has changed',
      { counterparts: new Map([shared('ann', { allowedActions: { ...allowedActions, makeCalls: true } })]) },
      undefined,
    ],
    [
      'not after the status has changed',
      { counterparts: new Map([shared('ann', { isActive: false })]) },
      undefined,
    ],
  ]);

  testFinding('stillWrong', [
    ['a delegate', { lastConfirmed: [wrong('ann')] }, { ids: ['ann'], step: 'manageDelegates' }],
    [
      'delegators',
      { list, lastConfirmed: [wrong('ann'), wrong('ben')] },
      { ids: ['ann', 'ben'], step: 'ask' },
    ],
    [
      'delegators, only one of whom can be asked',
      {
        list,
        delegations: [aDelegation('ann', gone), aDelegation('ben')],
        lastConfirmed: [wrong('ann'), wrong('ben')],
      },
      { ids: ['ann', 'ben'], step: 'ask', stepIds: ['ben'] },
    ],
    [
      'a delegator who cannot be asked',
      { list, delegations: [aDelegation('ann', gone)], lastConfirmed: [wrong('ann')] },
      { ids: ['ann'], step: toAdministrator },
    ],
    [
      'a delegate whom only an administrator can remove',
      { delegations: [aDelegation('ann', gone)], lastConfirmed: [wrong('ann')] },
      { ids: ['ann'], step: toAdministrator },
    ],
    [
      'an entry with a right that is newer than the record',
      { lastConfirmed: [wrong('ann', { allowedActions: { receiveCalls: true } })] },
      { ids: ['ann'], step: 'manageDelegates' },
    ],
    ['not an entry that was right', { lastConfirmed: [wrong('ann', { isRight: true })] }, undefined],
    [
      'not after a right has changed',
      { lastConfirmed: [wrong('ann', { allowedActions: { ...allowedActions, makeCalls: true } })] },
      undefined,
    ],
    [
      'not after an unreported right is reported',
      { lastConfirmed: [wrong('ann', { allowedActions: { ...allowedActions, makeCalls: null } })] },
      undefined,
    ],
    ['not after the status has changed', { lastConfirmed: [wrong('ann', { isActive: null })] }, undefined],
    ['not a person who left the list', { lastConfirmed: [wrong('zoe')] }, undefined],
  ]);

  testFinding('inactive', [
    ['a delegate', { delegations: [aDelegation('x', inactive)] }, { ids: ['x'], step: 'manageDelegates' }],
    ['a delegator', { list, delegations: [aDelegation('x', inactive)] }, { ids: ['x'], step: 'ask' }],
    [
      'a delegator who cannot be asked',
      { list, delegations: [aDelegation('x', { ...inactive, personStatus: 'unavailable' })] },
      { ids: ['x'], step: toAdministrator },
    ],
    ['not an unreported status', { delegations: [aDelegation('x', { isActive: null })] }, undefined],
  ]);

  testFinding('bothWays', [
    [
      'a delegate, with case-insensitive ids',
      { other: [aDelegation('BEN'), aDelegation('zoe')] },
      { ids: ['ben'], step: 'openDetails' },
    ],
    ['a delegator', { list, other: [aDelegation('ann')] }, { ids: ['ann'], step: 'openDetails' }],
    [
      'not two entries without an id',
      { delegations: [aDelegation('')], other: [aDelegation('')] },
      undefined,
    ],
  ]);

  const all = many(23);
  testFinding('nearLimit', [
    ['23 delegates', { delegations: all }, { ids: [], step: 'manageDelegates' }],
    ['23 delegators', { list, delegations: all }, { ids: [], step: 'ask', stepIds: all.map(({ id }) => id) }],
    ['more than the limit', { delegations: many(26) }, { ids: [], step: 'manageDelegates' }],
    ['not 22 delegates', { delegations: many(22) }, undefined],
  ]);

  testFinding('notReported', [
    [
      'a right',
      { delegations: [aDelegation('x', { rights: { joinActiveCalls: null } }), aDelegation('y')] },
      { ids: ['x'], step: 'openDetails' },
    ],
    [
      'a status',
      { list, delegations: [aDelegation('x', { isActive: null })] },
      { ids: ['x'], step: 'openDetails' },
    ],
    ['not a date', { delegations: [aDelegation('x', { createdDateTime: null })] }, undefined],
  ]);
});

describe('findings about calls', () => {
  const list = 'delegators';
  const step = 'manageDelegates';
  const powerless: Traits = { holds: [] };
  const manager: Traits = { holds: ['receiveCalls', 'manageCallAndDelegateSettings'] };
  const silent: Traits = { rights: unreported };

  testFinding('nobodyReceives', [
    [
      'no one holds the right',
      { delegations: [aDelegation('x', { holds: ['makeCalls'] })] },
      { ids: ['x'], step },
    ],
    ['the only holder is inactive', { delegations: [aDelegation('x', inactive)] }, { ids: [], step }],
    ['the only holder’s account is deleted', { delegations: [aDelegation('x', gone)] }, { ids: [], step }],
    [
      'the only holder’s account is blocked',
      { delegations: [aDelegation('x', disabled)] },
      { ids: [], step },
    ],
    [
      'no one is known to hold the right',
      { delegations: [aDelegation('x', silent)] },
      { ids: [], unsure: ['x'], step },
    ],
    [
      'not with a holder of unreported status',
      { delegations: [aDelegation('x', { isActive: null })] },
      undefined,
    ],
    [
      'not with a holder of unknown name',
      { delegations: [aDelegation('x', { personStatus: 'unavailable' })] },
      undefined,
    ],
    ['not in an empty list', { delegations: [] }, undefined],
    ['not in the list of delegators', { list, delegations: [aDelegation('x', powerless)] }, undefined],
  ]);

  testFinding('onlyOneReceives', [
    [
      'the others could be given the right',
      { delegations: [aDelegation('x'), aDelegation('y', powerless)] },
      { ids: ['x'], step, stepIds: ['y'] },
    ],
    [
      'the other delegation is inactive',
      { delegations: [aDelegation('x'), aDelegation('y', inactive)] },
      { ids: ['x'], step, stepIds: [] },
    ],
    [
      'the other account is deleted',
      { delegations: [aDelegation('x'), aDelegation('y', gone)] },
      { ids: ['x'], step, stepIds: [] },
    ],
    [
      'the other account is blocked',
      { delegations: [aDelegation('x'), aDelegation('y', disabled)] },
      { ids: ['x'], step, stepIds: [] },
    ],
    [
      'the other right is not reported',
      { delegations: [aDelegation('x'), aDelegation('y', silent)] },
      { ids: ['x'], unsure: ['y'], step, stepIds: [] },
    ],
    ['not with two holders', {}, undefined],
    ['not without any holder', { delegations: [aDelegation('x', powerless)] }, undefined],
    ['not in the list of delegators', { list, delegations: [aDelegation('x')] }, undefined],
  ]);

  const everybodyAway = { ids: ['ann', 'ben'], step: 'checkCallSettings', stepIds: [] };
  testFinding('everybodyAway', [
    ['Away and BeRightBack', { presence: presence({ ann: 'Away', ben: 'BeRightBack' }) }, everybodyAway],
    [
      'Offline and DoNotDisturb, case-insensitively',
      { presence: presence({ ann: 'offline', ben: 'DONOTDISTURB' }) },
      everybodyAway,
    ],
    [
      'out of office, though available',
      {
        presence: new Map([
          ...presence({ ben: 'Away' }),
          ['ann', { availability: 'Available', activity: 'OutOfOffice' }],
        ]),
      },
      everybodyAway,
    ],
    [
      'the available people may not answer',
      {
        delegations: [
          aDelegation('ann'),
          aDelegation('ben'),
          aDelegation('cat', powerless),
          aDelegation('dan', inactive),
        ],
        presence: presence({ ann: 'Away', ben: 'Away', cat: 'Available', dan: 'Available' }),
      },
      everybodyAway,
    ],
    ['not with someone busy', { presence: presence({ ann: 'Away', ben: 'Busy' }) }, undefined],
    ['not with unknown presence', { presence: presence({ ann: 'Away' }) }, undefined],
    ['not with an unrecognised presence', { presence: presence({ ann: 'Away', ben: 'Napping' }) }, undefined],
    ['not with PresenceUnknown', { presence: presence({ ann: 'Away', ben: 'PresenceUnknown' }) }, undefined],
    [
      'not when no one may answer',
      { delegations: [aDelegation('x', powerless)], presence: presence({ x: 'Away' }) },
      undefined,
    ],
    ['not in the list of delegators', { list, presence: presence({ ann: 'Away', ben: 'Away' }) }, undefined],
  ]);

  testFinding('mayChangeSettings', [
    [
      'one of two',
      { delegations: [aDelegation('x', manager), aDelegation('y')] },
      { ids: ['x'], step: 'openDetails' },
    ],
    ['not a deleted account', { delegations: [aDelegation('x', { ...manager, ...gone })] }, undefined],
    ['not a blocked account', { delegations: [aDelegation('x', { ...manager, ...disabled })] }, undefined],
    [
      'not an inactive delegation',
      { delegations: [aDelegation('x', { ...manager, ...inactive })] },
      undefined,
    ],
    ['not an unreported right', { delegations: [aDelegation('x', silent)] }, undefined],
    ['not in the list of delegators', { list, delegations: [aDelegation('x', manager)] }, undefined],
  ]);

  const noTeamsPhone = { ids: [], step: 'sendToAdministrator' };
  testFinding('noTeamsPhone', [
    ['no licence', { teamsPhone: 'none' }, noTeamsPhone],
    [
      'no licence, though the host allows calls',
      { teamsPhone: 'none', isCallingAllowed: true },
      noTeamsPhone,
    ],
    ['a suspended licence', { teamsPhone: 'suspended' }, noTeamsPhone],
    ['a host that forbids calls', { isCallingAllowed: false }, noTeamsPhone],
    [
      'a host that forbids calls, with an unknown licence',
      { teamsPhone: null, isCallingAllowed: false },
      noTeamsPhone,
    ],
    ['in the list of delegators too', { list, teamsPhone: 'none' }, noTeamsPhone],
    ['not in a grace period', { teamsPhone: 'warning' }, undefined],
    ['not when the host reports nothing', { isCallingAllowed: undefined }, undefined],
    ['not when nothing is known', { teamsPhone: null, isCallingAllowed: undefined }, undefined],
  ]);

  test.each([
    [{ teamsPhone: 'none' }, 'none'],
    [{ teamsPhone: 'suspended', isCallingAllowed: false }, 'suspended'],
    [{ teamsPhone: 'enabled', isCallingAllowed: false }, 'callingNotAllowed'],
  ] as const)('noTeamsPhone: %j has the reason %s', (input, reason) => {
    expect(collectFindings({ ...calm, ...input })).toMatchObject([{ code: 'noTeamsPhone', reason }]);
  });
});

describe('findings about reachability', () => {
  const all: Traits = {
    holds: [
      'makeCalls',
      'receiveCalls',
      'pickUpHeldCalls',
      'joinActiveCalls',
      'manageCallAndDelegateSettings',
    ],
  };

  describe('reachability of a delegator', () => {
    const delegates = [
      aDelegation('ann', all),
      aDelegation('ben'),
      aDelegation('cat'),
      aDelegation('dan'),
      aDelegation('eve', { holds: ['pickUpHeldCalls'] }),
      aDelegation('fay', { rights: unreported }),
      aDelegation('gone', { ...all, ...gone }),
      aDelegation('blocked', { ...all, ...disabled }),
      aDelegation('idle', { ...all, ...inactive }),
    ];

    test('lists who may answer by presence, and who may pick up or join', () => {
      const words = { ann: 'Available', ben: 'Busy', cat: 'Away', gone: 'Available', idle: 'Available' };

      expect(groupReachability(delegates, presence(words))).toEqual({
        mayAnswer: { there: ['ann'], busy: ['ben'], away: ['cat'], unknown: ['dan'] },
        mayAnswerUnsure: ['fay'],
        mayPickUp: ['ann', 'eve'],
        mayJoin: ['ann'],
      });
    });

    test('reports unknown presence as unknown', () => {
      expect(groupReachability(delegates, undefined).mayAnswer).toEqual({
        there: [],
        busy: [],
        away: [],
        unknown: ['ann', 'ben', 'cat', 'dan'],
      });
    });

    test('matches ids case-insensitively', () => {
      const { mayAnswer } = groupReachability([aDelegation('ANN')], presence({ ann: 'Available' }));
      expect(mayAnswer.there).toEqual(['ANN']);
    });
  });

  describe('a delegate’s rights', () => {
    const useOf = (right: Right, traits: Traits, seen?: Presence, device?: Device): Use | undefined =>
      toUses(aDelegation('boss', traits), seen, device).uses.find((use) => use.right === right);

    test.each<[string, Traits, Partial<Use>]>([
      ['held and in force', all, { isHeld: true, isUsable: true }],
      ['not held', { holds: [] }, { isHeld: false, isUsable: false }],
      ['not reported', { rights: unreported }, { isHeld: null, isUsable: false }],
      ['held and inactive', { ...all, ...inactive }, { isHeld: true, isUsable: false }],
      ['held, with a blocked account', { ...all, ...disabled }, { isHeld: true, isUsable: false }],
      ['held, with a deleted account', { ...all, ...gone }, { isHeld: true, isUsable: false }],
    ])('an allowed action is %s', (_, traits, use) => {
      expect(useOf('makeCalls', traits)).toMatchObject(use);
    });

    test.each<[Right, Readonly<Record<Device | 'unknown', boolean | null>>]>([
      ['makeCalls', { desktop: true, mac: true, web: true, phone: true, deskPhone: true, unknown: true }],
      ['receiveCalls', { desktop: true, mac: true, web: true, phone: true, deskPhone: true, unknown: true }],
      ['pickUpHeldCalls', { desktop: true, mac: true, web: true, phone: false, deskPhone: true, unknown: null }], // prettier-ignore
      ['joinActiveCalls', { desktop: null, mac: false, web: true, phone: false, deskPhone: true, unknown: null }], // prettier-ignore
      ['manageCallAndDelegateSettings', { desktop: true, mac: true, web: true, phone: true, deskPhone: true, unknown: true }], // prettier-ignore
    ])('%s works only on the supported devices', (right, expected) => {
      for (const [device, worksHere] of Object.entries(expected)) {
        const here = device === 'unknown' ? undefined : (device as Device);
        expect([device, useOf(right, all, undefined, here)?.worksHere]).toEqual([device, worksHere]);
      }
    });

    test('rights over an active call report whether there is one', () => {
      const inCall = { availability: 'Busy', activity: 'InACall' };

      expect(useOf('joinActiveCalls', all, inCall)?.isInCall).toBe(true);
      expect(useOf('pickUpHeldCalls', all, { availability: 'Busy', activity: 'InAMeeting' })?.isInCall).toBe(
        false,
      );
      expect(useOf('joinActiveCalls', all)?.isInCall).toBeNull();
      expect(useOf('makeCalls', all, inCall)?.isInCall).toBeUndefined();
    });

    test('report the standing of the delegation', () => {
      expect(toUses(aDelegation('boss', inactive), undefined, undefined).standing).toBe('inactive');
    });
  });

  test.each([
    ['Available', 'there'],
    ['AvailableIdle', 'there'],
    ['Busy', 'busy'],
    ['busyidle', 'busy'],
    ['InAMeeting', 'busy'],
    ['Away', 'away'],
    ['BeRightBack', 'away'],
    ['DoNotDisturb', 'away'],
    ['Offline', 'away'],
    ['OutOfOffice', 'away'],
    ['PresenceUnknown', 'unknown'],
    ['', 'unknown'],
  ] as const)('maps the presence %s to %s', (word, now) => {
    expect(toPresenceNow({ availability: word, activity: 'Whatever' })).toBe(now);
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

  test.each([
    ['desktop', 'desktop'],
    ['web', 'web'],
    ['macos', 'mac'],
    ['android', 'phone'],
    ['ios', 'phone'],
    ['ipados', 'phone'],
    ['teamsPhones', 'deskPhone'],
    ['surfaceHub', undefined],
    [undefined, undefined],
  ] as const)('maps the client type %s to the device %s', (clientType, device) => {
    expect(toDevice(clientType)).toBe(device);
  });
});

describe('the task of a finding', () => {
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
    const [finding] = collectFindings({ ...calm, ...input });

    if (finding === undefined) throw new Error('Nothing was found.');
    expect(finding.next.step).toBe('sendToAdministrator');
    expect(toFindingTask(finding, reader, (id) => names.get(id))).toEqual(task);
  });
});

describe('the order of findings', () => {
  const unknown = (value: undefined | null): Partial<AttentionInput> => ({
    other: value,
    presence: value,
    lastConfirmed: value,
    counterparts: undefined,
    teamsPhone: value,
    isCallingAllowed: undefined,
  });

  test('finds nothing in a healthy or empty list', () => {
    expect(collectFindings(calm)).toEqual([]);
    expect(collectFindings({ ...calm, list: 'delegators' })).toEqual([]);
    expect(collectFindings({ ...calm, delegations: [] })).toEqual([]);
  });

  test.each([undefined, null])('draws no conclusion from data that is %s', (value) => {
    expect(collectFindings({ ...calm, ...unknown(value) })).toEqual([]);
  });

  test('sorts by severity, then by the contract’s order', () => {
    const codes = (input: Partial<AttentionInput>) =>
      collectFindings({ ...calm, ...input }).map(({ code, severity }) => `${severity} ${code}`);
    const lame = [
      aDelegation('gone', gone),
      aDelegation('blocked', disabled),
      aDelegation('idle', inactive),
      aDelegation('manager', { holds: ['manageCallAndDelegateSettings'], isActive: null }),
      ...many(19).map(({ id }) => aDelegation(id, { holds: [] })),
    ];
    const { allowedActions } = aDelegation('idle');
    const wrong = { id: 'idle', isActive: false, isRight: false, allowedActions };
    const counterparts = new Map([['idle', { ...wrong, confirmedAt: '2026-11-03T08:00:00Z' }]]);

    const bad = { teamsPhone: 'none', lastConfirmed: [wrong], counterparts } as const;
    expect(codes({ delegations: lame, other: lame, ...bad })).toEqual([
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
    const boss = aDelegation('boss', {
      holds: ['receiveCalls', 'manageCallAndDelegateSettings'],
      isActive: null,
    });
    expect(codes({ delegations: [boss], presence: presence({ boss: 'Away' }) })).toEqual([
      'warning everybodyAway',
      'info onlyOneReceives',
      'info mayChangeSettings',
      'info notReported',
    ]);
  });

  describe('data that could not be read', () => {
    const unreadOf = (input: Partial<AttentionInput>) =>
      collectUnread({ ...calm, presence: presence({ ann: 'Available', ben: 'Away' }), ...input });

    test.each<[string, Partial<AttentionInput>, ReturnType<typeof collectUnread>]>([
      ['nothing', {}, []],
      ['nothing that is still loading', unknown(undefined), []],
      [
        'names, and so whether accounts exist',
        { delegations: [aDelegation('x', { personStatus: 'unavailable', holds: [] })] },
        [{ what: 'names', ids: ['x'] }],
      ],
      [
        'accounts, and so whether they are blocked',
        {
          delegations: [
            aDelegation('x', { person: { accountEnabled: null }, holds: [] }),
            aDelegation('ann'),
          ],
        },
        [{ what: 'accounts', ids: ['x'] }],
      ],
      ['no deleted account', { delegations: [aDelegation('x', gone)] }, []],
      ['the presence of one person', { presence: presence({ ann: 'Available' }) }, [{ what: 'presence', ids: ['ben'] }]], // prettier-ignore
      ['the presence of everyone', { presence: null }, [{ what: 'presence', ids: ['ann', 'ben'] }]],
      ['no presence in the list of delegators', { list: 'delegators', presence: null }, []],
      ['no presence of people who may not answer', { delegations: [aDelegation('x', { holds: [] })], presence: null }, []], // prettier-ignore
      ['the licence', { teamsPhone: null }, [{ what: 'licence', ids: [] }]],
      ['no licence when the host forbids calls', { teamsPhone: null, isCallingAllowed: false }, []],
      ['no host that reports nothing', { isCallingAllowed: undefined }, []],
      ['the last confirmation', { lastConfirmed: null }, [{ what: 'confirmation', ids: [] }]],
      ['the other list', { other: null }, [{ what: 'otherList', ids: [] }]],
    ])('includes %s', (_, input, unread) => {
      expect(unreadOf(input)).toEqual(unread);
    });
  });
});
