import { plural } from '../../../i18n/plural.js';
import type { ConfirmationWords } from './words.js';

export const en: ConfirmationWords = {
  statement: (count, date) =>
    count === 0
      ? `I have checked on ${date} that this list is empty.`
      : plural('en', count, {
          one: `I have checked this person and their rights on ${date}.`,
          other: `I have checked these ${count} people and their rights on ${date}.`,
        }),
  confirm: 'Confirm this list',
  confirmNew: 'Confirm the new list',
  confirming: 'Confirming…',
  invitation: 'Confirm it once, and this page tells you what has changed since.',
  confirmedToday: 'Confirmed today',
  confirmedOn: (date) => `Confirmed on ${date}`,
  nothingChanged: 'Nothing has changed since.',
  changesSince: (count, date) =>
    plural('en', count, {
      one: `1 change since you confirmed on ${date}`,
      other: `${count} changes since you confirmed on ${date}`,
    }),
  listChanged: 'The list has just changed. Look at it again, then confirm.',
  unavailable: 'Confirming is unavailable right now. Your lists are not affected.',
  changes: {
    added: {
      delegators: (name) => `New: you may act for ${name}.`,
      delegates: (name) => `New: ${name} may act for you.`,
    },
    removed: {
      delegators: (name) => `${name} removed you.`,
      delegates: (name) => `${name} no longer acts for you.`,
    },
    gained: {
      delegators: (verb, name) => `${name} now lets you ${verb}.`,
      delegates: (verb, name) => `${name} may now ${verb} on your behalf.`,
    },
    lost: {
      delegators: (verb, name) => `${name} no longer lets you ${verb}.`,
      delegates: (verb, name) => `${name} may no longer ${verb} on your behalf.`,
    },
    unreported: (right, name) => `${name}: Microsoft no longer reports “${right}”.`,
    activated: (name) => `${name}: became active.`,
    deactivated: (name) => `${name}: became inactive.`,
    statusUnreported: (name) => `${name}: Microsoft no longer reports whether it is active.`,
  },
  history: {
    open: 'History',
    title: 'What you have confirmed',
    first: 'First confirmation.',
    noChanges: 'No changes since the one before.',
    people: (count) => plural('en', count, { one: '1 person', other: `${count} people` }),
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
};
