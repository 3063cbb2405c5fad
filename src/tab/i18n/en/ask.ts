import { who, type Name } from '../parameters.js';

type Permissions = { readonly permissions: string };
type Given = { readonly given: string };
type Taken = { readonly taken: string };
type Question = { readonly question: string };
type QuestionAndPath = Question & { readonly path: string };

/**
 * Asking for a change, or making it. Permissions come as one list of Teams' own labels, each as `quoted` shows it, so that no
 * language has to bend a verb.
 */
export const ask = {
  title: {
    delegators: ({ name }: Name) => `Ask ${who(name, 'this person')} for a change`,
    delegates: ({ name }: Name) => `Change what ${who(name, 'this person')} may do`,
  },
  howTo: 'How to change your delegates',
  howToCallSettings: 'What happens to your calls',
  whatToChange: 'What should change?',
  kinds: {
    rights: 'Permissions',
    activate: 'Make the delegation active again',
    end: {
      delegators: 'I should no longer be a delegate',
      delegates: 'This person should no longer be a delegate',
    },
  },
  chooseFirst: 'Choose what should change.',
  message: 'Your message',
  nothingIsSent: 'Nothing is sent until you send it yourself.',
  openChat: 'Open a chat',
  openMail: 'Write an email',
  copyMessage: 'Copy the message',
  stepsTitle: 'In Teams',
  orAdministrator: 'Your administrator can do it too.',
  askedDuringVisit: 'What you asked for',

  quoted: ({ label }: { readonly label: string }) => `“${label}”`,

  /** A delegate's own words to their delegator. */
  subject: {
    change: 'My call delegation for you in Microsoft Teams',
    end: 'Please remove me from your delegates',
  },
  question: {
    give: ({ name, given }: Name & Given) =>
      `${greeting(name)} could you switch on ${given} for me, your delegate?`,
    take: ({ name, taken }: Name & Taken) =>
      `${greeting(name)} could you switch off ${taken} for me, your delegate? I no longer need it.`,
    giveAndTake: ({ name, given, taken }: Name & Given & Taken) =>
      `${greeting(name)} could you switch on ${given} for me, your delegate, and switch off ${taken}?`,
    activate: ({ name }: Name) =>
      `${greeting(name)} my call delegation for you is inactive, so I can’t act for you in calls. Could you have a look at it?`,
    end: ({ name }: Name) =>
      `${greeting(name)} I no longer support you in calls. Could you remove me from your delegates?`,
  },
  /** Where the delegator finds it; `name` is the delegate's own. */
  path: ({ name }: Name) =>
    `In Teams: Settings and more (…) > Settings > Calls > Manage delegates > ${who(name, 'me')}.`,
  pathWithoutName: 'In Teams: Settings and more (…) > Settings > Calls > Manage delegates.',
  /** The sentences above in one paragraph, the fullest first. */
  paragraph: {
    withDate: ({ question, path, date }: QuestionAndPath & { readonly date: string }) =>
      `${question} It was so when I checked on ${date}. ${path} Thank you!`,
    withThanks: ({ question, path }: QuestionAndPath) => `${question} ${path} Thank you!`,
    withPath: ({ question, path }: QuestionAndPath) => `${question} ${path}`,
  },

  /** For a delegator, who does it themself. */
  steps: {
    openSettings: {
      computer: 'In Teams, open Settings and more (…), then Settings.',
      phone: 'In Teams, tap your picture, then Settings.',
    },
    openDelegates: {
      computer: 'Choose Calls and go to Manage delegates. If there is a tab called Your delegates, open it.',
      phone: 'Tap Calling, then Delegates.',
    },
    openCalls: {
      computer:
        'Choose Calls. There you see whether calls ring your delegates, and what happens when no one answers.',
      phone:
        'Tap Calling. There you see whether calls ring your delegates, and what happens when no one answers.',
    },
    findPerson: ({ name }: Name) => `Find ${who(name, 'the person')} and open their permissions.`,
    addPerson: 'To add someone, choose Add a delegate.',
    removePerson: ({ name }: Name) =>
      `To remove ${who(name, 'someone')}, choose the bin next to the name. If there is no bin, open the name or its menu (…).`,
    switchOn: ({ permissions }: Permissions) => `Switch on ${permissions}.`,
    switchOff: ({ permissions }: Permissions) => `Switch off ${permissions}.`,
    comeBack: 'Come back here and refresh: this page says whether it has happened.',
  },

  /** After a refresh. */
  outcome: {
    happened: ({ name }: Name) =>
      `Done: the delegation with ${who(name, 'this person')} is now as you wanted it.`,
    partly: ({ name }: Name) =>
      `The delegation with ${who(name, 'this person')} has changed, but not in everything you wanted.`,
    notYet: ({ name }: Name) => `The delegation with ${who(name, 'this person')} hasn’t changed yet.`,
    ended: ({ name }: Name) => `The delegation with ${who(name, 'this person')} has ended.`,
    notReported: ({ name }: Name) =>
      `Microsoft doesn’t report whether the delegation with ${who(name, 'this person')} has changed.`,
  },
};

function greeting(name: string | null): string {
  return name === null ? 'Hi,' : `Hi ${who(name, '')},`;
}

export type AskMessages = typeof ask;
