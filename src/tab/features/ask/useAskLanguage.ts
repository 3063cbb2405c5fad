import { useLaterMessages } from '../../i18n/useLaterMessages.js';
import { useLanguage } from '../../i18n/useMessages.js';
import type { AskLanguage } from './AskLanguage.js';

export function useAskLanguage(): AskLanguage {
  const { messages, locale } = useLanguage();
  return { messages: useLaterMessages().ask, rights: messages.rights, locale };
}
