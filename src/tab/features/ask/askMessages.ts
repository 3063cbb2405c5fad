import type { Name } from '../../i18n/parameters.js';

type Permissions = { readonly permissions: string };
type Given = { readonly given: string };
type Taken = { readonly taken: string };
type Question = { readonly question: string };
type QuestionAndPath = Question & { readonly path: string };

const steps = {
  openSettings: {
    computer: 'In Teams, open Settings and more (…), then Settings.',
    phone: 'In Teams, tap your picture, then Settings.',
  },
  openDelegates: {
    computer: 'Choose Calls, then Manage delegates.',
    phone: 'Tap Calling, then Delegates.',
  },
  openYourDelegates: 'Choose Your delegates.',
  findPerson: ({ name }: Name) => `Find ${name} and open their permissions.`,
  addPerson: ({ name }: Name) => `Add ${name} as a delegate.`,
  removePerson: ({ name }: Name) => `Remove ${name}.`,
  switchOn: ({ permissions }: Permissions) => `Switch on ${permissions}.`,
  switchOff: ({ permissions }: Permissions) => `Switch off ${permissions}.`,
  comeBack: 'Come back here: this page says whether it has happened.',
};

/**
 * What asking for a change says. Permissions come as one list of Teams' own labels, each as `quoted` shows it, so that no
 * language has to bend a verb.
 */
export const askEnglish = {
  quoted: ({ label }: { readonly label: string }) => `“${label}”`,

  /** A delegate's own words to their delegator. */
  subject: {
    change: 'My call delegation for you in Microsoft Teams',
    end: 'Please remove me from your delegates',
  },
  question: {
    give: ({ name, given }: Name & Given) =>
      `Hi ${name}, could you switch on ${given} for me, your delegate?`,
    take: ({ name, taken }: Name & Taken) =>
      `Hi ${name}, could you switch off ${taken} for me, your delegate? I no longer need it.`,
    giveAndTake: ({ name, given, taken }: Name & Given & Taken) =>
      `Hi ${name}, could you switch on ${given} for me, your delegate, and switch off ${taken}?`,
    activate: ({ name }: Name) =>
      `Hi ${name}, my call delegation for you is inactive, so I cannot act for you in calls. Could you have a look at it?`,
    end: ({ name }: Name) =>
      `Hi ${name}, I no longer support you in calls. Could you remove me from your delegates?`,
  },
  /** Where the delegator finds it; `name` is the delegate's own. */
  path: ({ name }: Name) =>
    `In Teams: Settings and more (…) > Settings > Calls > Manage delegates > Your delegates > ${name}.`,
  pathWithoutName: 'In Teams: Settings and more (…) > Settings > Calls > Manage delegates > Your delegates.',
  /** The sentences above in one paragraph, the fullest first. */
  paragraph: {
    withDate: ({ question, path, date }: QuestionAndPath & { readonly date: string }) =>
      `${question} It was so when I checked on ${date}. ${path} Thank you!`,
    withThanks: ({ question, path }: QuestionAndPath) => `${question} ${path} Thank you!`,
    withPath: ({ question, path }: QuestionAndPath) => `${question} ${path}`,
  },

  /** For a delegator, who does it themself. */
  steps,

  /** After a refresh. */
  outcome: {
    happened: ({ name }: Name) => `Done: the delegation with ${name} is now as you wanted it.`,
    partly: ({ name }: Name) => `The delegation with ${name} has changed, but not all of it as you wanted.`,
    notYet: ({ name }: Name) => `The delegation with ${name} has not changed yet.`,
    ended: ({ name }: Name) => `The delegation with ${name} has ended.`,
    notReported: ({ name }: Name) =>
      `Microsoft does not report whether the delegation with ${name} has changed.`,
  },
};

export type AskMessages = typeof askEnglish;
