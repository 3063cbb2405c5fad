import { withoutIsolates } from '../../i18n/format.js';
import type { RequestedChange } from './ChangeRequest.js';
import { listRights, type AskLanguage } from './askLanguage.js';

/** A delegate's request to their delegator. Names are never shortened. */
export type AskRequest = {
  readonly change: RequestedChange;
  /** null when not known. */
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
  const given = listRights(change.give, language);
  const taken = listRights(change.take, language);
  if (change.take.length === 0) return question.give({ name, given });
  return change.give.length === 0
    ? question.take({ name, taken })
    : question.giveAndTake({ name, given, taken });
}
