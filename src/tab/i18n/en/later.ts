import type { Right } from '../../../contract/delegation.js';
import type { Count, CountAndDate, Name, RightAndName } from '../parameters.js';
import { plural } from '../plural.js';
import { rights, verbs } from './rights.js';

const goodToKnow: Readonly<Record<Right, string>> = {
  makeCalls: 'The delegate’s own calling policy applies as well.',
  receiveCalls: 'Whether the delegate’s phone rings is a separate setting, which this page cannot see.',
  pickUpHeldCalls: 'A delegate sees when the delegator is in a call, and with whom.',
  joinActiveCalls: 'Works on Windows, on the web and on desk phones; not on Mac or mobile.',
  manageCallAndDelegateSettings: 'Also covers the rights of the other delegates.',
};

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `I have checked on ${date} that this list is empty.`
    : plural('en', count, {
        one: `I have checked this person and their rights on ${date}.`,
        other: `I have checked these ${count} people and their rights on ${date}.`,
      });

/** What is only said once the first screen stands. Other languages have the same keys. */
export const later = {
  close: 'Close',
  namesUnavailable:
    'Names could not be looked up. If this stays so, an administrator can consent to User.ReadBasic.All for this app.',

  find: {
    search: 'Search people',
    right: 'Right',
    anyRight: 'Any right',
    activeOnly: 'Active only',
    sort: 'Sort by',
    asReported: 'As in Teams',
    byName: 'Name',
    byDate: 'Newest first',
    found: ({ count }: Count) =>
      plural('en', count, { one: '1 person found', other: `${count} people found` }),
    nobodyFound: 'Nobody matches. Change the search or the filter.',
  },
  export: {
    toCsv: 'Export to CSV',
    copyTable: 'Copy as table',
    print: 'Print',
    yes: 'Yes',
    no: 'No',
    mail: 'Mail',
    jobTitle: 'Title',
    department: 'Department',
    since: 'Since',
    id: 'Id',
    statusOfGone: ({ status }: { readonly status: string }) => `${status} (Account gone)`,
  },

  details: {
    rights: 'Rights',
    goodToKnow,
    facts: 'About this delegation',
    bothWays: 'Both ways: you support each other.',
    nobodyIsTold:
      'Nobody is told when a right changes or ends. A delegate cannot remove themself; the delegator or an administrator can.',
    gone: 'This delegation no longer exists.',
    id: 'Id',
    status: 'Status',
    since: 'Since',
    sinceDay: ({ day, relative }: { readonly day: string; readonly relative: string }) =>
      `${day} (${relative})`,
    chat: 'Chat',
    call: 'Call',
    profile: 'Profile card',
    mail: 'Mail',
    copyLink: 'Copy link',
  },

  manage: {
    title: 'How to change who may act for whom',
    desktop: 'On a computer: in Teams, Settings and more (…) > Settings > Calls > Manage delegates.',
    phone: 'On a phone: in Teams, Settings > Calling > Delegates.',
    article: 'Microsoft’s article about sharing a phone line',
  },

  consent: {
    copyLink: 'Copy the link for your administrator',
    linkCopied: 'Copied. Send it to your administrator.',
    copyMessage: 'Copy a ready message',
    message: ({ link }: { readonly link: string }) =>
      `Hello, I would like to use Call Delegates in Microsoft Teams. It shows who may act for whom in calls, and needs the permission CallDelegation.Read of Microsoft Graph. As an administrator you can grant it here: ${link}`,
    myself: 'I may consent myself',
  },
  signIn: {
    button: 'Sign in',
    waiting: 'Finish in the window that has opened…',
    declined: 'The window was closed before it was done. You can try again.',
    needsAdmin: 'Your organisation lets only administrators agree to this. Send your administrator the link.',
    blocked: 'The window could not be opened. Allow pop-ups for this site, then try again.',
    spreading: 'Done. Waiting for Microsoft to pass it on…',
  },

  confirm: {
    /** What its reader states by confirming. */
    statement,
    /** Where nothing has been confirmed yet. */
    invitation: ({ count, date }: CountAndDate) =>
      `${statement({ count, date })} Confirm it once, and this page tells you what has changed since.`,
    confirm: 'Confirm this list',
    confirmNew: 'Confirm the new list',
    confirming: 'Confirming…',
    confirmedToday: 'Confirmed today',
    unchangedSince: ({ date }: { readonly date: string }) =>
      `Confirmed on ${date}. Nothing has changed since.`,
    changesSince: ({ count, date }: CountAndDate) =>
      plural('en', count, {
        one: `1 change since you confirmed on ${date}`,
        other: `${count} changes since you confirmed on ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }: Name) => `New: you may act for ${name}.`,
        delegates: ({ name }: Name) => `New: ${name} may act for you.`,
      },
      removed: {
        delegators: ({ name }: Name) => `${name} removed you.`,
        delegates: ({ name }: Name) => `${name} no longer acts for you.`,
      },
      gained: {
        delegators: ({ right, name }: RightAndName) => `${name} now lets you ${verbs[right]}.`,
        delegates: ({ right, name }: RightAndName) => `${name} may now ${verbs[right]} on your behalf.`,
      },
      lost: {
        delegators: ({ right, name }: RightAndName) => `${name} no longer lets you ${verbs[right]}.`,
        delegates: ({ right, name }: RightAndName) => `${name} may no longer ${verbs[right]} on your behalf.`,
      },
      /** Microsoft reports it no longer. */
      unreported: ({ right, name }: RightAndName) =>
        `${name}: Microsoft no longer reports “${rights[right]}”.`,
      activated: ({ name }: Name) => `${name}: became active.`,
      deactivated: ({ name }: Name) => `${name}: became inactive.`,
      statusUnreported: ({ name }: Name) => `${name}: Microsoft no longer reports whether it is active.`,
    },
  },
  history: {
    open: 'History',
    title: 'What you have confirmed',
    moment: ({ day, time }: { readonly day: string; readonly time: string }) => `${day}, ${time}`,
    first: 'First confirmation.',
    noChanges: 'No changes since the one before.',
    people: ({ count }: Count) => plural('en', count, { one: '1 person', other: `${count} people` }),
    empty: 'You have not confirmed this list yet.',
    more: 'Show more',
    export: 'Export history to CSV',
    delete: 'Delete my history',
    deleteQuestion: 'Delete all your confirmations of both lists for good?',
    deleteForGood: 'Delete for good',
    keep: 'Keep',
    when: 'When',
    change: 'Change',
  },

  outside: {
    title: 'Open this in Microsoft Teams',
    text: 'Call Delegates signs you in through Microsoft Teams, Outlook or the Microsoft 365 app, so it cannot show your list here.',
    steps: 'In Teams, choose Apps, search for Call Delegates, and open it.',
  },
};

export type LaterMessages = typeof later;
