import type { Right } from '../../contract/delegation.js';
import { plural } from './plural.js';

/** The rights in Teams' own words. */
const rights: Readonly<Record<Right, string>> = {
  makeCalls: 'Make calls',
  receiveCalls: 'Receive calls',
  pickUpHeldCalls: 'Pick up held calls',
  joinActiveCalls: 'Join active calls',
  manageCallAndDelegateSettings: 'Change call and delegate settings',
};

const verbs: Readonly<Record<Right, string>> = {
  makeCalls: 'make calls',
  receiveCalls: 'receive calls',
  pickUpHeldCalls: 'pick up held calls',
  joinActiveCalls: 'join active calls',
  manageCallAndDelegateSettings: 'change call and delegate settings',
};

const supported = (count: number): string =>
  plural('en', count, { one: `You support ${count} person`, other: `You support ${count} people` });
const acting = (count: number): string =>
  plural('en', count, { one: `${count} delegate acts for you`, other: `${count} delegates act for you` });
const tryingAgain = (seconds: number): string =>
  plural('en', seconds, { one: 'Trying again in 1 second.', other: `Trying again in ${seconds} seconds.` });

/** Every word of the page. Other languages have the same keys. */
export const en = {
  appName: 'Call Delegates',
  loading: 'Loading your delegations…',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  refreshed: 'Up to date.',
  asOf: (time: string) => `As of ${time}`,
  preview: 'Preview: Microsoft may still change this data',
  dismissPreview: 'Hide the preview notice',

  heading: {
    nobody: 'Nobody acts in calls for anybody here yet',
    supported,
    acting,
    someMissing: 'Your call delegations',
  },
  lists: { delegators: 'People you support', delegates: 'Your delegates' },
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
  verbs,
  rightsShort: { ...rights, manageCallAndDelegateSettings: 'Change settings' },
  held: {
    delegators: (right: Right, name: string) => `You can ${verbs[right]} on behalf of ${name}.`,
    delegates: (right: Right, name: string) => `${name} can ${verbs[right]} on your behalf.`,
  },
  notHeld: {
    delegators: (right: Right, name: string) => `You cannot ${verbs[right]} on behalf of ${name}.`,
    delegates: (right: Right, name: string) => `${name} cannot ${verbs[right]} on your behalf.`,
  },
  notReported: 'Not reported',
  notReportedFor: (right: Right) => `${rights[right]}: not reported by Microsoft.`,
  goodToKnow: {
    makeCalls: 'The delegate’s own calling policy applies as well.',
    receiveCalls: 'Whether the delegate’s phone rings is a separate setting, which this page cannot see.',
    pickUpHeldCalls: 'A delegate sees when the delegator is in a call, and with whom.',
    joinActiveCalls: 'Works on Windows, on the web and on desk phones; not on Mac or mobile.',
    manageCallAndDelegateSettings: 'Also covers the rights of the other delegates.',
  } satisfies Record<Right, string> as Record<Right, string>,

  active: 'Active',
  inactive: 'Inactive',
  accountGone: 'Account gone',
  statusNotReported: 'Status not reported',
  since: (date: string) => `Since ${date}`,
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
  accountGoneText: 'This account no longer exists; ask your administrator to remove the delegation.',
  namesUnavailable:
    'Names could not be looked up. If this stays so, an administrator can consent to User.ReadBasic.All for this app.',

  tools: {
    search: 'Search people',
    right: 'Right',
    anyRight: 'Any right',
    activeOnly: 'Active only',
    sort: 'Sort by',
    asReported: 'As in Teams',
    byName: 'Name',
    byDate: 'Newest first',
    found: (count: number) => plural('en', count, { one: '1 person found', other: `${count} people found` }),
    nobodyFound: 'Nobody matches. Change the search or the filter.',
  },
  takeAlong: {
    export: 'Export to CSV',
    copyTable: 'Copy as table',
    print: 'Print',
    yes: 'Yes',
    no: 'No',
    mail: 'Mail',
    jobTitle: 'Title',
    department: 'Department',
    sinceColumn: 'Since',
  },

  details: {
    open: (name: string) => `Details of ${name}`,
    close: 'Close',
    rights: 'Rights',
    facts: 'About this delegation',
    bothWays: 'Both ways: you support each other.',
    nobodyIsTold: 'Nobody is told when a right changes or ends.',
    cannotRemoveThemself: 'A delegate cannot remove themself; the delegator or an administrator can.',
    gone: 'This delegation no longer exists.',
    id: 'Id',
    chat: 'Chat',
    call: 'Call',
    profile: 'Profile card',
    mail: 'Mail',
    copyLink: 'Copy link',
    status: 'Status',
    since: 'Since',
  },

  manage: {
    title: 'How to change who may act for whom',
    desktop: 'On a computer: in Teams, Settings and more (…) > Settings > Calls > Manage delegates.',
    phone: 'On a phone: in Teams, Settings > Calling > Delegates.',
    article: 'Microsoft’s article about sharing a phone line',
  },

  oldListStays: 'What you see is from before.',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was not allowed. Select the text and copy it.',
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
    throttled: { title: 'Microsoft asks to wait a moment', text: tryingAgain },
    rate_limited: { title: 'That was very often', text: tryingAgain },
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
  consent: {
    why: 'It reads your call delegations and the names of the people in them. It changes nothing in Teams.',
    copyLink: 'Copy the link for your administrator',
    linkCopied: 'Copied. Send it to your administrator.',
    copyMessage: 'Copy a ready message',
    message: (link: string) =>
      `Hello, I would like to use Call Delegates in Microsoft Teams. It shows who may act for whom in calls, and needs the permission CallDelegation.Read of Microsoft Graph. As an administrator you can grant it here: ${link}`,
    myself: 'I may consent myself',
  },
  signIn: 'Sign in',
  popup: {
    waiting: 'Finish in the window that has opened…',
    declined: 'The window was closed before it was done. You can try again.',
    needsAdmin: 'Your organisation lets only administrators agree to this. Send your administrator the link.',
    blocked: 'The window could not be opened. Allow pop-ups for this site, then try again.',
    spreading: 'Done. Waiting for Microsoft to pass it on…',
  },
  policyCommand: 'Copy the command for your administrator',

  outside: {
    title: 'Open this in Microsoft Teams',
    text: 'Call Delegates signs you in through Microsoft Teams, Outlook or the Microsoft 365 app, so it cannot show your list here.',
    steps: 'In Teams, choose Apps, search for Call Delegates, and open it.',
  },
};

export type Text = typeof en;
