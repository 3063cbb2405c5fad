import type { Right } from '../../../contract/delegation.js';
import { who, type Count, type DayAndSpan, type RightAndName, type Seconds } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const tryingAgain = ({ seconds }: Seconds) =>
  plural('en', seconds, {
    one: 'Trying again in 1 second.',
    other: `Trying again in ${seconds} seconds.`,
  });

/**
 * What the first screen needs, and the screens of problems that may stand in its place. Other languages have the same keys.
 */
export const first = {
  appName: 'Call Delegates',
  loading: 'Loading your call delegations…',
  stillLoading: 'Still waiting for Microsoft…',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  refreshed: 'Up to date.',
  asOf: ({ moment }: { readonly moment: string }) => `As of ${moment}`,

  heading: {
    nobody: 'No call delegations',
    delegators: ({ count }: Count) =>
      plural('en', count, {
        one: `You can act for ${count} person`,
        other: `You can act for ${count} people`,
      }),
    delegates: ({ count }: Count) =>
      plural('en', count, {
        one: `${count} delegate can act for you`,
        other: `${count} delegates can act for you`,
      }),
    /** Where somebody is in the list, and nothing works. */
    nobodyNow: {
      delegators: 'You can’t act for anyone at the moment',
      delegates: 'No one can act for you at the moment',
    },
    /** Why not everybody is counted. */
    exceptions: {
      gone: ({ count }: Count) =>
        plural('en', count, {
          one: `${count} account no longer exists`,
          other: `${count} accounts no longer exist`,
        }),
      disabled: ({ count }: Count) =>
        plural('en', count, { one: `${count} account is blocked`, other: `${count} accounts are blocked` }),
      inactive: ({ count }: Count) =>
        plural('en', count, { one: `${count} is inactive`, other: `${count} are inactive` }),
      unreported: ({ count }: Count) =>
        plural('en', count, {
          one: `${count} has no reported status`,
          other: `${count} have no reported status`,
        }),
      powerless: ({ count }: Count) =>
        plural('en', count, { one: `${count} has no permissions`, other: `${count} have no permissions` }),
    },
    withExceptions: ({ answer, exceptions }: { readonly answer: string; readonly exceptions: string }) =>
      `${answer}; ${exceptions}`,
    both: ({ delegators, delegates }: { readonly delegators: string; readonly delegates: string }) =>
      `${delegators} · ${delegates}`,
    someMissing: 'Your call delegations',
  },
  lists: {
    delegators: 'People you support',
    delegates: 'Your delegates',
  },
  empty: {
    delegators: {
      title: 'You don’t support anyone',
      text: 'When someone makes you their delegate in Teams, they appear here with everything you can do for them.',
    },
    delegates: {
      title: 'No one acts for you',
      text: 'To add a delegate in Teams, go to Settings and more (…) > Settings > Calls > Manage delegates.',
    },
  },

  columns: {
    person: 'Person',
    status: 'Status',
  },
  rights,
  rightsShort: {
    ...rights,
    manageCallAndDelegateSettings: 'Change settings',
  },
  held: {
    delegators: ({ right, name }: RightAndName) =>
      `You can ${verbs[right]} on behalf of ${who(name, 'this person')}.`,
    delegates: ({ right, name }: RightAndName) =>
      `${who(name, 'This person')} can ${verbs[right]} on your behalf.`,
  },
  notHeld: {
    delegators: ({ right, name }: RightAndName) =>
      `You can’t ${verbs[right]} on behalf of ${who(name, 'this person')}.`,
    delegates: ({ right, name }: RightAndName) =>
      `${who(name, 'This person')} can’t ${verbs[right]} on your behalf.`,
  },
  notReported: 'Not reported',
  /** What stands in a cell of a right’s column, and the rights that are not held where there are no columns. */
  yes: 'Yes',
  no: 'No',
  notThese: ({ rights }: { readonly rights: string }) => `Not: ${rights}`,
  notReportedFor: ({ right }: { readonly right: Right }) => `Microsoft doesn’t report “${rights[right]}”.`,

  active: 'Active',
  inactive: 'Inactive',
  accountGone: 'Account deleted',
  accountBlocked: 'Account blocked',
  statusNotReported: 'Status not reported',
  sinceMonth: ({ month }: { readonly month: string }) => `Since ${month}`,
  sinceDay: ({ day, relative }: DayAndSpan) => `Since ${day} (${relative})`,
  sinceNotReported: 'Start not reported',

  changed: 'Changed',
  presence: {
    available: 'Available',
    busy: 'Busy',
    'do-not-disturb': 'Do not disturb',
    away: 'Away',
    offline: 'Offline',
  },
  unknownPerson: 'Unknown person',
  unnamedPerson: 'Name not available',
  accountGoneText: 'This account was deleted. Ask your administrator to remove the delegation.',

  oldListStays: ({ moment }: { readonly moment: string }) =>
    `Couldn’t refresh. Showing the list from ${moment}.`,
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: { title: 'Copying isn’t allowed here', text: 'Select the text and copy it yourself.' },
  supportCode: ({ code }: { readonly code: string }) => `Support code: ${code}`,
  /** After several waits. */
  waitingLonger: ({ seconds }: Seconds) =>
    `This is taking longer than usual. If it lasts, your administrator can ask Microsoft. ${tryingAgain({ seconds })}`,
  problems: {
    offline: {
      title: 'You’re offline',
      text: 'This works again as soon as you’re connected.',
    },
    unreachable: {
      title: 'Can’t reach the server',
      text: 'Check your connection, then try again.',
    },
    sign_in_failed: {
      title: 'We couldn’t sign you in',
      text: ({ host }: { readonly host: string }) =>
        `Try again. If that doesn’t help, sign out of ${host} and sign back in.`,
    },
    host_silent: {
      title: 'Teams isn’t answering',
      text: 'Try again. If that doesn’t help, close Teams and open it again.',
    },
    host_refused: {
      title: 'That didn’t work',
      text: ({ host }: { readonly host: string }) => `${host} couldn’t do this. Try again.`,
    },
    invalid_token: {
      title: 'Your sign-in wasn’t accepted',
      text: 'Try again. If that doesn’t help, sign out of Teams, sign back in, and open this app again.',
    },
    insufficient_scope: {
      title: 'This app isn’t set up completely',
      text: 'Your sign-in works, but a step of the app’s setup is missing. Only an administrator can complete it.',
    },
    interaction_required: {
      title: 'Confirm that it’s you',
      text: 'Your organization asks you to sign in again before it shows this data.',
    },
    consent_required: {
      title: 'This app needs your administrator’s approval',
      text: 'To show your lists, the app reads your call delegations and the names of the people in them. It changes nothing in Teams.',
    },
    delegation_not_allowed: {
      title: 'Call delegation isn’t turned on for you',
      text: 'Your organization’s calling policy doesn’t allow it, or you don’t have Teams Phone. Your administrator can change that.',
    },
    invalid_request: {
      title: 'This request couldn’t be processed',
      text: 'Go back to the list and try again from there.',
    },
    invalid_id: {
      title: 'This link isn’t valid',
      text: 'Select the person in the list instead.',
    },
    not_found: {
      title: 'No call delegation found',
      text: 'It may have been removed, or you may not have Teams Phone. If you expected one here, ask your administrator.',
    },
    throttled: {
      title: 'Microsoft is asking us to wait',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'Too many requests',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft’s service is down',
      text: 'The service that holds your call delegations isn’t answering. Try again in a minute. If it lasts, your administrator can ask Microsoft with the support code.',
    },
    entra_unavailable: {
      title: 'Microsoft’s sign-in is down',
      text: 'Microsoft’s sign-in service isn’t answering. Try again in a minute. If it lasts, your administrator can ask Microsoft with the support code.',
    },
    graph_timeout: {
      title: 'Microsoft took too long',
      text: 'No answer came in time. Try again. If it lasts, your administrator can ask Microsoft with the support code.',
    },
    graph_unexpected: {
      title: 'Microsoft sent an unexpected answer',
      text: 'Try again. If it happens again, your administrator can ask Microsoft with the support code.',
    },
    list_changed: {
      title: 'The list has changed',
      text: 'Check the new list, then confirm it.',
    },
    store_unavailable: {
      title: 'Confirming isn’t available right now',
      text: 'Your lists aren’t affected. Try again in a few minutes.',
    },
    internal_error: {
      title: 'Something went wrong on our side',
      text: 'Try again. If it happens again, tell your administrator: with the support code they find the cause.',
    },
    misconfigured: {
      title: 'This app isn’t set up correctly',
      text: 'Microsoft rejects the app itself. You can’t fix that, but your administrator can.',
    },
    sign_in_blocked: {
      title: 'Your organization blocks this sign-in',
      text: 'A policy of your organization blocks this app or the server it runs on. You can’t change that here, but your administrator can.',
    },
  },
};

export type FirstMessages = typeof first;
