/** Being told in Teams when something changes: the switch, and why a notification did not arrive. Other languages have the same keys. */
export const notices = {
  title: 'Notifications',
  /** Beside a list that has just been confirmed. */
  offer: 'Tell me in Teams when this changes',
  tell: 'Tell me in Teams when something changes',
  how: 'A notification in your Teams activity feed says that something changed and in which list, and leads to it. It contains no names and no permissions.',
  noticed: 'A change is noticed at the latest when you or the other person opens this tab.',
  others:
    'Nobody but you is told about your lists, and nobody sees that you asked for it. If people in your lists have asked as well, they are told when something has changed between the two of you and you open this tab.',
  kept: 'For this, the server keeps your language and, for each person in your lists, their ID and a code that shows only whether something has changed. When you turn it off, all of it is deleted at once.',
  /** Said once it is turned on, or off. */
  on: 'You’ll be told in your Teams activity feed.',
  off: 'Turned off. Everything that was kept for this is deleted.',
  /** Why the last one did not arrive, and what to do. */
  undelivered: {
    notInstalled: {
      title: 'The last notification didn’t reach you',
      text: 'Teams doesn’t have this app installed for you, or has two copies of it. In Teams, add Call Delegates under Apps, and remove any second copy. The next change is then told again.',
    },
    notPermitted: {
      title: 'The last notification didn’t reach you',
      text: 'Teams doesn’t let this app notify you. In Teams, remove Call Delegates and add it again. If that doesn’t help, only your administrator can.',
    },
  },
  /** The store cannot be reached. */
  unavailable: {
    title: 'Notifications can’t be changed right now',
    text: 'What you have chosen stays as it is. Try again in a few minutes.',
  },
};

export type NoticesMessages = typeof notices;
