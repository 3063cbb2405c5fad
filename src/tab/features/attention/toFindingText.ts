import { listPeople } from '../../i18n/listPeople.js';
import type { LaterMessages } from '../../i18n/messages.js';
import type { Finding, Unread } from './Finding.js';

/** All that a sentence needs beside what it is about. */
export type AttentionLanguage = {
  readonly messages: LaterMessages['attention'];
  readonly locale: string;
  /** null: not known. */
  readonly toName: (id: string) => string | null;
};

/**
 * What a finding means, in a sentence or two.
 * @param count how many delegations are in the list
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
    case 'stillWrong':
    case 'onlyOneReceives':
    case 'everybodyAway':
    case 'mayChangeSettings':
    case 'bothWays':
    case 'notReported':
      return [findings[code]({ people }), ...doubt];
  }
}

/** What could not be looked at. */
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
