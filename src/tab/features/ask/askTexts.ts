import type { Right } from '../../../contract/delegation.js';
import { useTeamsClient, type TeamsClient } from '../../components/useTeamsClient.js';
import { withoutIsolates } from '../../i18n/format.js';
import type { LaterMessages } from '../../i18n/messages.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { rightsIn, type RequestedChange } from './ChangeRequest.js';

type AskLanguage = {
  readonly messages: LaterMessages['ask'];
  /** Labels of the rights as Teams shows them. */
  readonly rights: Readonly<Record<Right, string>>;
  readonly locale: string;
  /** Teams' settings differ between these. */
  readonly client: TeamsClient;
};

export function useAskLanguage(): AskLanguage {
  const { messages, locale } = useLanguage();
  return { messages: useLaterMessages().ask, rights: messages.rights, locale, client: useTeamsClient() };
}

/** A delegate's request to their delegator. Names are never shortened. */
type AskRequest = {
  readonly change: RequestedChange;
  readonly delegatorName: string | null;
  /** Name under which the delegator finds the delegate in Teams. Undefined when the host does not report it. */
  readonly delegateName: string | undefined;
  /** Formatted day on which the user last confirmed the requested state. Undefined when they never did. */
  readonly wasSoOn: string | undefined;
};

/** Variants of the same message, one paragraph each. The longest comes first; the last holds only the request. */
export function toAskTexts(request: AskRequest, language: AskLanguage): readonly string[] {
  const { paragraph, path: pathTo, pathWithoutName } = language.messages;
  const question = toQuestion(request, language);
  const { delegateName, wasSoOn } = request;
  const path = delegateName === undefined ? pathWithoutName : pathTo({ name: delegateName });
  const texts = [
    ...(wasSoOn === undefined ? [] : [paragraph.withDate({ question, path, date: wasSoOn })]),
    paragraph.withThanks({ question, path }),
    paragraph.withPath({ question, path }),
    question,
  ];
  return texts.map(withoutIsolates);
}

export const toAskSubject = ({ kind }: RequestedChange, { messages }: AskLanguage): string =>
  messages.subject[kind === 'end' ? 'end' : 'change'];

function toQuestion({ change, delegatorName: name }: AskRequest, language: AskLanguage): string {
  const { question } = language.messages;
  if (change.kind !== 'rights') return question[change.kind]({ name });
  const [give, take] = [rightsIn(change.wanted, true), rightsIn(change.wanted, false)];
  const [given, taken] = [listRights(give, language), listRights(take, language)];
  if (take.length === 0) return question.give({ name, given });
  return give.length === 0 ? question.take({ name, taken }) : question.giveAndTake({ name, given, taken });
}

/** A delegator's change for one person, or for the whole list. */
export type ManageGoal = RequestedChange | { readonly kind: 'list' };

/**
 * Steps in Teams' settings, for which no deep link exists. Microsoft does not report why a delegation is inactive, so
 * the `activate` steps only lead to it. The texts fit both the current settings, with a bin next to each name, and the
 * older dialog with two tabs.
 * @see https://support.microsoft.com/office/16307929-a51f-43fc-8323-3b1bf115e5a8
 * @param name of the person the steps are about; null when not known
 */
export function toManageSteps(goal: ManageGoal, name: string | null, language: AskLanguage): string[] {
  const {
    messages: { steps },
    client,
  } = language;
  return [
    steps.openSettings[client],
    steps.openDelegates[client],
    ...toOwnSteps(goal, name, language),
    steps.comeBack,
  ];
}

function toOwnSteps(goal: ManageGoal, name: string | null, language: AskLanguage): string[] {
  const { steps } = language.messages;
  switch (goal.kind) {
    case 'rights': {
      const [give, take] = [rightsIn(goal.wanted, true), rightsIn(goal.wanted, false)];
      return [
        steps.findPerson({ name }),
        ...(give.length > 0 ? [steps.switchOn({ permissions: listRights(give, language) })] : []),
        ...(take.length > 0 ? [steps.switchOff({ permissions: listRights(take, language) })] : []),
      ];
    }
    case 'activate':
      return [steps.findPerson({ name })];
    case 'end':
      return [steps.removePerson({ name })];
    case 'list':
      return [steps.addPerson, steps.removePerson({ name })];
  }
}

/** Steps to the settings for ringing and unanswered calls. */
export const toCallSettingsSteps = ({ messages: { steps }, client }: AskLanguage): string[] => [
  steps.openSettings[client],
  steps.openCalls[client],
];

/** Formats a list such as “Make calls” and “Receive calls”. */
const listRights = (some: readonly Right[], { messages, rights, locale }: AskLanguage): string =>
  new Intl.ListFormat(locale).format(some.map((right) => messages.quoted({ label: rights[right] })));
