import type { Presence, Right } from '../../../../src/contract/delegation.js';
import { isInCall, toPresenceNow } from '../../../../src/tab/delegation/presenceNow.js';
import { groupReachability } from '../../../../src/tab/features/attention/reachability.js';
import { toDevice, toUses, type Device, type Use } from '../../../../src/tab/delegation/toUses.js';
import { aDelegation, disabled, gone, inactive, unreported, type Traits } from '../../support/delegation.js';
import { presence } from './findingTable.js';

const all: Traits = {
  holds: ['makeCalls', 'receiveCalls', 'pickUpHeldCalls', 'joinActiveCalls', 'manageCallAndDelegateSettings'],
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
    [
      'pickUpHeldCalls',
      { desktop: true, mac: true, web: true, phone: false, deskPhone: true, unknown: null },
    ],
    [
      'joinActiveCalls',
      { desktop: null, mac: false, web: true, phone: false, deskPhone: true, unknown: null },
    ],
    [
      'manageCallAndDelegateSettings',
      { desktop: true, mac: true, web: true, phone: true, deskPhone: true, unknown: true },
    ],
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
