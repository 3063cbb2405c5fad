import { presenceOf, toPresenceNow } from '../../delegation/presenceNow.js';
import type { ToName } from '../../delegation/useNames.js';
import { listPeople } from '../../i18n/listPeople.js';
import type { LaterMessages } from '../../i18n/messages.js';
import { findCallRecipients, type AttentionInput, type Finding } from './collectFindings.js';

export type AttentionLanguage = {
  readonly messages: LaterMessages['attention'];
  readonly locale: string;
  readonly toName: ToName;
};

/**
 * Returns one or two sentences that explain a finding.
 * @param count number of delegations in the list
 */
export function toFindingText(finding: Finding, count: number, language: AttentionLanguage): string[] {
  const { findings } = language.messages;
  const people = toPeople(finding.ids, language);
  const { code, list, ids, unsure, reason = 'none' } = finding;
  const doubt = unsure.length === 0 ? [] : [findings.unsure({ people: toPeople(unsure, language) })];
  switch (code) {
    case 'accountGone':
      return [findings.accountGone[list]({ count: ids.length })];
    case 'accountDisabled':
    case 'inactive':
      return [findings[code][list]({ people })];
    case 'nobodyReceives':
      return [findings.nobodyReceives, ...doubt];
    case 'nearLimit':
      return [findings.nearLimit[list]({ count })];
    case 'noTeamsPhone':
      return [findings.noTeamsPhone[reason]];
    case 'otherSaysWrong':
    case 'stillWrong':
    case 'onlyOneReceives':
    case 'everybodyAway':
    case 'mayChangeSettings':
    case 'bothWays':
    case 'notReported':
      return [findings[code]({ people }), ...doubt];
  }
}

/** Says which data `collectFindings` is missing because a read failed. Leaves out data that is still loading. */
export function toUnreadTexts(input: AttentionInput, language: AttentionLanguage) {
  const { list, delegations, other, presence, lastConfirmed, teamsPhone, isCallingAllowed } = input;
  const { unread } = language.messages;
  const unnamed = delegations.filter(({ personStatus }) => personStatus === 'unavailable');
  const isUnclear = delegations.some(({ person }) => person !== null && person.accountEnabled === null);
  const recipients =
    list === 'delegates' && presence !== undefined ? findCallRecipients(delegations).known : [];
  const unseen = recipients.filter((id) => toPresenceNow(presenceOf(presence, id)) === 'unknown');
  return {
    ...(unnamed.length > 0 && { names: unread.names({ count: unnamed.length }) }),
    ...(isUnclear && { accounts: unread.accounts }),
    ...(unseen.length > 0 && { presence: unread.presence({ people: toPeople(unseen, language) }) }),
    ...(teamsPhone === null && isCallingAllowed !== false && { licence: unread.licence }),
    ...(lastConfirmed === null && { confirmation: unread.confirmation }),
    ...(other === null && { otherList: unread.otherList }),
  };
}

export const toPeople = (ids: readonly string[], { messages, locale, toName }: AttentionLanguage): string =>
  listPeople(ids.map(toName), messages, locale);
