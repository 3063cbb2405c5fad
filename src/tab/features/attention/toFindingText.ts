import { listPeople } from '../../i18n/listPeople.js';
import type { LaterMessages } from '../../i18n/messages.js';
import type { Finding, Unread } from './Finding.js';

export type AttentionLanguage = {
  readonly messages: LaterMessages['attention'];
  readonly locale: string;
  /** Returns null when the name is not known. */
  readonly toName: (id: string) => string | null;
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

/** Returns a sentence about data that could not be read. */
export function toUnreadText({ what, ids }: Unread, language: AttentionLanguage): string {
  const { unread } = language.messages;
  switch (what) {
    case 'names':
      return unread.names({ count: ids.length });
    case 'presence':
      return unread.presence({ people: toPeople(ids, language) });
    case 'accounts':
    case 'licence':
    case 'confirmation':
    case 'otherList':
      return unread[what];
  }
}

export const toPeople = (ids: readonly string[], { messages, locale, toName }: AttentionLanguage): string =>
  listPeople(ids.map(toName), messages, locale);
