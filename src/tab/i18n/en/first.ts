import type { Right } from '../../../contract/delegation.js';
import type { Count, Name, RightAndName, Seconds } from '../parameters.js';
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
  loading: 'Loading your delegations…',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  refreshed: 'Up to date.',
  asOf: ({ time }: { readonly time: string }) => `As of ${time}`,
  preview: 'Preview: Microsoft may still change this data',
  dismissPreview: 'Hide the preview notice',

  heading: {
    nobody: 'Nobody acts in calls for anybody here yet',
    supported: ({ count }: Count) =>
      plural('en', count, { one: `You support ${count} person`, other: `You support ${count} people` }),
    acting: ({ count }: Count) =>
      plural('en', count, { one: `${count} delegate acts for you`, other: `${count} delegates act for you` }),
    both: ({ supported, acting }: { readonly supported: string; readonly acting: string }) =>
      `${supported} · ${acting}`,
    someMissing: 'Your call delegations',
  },
  lists: {
    delegators: 'People you support',
    delegates: 'Your delegates',
  },
  empty: {
    delegators: {
      title: 'You support nobody yet',
      text: 'When somebody makes you their delegate in Teams, they appear here with what you may do for them.',
    },
    delegates: {
      title: 'Nobody acts for you yet',
      text: 'Add a delegate in Teams under Settings and more (…) > Settings > Calls > Manage delegates.',
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
    delegators: ({ right, name }: RightAndName) => `You can ${verbs[right]} on behalf of ${name}.`,
    delegates: ({ right, name }: RightAndName) => `${name} can ${verbs[right]} on your behalf.`,
  },
  notHeld: {
    delegators: ({ right, name }: RightAndName) => `You cannot ${verbs[right]} on behalf of ${name}.`,
    delegates: ({ right, name }: RightAndName) => `${name} cannot ${verbs[right]} on your behalf.`,
  },
  notReported: 'Not reported',
  notReportedFor: ({ right }: { readonly right: Right }) => `${rights[right]}: not reported by Microsoft.`,

  active: 'Active',
  inactive: 'Inactive',
  accountGone: 'Account gone',
  statusNotReported: 'Status not reported',
  since: ({ date }: { readonly date: string }) => `Since ${date}`,
  sinceMonth: ({ month, relative }: { readonly month: string; readonly relative: string }) =>
    `Since ${month} (${relative})`,
  sinceNotReported: 'Start not reported',

  changed: 'Changed',
  presence: {
    available: 'Available',
    busy: 'Busy',
    'do-not-disturb': 'Do not disturb',
    away: 'Away',
    offline: 'Offline',
  },
  openDetails: ({ name }: Name) => `Details of ${name}`,
  unknownPerson: 'Unknown person',
  unnamedPerson: 'Name not available',
  accountGoneText: 'This account no longer exists; ask your administrator to remove the delegation.',

  oldListStays: 'What you see is from before.',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: { title: 'Copying was not allowed', text: 'Select the text and copy it.' },
  correlationId: ({ id }: { readonly id: string }) => `Correlation id: ${id}`,
  policyCommand: 'Copy the command for your administrator',
  problems: {
    offline: {
      title: 'You are offline',
      text: 'The list comes back by itself as soon as you are connected.',
    },
    unreachable: {
      title: 'The server cannot be reached',
      text: 'Check your connection, then try again.',
    },
    sign_in_failed: {
      title: 'You could not be signed in',
      text: ({ host }: { readonly host: string }) =>
        `${host} gave no sign-in token. Try again; if it stays so, sign out of ${host} and in again.`,
    },
    host_refused: {
      title: 'That did not work',
      text: ({ host }: { readonly host: string }) => `${host} did not carry it out. Try again.`,
    },
    invalid_token: {
      title: 'Your sign-in was not accepted',
      text: 'Close this tab and open it again. If it stays so, tell your administrator.',
    },
    insufficient_scope: {
      title: 'This app was set up without its permission',
      text: 'An administrator must expose the scope access_as_user for this app in Microsoft Entra ID.',
    },
    interaction_required: {
      title: 'Sign in once more',
      text: 'Your organisation wants you to confirm who you are before it shows this data.',
    },
    consent_required: {
      title: 'This app needs permission first',
      text: 'To show your list, it must read your call delegations. Nobody in your organisation has agreed to that yet; usually only an administrator can. It reads your call delegations and the names of the people in them. It changes nothing in Teams.',
    },
    delegation_not_allowed: {
      title: 'Call delegation is not switched on for you',
      text: 'A calling policy of your organisation forbids it, or you have no Teams Phone. An administrator can switch it on.',
    },
    invalid_request: {
      title: 'This question cannot be answered',
      text: 'The address was not valid. Go back to the list.',
    },
    invalid_id: {
      title: 'This address is not valid',
      text: 'Go back to the list and open the person from there.',
    },
    not_found: {
      title: 'Nothing was found',
      text: 'Microsoft knows no call delegation here; it may have been removed, or you have no Teams Phone.',
    },
    throttled: {
      title: 'Microsoft asks to wait a moment',
      text: tryingAgain,
    },
    rate_limited: {
      title: 'That was very often',
      text: tryingAgain,
    },
    graph_unavailable: {
      title: 'Microsoft Graph is unavailable',
      text: 'The service that holds your delegations is down right now. Try again in a minute.',
    },
    entra_unavailable: {
      title: 'Microsoft sign-in is unavailable',
      text: 'Microsoft Entra ID does not answer right now. Try again in a minute.',
    },
    graph_timeout: {
      title: 'Microsoft took too long',
      text: 'No answer came in time. Try again.',
    },
    graph_unexpected: {
      title: 'Microsoft gave an unexpected answer',
      text: 'This data is still a preview and may change. Try again; if it stays so, tell your administrator.',
    },
    list_changed: {
      title: 'The list has changed',
      text: 'Look at the new list.',
    },
    store_unavailable: {
      title: 'Confirming is unavailable right now',
      text: 'Your lists are not affected. Try again later.',
    },
    internal_error: {
      title: 'Something went wrong on our side',
      text: 'It has been logged. Try again.',
    },
    misconfigured: {
      title: 'This app is not set up correctly',
      text: 'Its own credentials are refused. Only its administrator can mend that; give them the correlation id.',
    },
  },
};

export type FirstMessages = typeof first;
