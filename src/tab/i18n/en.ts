import type { Right } from '../../contract/delegation.js';
import { plural } from './plural.js';

const people = (count: number): string =>
  plural('en', count, { one: `${count} person`, other: `${count} people` });
const delegates = (count: number): string =>
  plural('en', count, { one: `${count} delegate acts`, other: `${count} delegates act` });

/** The rights in Teams' own words. */
const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Make calls',
  receiveCalls: 'Receive calls',
  pickUpHeldCalls: 'Pick up held calls',
  joinActiveCalls: 'Join active calls',
  manageCallAndDelegateSettings: 'Change call and delegate settings',
};

const rightsAsVerbs: Readonly<Record<Right, string>> = {
  makeCalls: 'make calls',
  receiveCalls: 'receive calls',
  pickUpHeldCalls: 'pick up held calls',
  joinActiveCalls: 'join active calls',
  manageCallAndDelegateSettings: 'change call and delegate settings',
};

/** Every word of the page. Other languages have the same keys. */
export const en = {
  appName: 'Call Delegates',
  loading: 'Loading your delegations…',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  refreshed: 'Up to date.',
  asOf: (time: string) => `As of ${time}`,
  preview: 'Preview: Microsoft may still change this data',

  heading: (delegators: number, delegatesCount: number): string => {
    if (delegators === 0 && delegatesCount === 0) return 'Nobody acts in calls for anybody here yet';
    if (delegators === 0) return `${delegates(delegatesCount)} for you`;
    if (delegatesCount === 0) return `You support ${people(delegators)}`;
    return `You support ${people(delegators)} · ${delegates(delegatesCount)} for you`;
  },
  headingSomeMissing: 'Your call delegations',

  lists: {
    delegators: 'People you support',
    delegates: 'Your delegates',
  },
  listHint: {
    delegators: 'You may act in calls for these people.',
    delegates: 'These people may act in calls for you.',
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

  columns: { person: 'Person', status: 'Status' },
  rights,
  rightsShort: { ...rights, manageCallAndDelegateSettings: 'Change settings' },
  held: {
    delegators: (right: Right, name: string) => `You may ${rightsAsVerbs[right]} for ${name}.`,
    delegates: (right: Right, name: string) => `${name} may ${rightsAsVerbs[right]} for you.`,
  },
  notHeld: {
    delegators: (right: Right, name: string) => `You may not ${rightsAsVerbs[right]} for ${name}.`,
    delegates: (right: Right, name: string) => `${name} may not ${rightsAsVerbs[right]} for you.`,
  },
  notReported: 'Not reported',
  notReportedFor: (right: Right) => `${rights[right]}: not reported by Microsoft.`,

  active: 'Active',
  inactive: 'Inactive',
  accountGone: 'Account gone',
  statusNotReported: 'Status not reported',
  since: (date: string) => `Since ${date}`,
  sinceNotReported: 'Start not reported',

  unknownPerson: 'Unknown person',
  unnamedPerson: 'Name not available',
  accountGoneText: 'This account no longer exists; ask your administrator to remove the delegation.',
  namesUnavailable:
    'Names could not be looked up. If this stays so, an administrator can consent to User.ReadBasic.All for this app.',

  manage: 'To change who may act for whom: Settings and more (…) > Settings > Calls > Manage delegates.',

  oldListStays: 'What you see is from before.',
  tryAgain: 'Try again',
  correlationId: (id: string) => `Correlation id: ${id}`,
  problems: {
    offline: {
      title: 'You are offline',
      text: 'The list comes back by itself as soon as you are connected.',
    },
    unreachable: { title: 'The server cannot be reached', text: 'Check your connection, then try again.' },
    sign_in_failed: {
      title: 'You could not be signed in',
      text: (host: string) =>
        `${host} gave no sign-in token. Try again; if it stays so, sign out of ${host} and in again.`,
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
      text: 'To show your list, it must read your call delegations. Nobody in your organisation has agreed to that yet; usually only an administrator can.',
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
      text: (seconds: number) =>
        plural('en', seconds, {
          one: 'Trying again in 1 second.',
          other: `Trying again in ${seconds} seconds.`,
        }),
    },
    rate_limited: {
      title: 'That was very often',
      text: (seconds: number) =>
        plural('en', seconds, {
          one: 'Trying again in 1 second.',
          other: `Trying again in ${seconds} seconds.`,
        }),
    },
    graph_unavailable: {
      title: 'Microsoft Graph is unavailable',
      text: 'The service that holds your delegations is down right now. Try again in a minute.',
    },
    entra_unavailable: {
      title: 'Microsoft sign-in is unavailable',
      text: 'Microsoft Entra ID does not answer right now. Try again in a minute.',
    },
    graph_timeout: { title: 'Microsoft took too long', text: 'No answer came in time. Try again.' },
    graph_unexpected: {
      title: 'Microsoft gave an unexpected answer',
      text: 'This data is still a preview and may change. Try again; if it stays so, tell your administrator.',
    },
    list_changed: { title: 'The list has changed', text: 'Look at the new list.' },
    store_unavailable: {
      title: 'Confirming is unavailable right now',
      text: 'Your lists are not affected. Try again later.',
    },
    internal_error: { title: 'Something went wrong on our side', text: 'It has been logged. Try again.' },
    misconfigured: {
      title: 'This app is not set up correctly',
      text: 'Its own credentials are refused. Only its administrator can mend that; give them the correlation id.',
    },
  },
  adminLink: 'Copy the link for your administrator',
  adminLinkCopied: 'Copied. Send it to your administrator.',
  consentMyself: 'I may consent myself',
  signIn: 'Sign in',
  popup: {
    waiting: 'Finish in the window that has opened…',
    declined: 'The window was closed before it was done. You can try again.',
    needsAdmin: 'Your organisation lets only administrators agree to this. Send your administrator the link.',
    blocked: 'The window could not be opened. Allow pop-ups for this site, then try again.',
    spreading: 'Done. Waiting for Microsoft to pass it on…',
  },
  policyCommand: 'Copy the command for your administrator',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was not allowed. Select the text and copy it.',

  outside: {
    title: 'Open this in Microsoft Teams',
    text: 'Call Delegates signs you in through Microsoft Teams, Outlook or the Microsoft 365 app, so it cannot show your list here.',
    steps: 'In Teams, choose Apps, search for Call Delegates, and open it.',
  },
};

export type Text = typeof en;
