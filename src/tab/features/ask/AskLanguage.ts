import type { Right } from '../../../contract/delegation.js';
import type { LaterMessages } from '../../i18n/messages.js';

/** All that this folder needs of a language. */
export type AskLanguage = {
  readonly messages: LaterMessages['ask'];
  /** The rights in Teams' own words. */
  readonly rights: Readonly<Record<Right, string>>;
  /** For `Intl`. */
  readonly locale: string;
};

/** “Make calls” and “Receive calls”. */
export const listRights = (some: readonly Right[], { messages, rights, locale }: AskLanguage): string =>
  new Intl.ListFormat(locale).format(some.map((right) => messages.quoted({ label: rights[right] })));
