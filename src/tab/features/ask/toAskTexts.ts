import { withoutIsolates } from '../../i18n/format.js';
import type { AskedChange } from './AskedChange.js';
import { listRights, type AskLanguage } from './AskLanguage.js';

/** What a delegate asks of their delegator. Names come as they are and are never shortened. */
export type AskRequest = {
  readonly change: AskedChange;
  /** null: not known. */
  readonly delegatorName: string | null;
  /** As the delegator finds them in Teams; undefined: the host does not say. */
  readonly delegateName: string | undefined;
  /** The day, in words, on which the reader last confirmed it as it is asked for; undefined: never. */
  readonly wasSoOn: string | undefined;
};

/** The same message several times, one paragraph each: the fullest first, and last only what cannot be left out. */
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

export const toAskSubject = ({ kind }: AskedChange, { messages }: AskLanguage): string =>
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
