import type { Right } from '../../../contract/delegation.js';
import type { LaterMessages } from '../../i18n/messages.js';
import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';

export type AskLanguage = {
  readonly messages: LaterMessages['ask'];
  /** Labels of the rights as Teams shows them. */
  readonly rights: Readonly<Record<Right, string>>;
  readonly locale: string;
};

export function useAskLanguage(): AskLanguage {
  const { messages, locale } = useLanguage();
  return { messages: useLaterMessages().ask, rights: messages.rights, locale };
}

/** Formats a list such as “Make calls” and “Receive calls”. */
export const listRights = (some: readonly Right[], { messages, rights, locale }: AskLanguage): string =>
  new Intl.ListFormat(locale).format(some.map((right) => messages.quoted({ label: rights[right] })));
