import type { ListName, Right } from '../../../contract/delegation.js';
import {
  who,
  type Count,
  type CountAndDate,
  type Name,
  type RightAndName,
  type Total,
} from '../parameters.js';
import { plural } from '../plural.js';
import { ask } from './ask.js';
import { attention } from './attention.js';
import { notices } from './notices.js';
import { rights, verbs } from './rights.js';

/** What people rarely know of a permission that is held. */
const goodToKnow: Readonly<Record<ListName, Readonly<Record<Right, string>>>> = {
  delegators: {
    makeCalls: 'Your own calling policy applies as well.',
    receiveCalls: 'Whether your phone rings is a separate setting, which this page can’t see.',
    pickUpHeldCalls: 'You see when this person is in a call, and with whom.',
    joinActiveCalls: 'Works on Windows, on the web, and on desk phones; not on Mac or mobile.',
    manageCallAndDelegateSettings: 'This includes the permissions of the other delegates.',
  },
  delegates: {
    makeCalls: 'Your delegate’s own calling policy applies as well.',
    receiveCalls: 'Whether their phone rings is a separate setting, which this page can’t see.',
    pickUpHeldCalls: 'They see when you are in a call, and with whom.',
    joinActiveCalls: 'Works on Windows, on the web, and on desk phones; not on Mac or mobile.',
    manageCallAndDelegateSettings: 'They can change the permissions of all your delegates.',
  },
};

const statement = ({ count, date }: CountAndDate) =>
  count === 0
    ? `On ${date}, I checked that this list is empty.`
    : plural('en', count, {
        one: `On ${date}, I checked this person and their permissions.`,
        other: `On ${date}, I checked these ${count} people and their permissions.`,
      });

/** What is only said once the first screen stands. Other languages have the same keys. */
export const later = {
  close: 'Close',
  namesUnavailable:
    'Names can’t be shown. If this doesn’t change, your administrator can allow this app to read them.',

  find: {
    search: 'Search people',
    clear: 'Clear search',
    right: 'Permission',
    anyRight: 'Any permission',
    activeOnly: 'Active only',
    sort: 'Sort by',
    asReported: 'As in Teams',
    byName: 'Name',
    byDate: 'Newest first',
    found: ({ count, total }: Count & Total) => `${count} of ${total} people`,
    nobodyFound: 'No one matches. Change the search or the filter.',
    clearFilters: 'Clear filters',
  },
  export: {
    /** Whoever presses it knows that a file is downloaded, as Microsoft’s store wants it. */
    toCsv: 'Download CSV file',
    copyTable: 'Copy as table',
    /** The browser does not say whether it worked. */
    downloaded: 'Downloaded. If you can’t find the file, copy the table instead.',
    print: 'Print',
    /** What stands above the table in the file. */
    list: 'List',
    account: 'Account',
    asOf: 'As of',
    yes: 'Yes',
    no: 'No',
    mail: 'Email',
    jobTitle: 'Title',
    department: 'Department',
    since: 'Since',
    id: 'ID',
    statusOfGone: ({ status }: { readonly status: string }) => `${status} (account deleted)`,
  },

  details: {
    rights: 'Permissions',
    goodToKnow,
    facts: 'About this delegation',
    /** What a permission that is held is good for at this moment. */
    uses: {
      notNow: 'Not at the moment.',
      notHere: 'Not on the device you’re using now.',
      inCall: 'There is a call right now.',
      notInCall: 'There is no call right now.',
    },
    bothWays: 'You support each other.',
    nobodyIsTold:
      'Teams tells no one when a permission changes or ends. Delegates can’t remove themselves; the person they support or an administrator can.',
    gone: 'This delegation no longer exists.',
    /** Why a link leads to nothing. */
    links: {
      otherPeople: 'This link is about a delegation between other people. Only they can open it.',
      malformed: 'This link isn’t complete. Ask for a new one, or select the person in the list.',
      unknownReader:
        'Teams doesn’t say who you are, so this link can’t be opened. Select the person in the list.',
    },
    support: 'For support',
    id: 'ID',
    status: 'Status',
    since: 'Since',
    chat: 'Chat',
    call: 'Call',
    profile: 'Profile card',
    mail: 'Email',
    copyLink: 'Copy link',
  },

  manage: {
    /** Stands behind a link that leaves the tab. */
    newWindow: 'opens in a new window',
    preview: 'Preview: Microsoft is still testing this service.',
    title: 'How to change who can act for whom',
    desktop: 'On a computer: in Teams, go to Settings and more (…) > Settings > Calls > Manage delegates.',
    phone: 'On a phone: in Teams, go to Settings > Calling > Delegates.',
    article: 'Microsoft’s article about sharing a phone line',
    privacy: 'Privacy: what this app reads and keeps',
    /** Where the server says that people get help. */
    support: ({ contact }: { readonly contact: string }) => `Help with this app: ${who(contact, '')}`,
  },

  consent: {
    myself: 'I can approve it myself',
  },
  signIn: {
    button: 'Sign in',
    waiting: 'Finish in the window, then come back here.',
    /** The window may be closed, or not. */
    unknown: 'Finish in the window, then come back here. If you have closed it, you can try again.',
    unfinished: 'That wasn’t finished. You can try again.',
    /** Signing in has worked and was not enough. */
    anotherWay: 'Microsoft still asks for more. Select the button again to sign in another way.',
    noHelp: ({ code }: { readonly code: string }) =>
      `That didn’t help (code: ${code}). Your administrator can find out why.`,
    needsAdmin: 'In your organization, only administrators can approve this. Send it to yours.',
    blocked: 'The window couldn’t be opened. Allow pop-ups for this site, then try again.',
    spreading: 'Done. This can take a few seconds to take effect…',
    /** Why the host could not sign the user in. */
    reasons: {
      needsSignIn: 'Microsoft asks you to sign in again, or to agree that this app signs you in.',
      temporary: ({ host }: { readonly host: string }) =>
        `${host} couldn’t get a sign-in from Microsoft just now. Try again. If that doesn’t help, restart ${host}.`,
      misconfigured:
        'The app isn’t set up correctly for signing in. You can’t fix that, but your administrator can.',
    },
  },

  confirm: {
    /** What its reader states by confirming. */
    statement,
    /** Where nothing has been confirmed yet. */
    invitation: ({ count }: Count): string =>
      count === 0
        ? 'Not confirmed yet. Confirm that this list is empty; this page then shows what changes.'
        : 'Not confirmed yet. Check the rows, then confirm. This page shows what Microsoft 365 says of your call delegations, and changes nothing there.',
    confirm: 'Confirm this list',
    confirmNew: 'Confirm the new list',
    confirming: 'Confirming…',
    confirmAgain: 'Confirm again',
    confirmedAt: ({ time }: { readonly time: string }) => `Confirmed at ${time}.`,
    right: 'That’s right',
    wrong: 'I didn’t expect this',
    notRight: 'Something isn’t right',
    cancel: 'Cancel',
    /** Asks for it of a list that was never confirmed. */
    whatIsNotRight: 'What did you not expect?',
    /** Names the choice between the two. */
    verdictOn: ({ name }: Name) => `Is this right for ${who(name, 'this person')}?`,
    checked: ({ count, total }: Count & { readonly total: number }) => `${count} of ${total} checked`,
    allChecked: 'All checked. You can confirm now.',
    fromTo: ({ before, now }: { readonly before: string; readonly now: string }) => `${before} → ${now}`,
    holds: ({ held }: { readonly held: string }) => `Permissions: ${held}`,
    holdsNone: 'none',
    /** Not right at the last confirmation, and nothing has changed since. */
    stillWrong: ({ name }: Name) =>
      `${who(name, 'This person')}: nothing has changed since you said you didn’t expect this.`,
    ask: 'Ask for a change',
    someHidden: 'Some people are hidden by the search or the filter. Show everybody, then confirm.',
    showEverybody: 'Show everybody',
    someUnnamed: 'Some names can’t be shown, so this list can’t be confirmed yet.',
    unchangedSince: ({ date }: { readonly date: string }) =>
      `Confirmed on ${date}. Nothing has changed since.`,
    changesSince: ({ count, date }: CountAndDate) =>
      plural('en', count, {
        one: `1 change since you confirmed on ${date}`,
        other: `${count} changes since you confirmed on ${date}`,
      }),
    changes: {
      added: {
        delegators: ({ name }: Name) => `New: you can act for ${who(name, 'another person')}.`,
        delegates: ({ name }: Name) => `New: ${who(name, 'another person')} can act for you.`,
      },
      removed: {
        delegators: ({ name }: Name) =>
          name === null
            ? 'You are no longer a delegate of one person.'
            : `You are no longer ${who(name, '')}’s delegate.`,
        delegates: ({ name }: Name) => `${who(name, 'One person')} can no longer act for you.`,
      },
      gained: {
        delegators: ({ right, name }: RightAndName) =>
          `You can now ${verbs[right]} on behalf of ${who(name, 'this person')}.`,
        delegates: ({ right, name }: RightAndName) =>
          `${who(name, 'This person')} can now ${verbs[right]} on your behalf.`,
      },
      lost: {
        delegators: ({ right, name }: RightAndName) =>
          `You can no longer ${verbs[right]} on behalf of ${who(name, 'this person')}.`,
        delegates: ({ right, name }: RightAndName) =>
          `${who(name, 'This person')} can no longer ${verbs[right]} on your behalf.`,
      },
      /** Microsoft reports it no longer. */
      unreported: ({ right, name }: RightAndName) =>
        `Microsoft no longer reports “${rights[right]}” for ${who(name, 'this person')}.`,
      activated: ({ name }: Name) => `${who(name, 'One person')}: this delegation is now active.`,
      deactivated: ({ name }: Name) => `${who(name, 'One person')}: this delegation is now inactive.`,
      statusUnreported: ({ name }: Name) =>
        `Microsoft no longer reports whether the delegation with ${who(name, 'this person')} is active.`,
    },
  },
  news: {
    /** Behind the name of the other list’s tab. */
    tab: 'Something has changed',
    otherList: {
      delegators: 'Something has changed under “People you support”.',
      delegates: 'Something has changed under “Your delegates”.',
    },
    list: ({ count }: Count) =>
      plural('en', count, {
        one: 'The list has changed: 1 change.',
        other: `The list has changed: ${count} changes.`,
      }),
  },

  history: {
    open: 'History',
    title: 'What you have confirmed',
    first: 'First confirmation.',
    noChanges: 'No changes since the one before.',
    people: ({ count }: Count) => plural('en', count, { one: '1 person', other: `${count} people` }),
    empty: 'You haven’t confirmed this list yet.',
    more: 'Show more',
    export: 'Download history as CSV file',
    copy: 'Copy history as table',
    delete: 'Delete my history',
    deleteQuestion: 'Permanently delete all your confirmations of both lists?',
    deleteForGood: 'Delete permanently',
    keep: 'Keep',
    deleted: 'Deleted. Nothing is confirmed anymore.',
    when: 'When',
    /** Opens below an entry. */
    record: 'The list as it was',
    verdict: 'Verdict',
    right: 'That’s right',
    wrong: 'Not expected',
    confirmedOn: ({ moment }: { readonly moment: string }) => `Confirmed on ${moment}`,
  },

  attention,
  ask,
  notices,

  outside: {
    title: 'Open this in Microsoft Teams',
    text: 'Call Delegates signs you in through Microsoft Teams, Outlook or the Microsoft 365 app, so it can’t show your lists here.',
    steps: 'In Teams, choose Apps, search for Call Delegates, and open it.',
  },
};

export type LaterMessages = typeof later;
