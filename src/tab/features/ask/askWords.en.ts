import type { Right } from '../../../contract/delegation.js';
import type { AskedChange } from './AskedChange.js';
import type { AskRequest, AskWords } from './AskWords.js';
import type { ManageStep } from './toManageSteps.js';

const labels: Readonly<Record<Right, string>> = {
  makeCalls: 'Make calls',
  receiveCalls: 'Receive calls',
  pickUpHeldCalls: 'Pick up held calls',
  joinActiveCalls: 'Join active calls',
  manageCallAndDelegateSettings: 'Change call and delegate settings',
};
const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);
const verbs = (rights: readonly Right[]): string => list(rights.map((right) => labels[right].toLowerCase()));
const quoted = (rights: readonly Right[]): string => list(rights.map((right) => `“${labels[right]}”`));

function toQuestion(change: AskedChange, name: string): string {
  switch (change.kind) {
    case 'rights':
      if (change.take.length === 0) {
        return `Hi ${name}, could you let me ${verbs(change.give)} on your behalf?`;
      }
      if (change.give.length === 0) {
        return `Hi ${name}, I no longer need to ${verbs(change.take)} on your behalf. Could you take that permission from me?`;
      }
      return `Hi ${name}, could you let me ${verbs(change.give)} on your behalf, and take from me the permission to ${verbs(change.take)}?`;
    case 'activate':
      return `Hi ${name}, my call delegation for you is inactive, so I cannot act for you in calls. Could you have a look at it?`;
    case 'end':
      return `Hi ${name}, I no longer support you in calls. Could you remove me from your delegates?`;
  }
}

function toMessages({ change, delegatorName, delegateName, wasSoOn }: AskRequest): string[] {
  const question = toQuestion(change, delegatorName);
  const person = delegateName === undefined ? '' : ` > ${delegateName}`;
  const path = `In Teams: Settings and more (…) > Settings > Calls > Manage delegates > Your delegates${person}.`;
  const before = wasSoOn === undefined ? '' : ` It was so when I checked on ${wasSoOn}.`;
  return [`${question}${before} ${path} Thank you!`, `${question} ${path}`, question];
}

function toStep(step: ManageStep, name: string): string {
  switch (step.step) {
    case 'openSettings':
      return step.client === 'phone'
        ? 'In Teams, tap your picture, then Settings.'
        : 'In Teams, open Settings and more (…), then Settings.';
    case 'openDelegates':
      return step.client === 'phone'
        ? 'Tap Calling, then Delegates.'
        : 'Choose Calls, then Manage delegates.';
    case 'openYourDelegates':
      return 'Choose Your delegates.';
    case 'findPerson':
      return `Find ${name} and open their permissions.`;
    case 'addPerson':
      return `Add ${name} as a delegate.`;
    case 'removePerson':
      return `Remove ${name}.`;
    case 'switchOn':
      return `Switch on ${quoted(step.rights)}.`;
    case 'switchOff':
      return `Switch off ${quoted(step.rights)}.`;
    case 'comeBack':
      return 'Come back here: this page says whether it has happened.';
  }
}

export const askEnglish: AskWords = {
  subject: ({ change }) =>
    change.kind === 'end'
      ? 'Please remove me from your delegates'
      : 'My call delegation for you in Microsoft Teams',
  messages: toMessages,
  step: toStep,
  outcome: {
    happened: (name) => `Done: ${name}’s delegation is now as you wanted it.`,
    partly: (name) => `${name}’s delegation has changed, but not all of it as you wanted.`,
    notYet: (name) => `${name}’s delegation has not changed yet.`,
    ended: (name) => `The delegation with ${name} has ended.`,
    notReported: (name) => `Microsoft does not report whether ${name}’s delegation has changed.`,
  },
};
