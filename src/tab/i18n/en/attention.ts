import type { ListName } from '../../../contract/delegation.js';
import type { Count, CountOfPeople, People } from '../parameters.js';
import { plural } from '../plural.js';

const onlyAnAdministrator = {
  delegators: ({ count }: Count) =>
    plural('en', count, {
      one: 'The account of one person you support no longer exists. Only an administrator can remove this delegation.',
      other: `The accounts of ${count} people you support no longer exist. Only an administrator can remove these delegations.`,
    }),
  delegates: ({ count }: Count) =>
    plural('en', count, {
      one: 'The account of one delegate no longer exists, but their permissions are still there. Only an administrator can remove them.',
      other: `The accounts of ${count} delegates no longer exist, but their permissions are still there. Only an administrator can remove them.`,
    }),
} satisfies Record<ListName, unknown>;

/** What deserves attention, what it means, and what to do about it. */
export const attention = {
  title: 'Worth a look',
  /** Where there is little room: all of it in a line that opens. */
  summary: ({ count }: Count) =>
    plural('en', count, { one: '1 thing is worth a look', other: `${count} things are worth a look` }),
  nothing: 'Nothing needs your attention.',
  /** Names in a sentence, or how many people it is about. */
  people: ({ count }: Count) => plural('en', count, { one: '1 person', other: `${count} people` }),
  others: ({ count }: Count) => plural('en', count, { one: '1 other', other: `${count} others` }),

  findings: {
    accountGone: onlyAnAdministrator,
    accountDisabled: {
      delegators: ({ people }: People) => `Account blocked: ${people}. You can’t act for them at the moment.`,
      delegates: ({ people }: People) =>
        `Account blocked: ${people}. They can’t answer your calls, but keep their permissions.`,
    },
    stillWrong: ({ people }: People) =>
      `You said that this isn’t right: ${people}. Nothing has changed since then.`,
    nobodyReceives: 'No active delegate may receive your calls, so none of them can answer for you.',
    onlyOneReceives: ({ people }: People) => `Only ${people} may receive your calls. No one can step in.`,
    everybodyAway: ({ people }: People) => `Everyone who may receive your calls is away: ${people}.`,
    mayChangeSettings: ({ people }: People) =>
      `Can change your call settings and the permissions of all your delegates: ${people}.`,
    inactive: {
      delegators: ({ people }: People) => `Inactive: ${people}. You can’t act for them at the moment.`,
      delegates: ({ people }: People) => `Inactive: ${people}. They can’t act for you at the moment.`,
    },
    bothWays: ({ people }: People) =>
      `You support each other: ${people}. In Teams, each of you only sees their own permissions.`,
    nearLimit: {
      delegators: ({ count }: Count) => `You support ${count} people. Teams allows 25.`,
      delegates: ({ count }: Count) => `You have ${count} delegates. Teams allows 25.`,
    },
    noTeamsPhone: {
      none: 'You seem to have no Teams Phone license. Call delegation doesn’t work without one.',
      suspended: 'Your Teams Phone license is suspended. Call delegation doesn’t work until it’s back.',
      callingNotAllowed: 'You aren’t allowed to make calls in Teams, so you can’t act for anyone.',
    },
    notReported: ({ people }: People) =>
      `Microsoft doesn’t report everything: ${people}. Don’t count on what is missing.`,
    /** Stands behind a finding that Microsoft may leave incomplete. */
    unsure: ({ people }: People) => `Microsoft doesn’t say whether these may: ${people}.`,
  },
  steps: {
    ask: 'Ask for a change',
    manageDelegates: 'Show me how',
    checkCallSettings: 'Show me where',
    openDetails: 'Show details',
  },
  choosePerson: 'Who is it about?',

  unread: {
    title: 'Not checked',
    names: ({ count }: Count) =>
      plural('en', count, {
        one: 'Who one person is, and whether their account still exists',
        other: `Who ${count} people are, and whether their accounts still exist`,
      }),
    accounts: 'Whether accounts are blocked',
    presence: ({ people }: People) => `Whether these are available: ${people}`,
    licence: 'Whether you have Teams Phone',
    confirmation: 'What you confirmed last',
    otherList: 'Your other list',
  },

  reach: {
    title: 'Will your calls reach someone?',
    mayAnswer: ({ count }: Count) =>
      plural('en', count, {
        one: '1 delegate may answer your calls.',
        other: `${count} delegates may answer your calls.`,
      }),
    nobodyMayAnswer: 'No one may answer your calls for you.',
    there: ({ people }: People) => `Available: ${people}.`,
    busy: ({ people }: People) => `Busy: ${people}.`,
    away: ({ people }: People) => `Away: ${people}.`,
    unknown: ({ people }: People) => `Availability not known: ${people}.`,
    mayAnswerUnsure: ({ people }: People) => `Not reported whether they may answer: ${people}.`,
    mayPickUp: ({ people, count }: CountOfPeople) =>
      count === 0 ? 'No one may pick up your held calls.' : `May pick up your held calls: ${people}.`,
    mayJoin: ({ people, count }: CountOfPeople) =>
      count === 0 ? 'No one may join your active calls.' : `May join your active calls: ${people}.`,
    notSeen:
      'Teams decides whether their phones ring. That is a setting of its own, which this page can’t see: Settings and more (…) > Settings > Calls.',
    copilot:
      'If you use Copilot call delegation (a Microsoft preview), Copilot may answer before your delegates do. This page can’t see that.',
  },
};

export type AttentionMessages = typeof attention;
