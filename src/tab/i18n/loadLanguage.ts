import { languages, matchLanguage, type LanguageTag } from '../../contract/languages.js';
import { english, type Language } from './Language.js';
import { loadFirstMessages } from './loadMessages.js';

/** Loads the language for a host's locale. Falls back to English when its messages cannot be loaded. */
export async function loadLanguage(hostLocale: string): Promise<Language> {
  const tag = matchLanguage([hostLocale]);
  try {
    return {
      tag,
      locale: toFormatLocale(hostLocale, tag),
      direction: languages.find((language) => language.tag === tag)?.direction ?? 'ltr',
      messages: await loadFirstMessages(tag),
    };
  } catch {
    return english;
  }
}

/** Keeps the host's region if Intl supports it, so that British dates stay British. */
function toFormatLocale(hostLocale: string, tag: LanguageTag): string {
  try {
    const locale = new Intl.Locale(hostLocale);
    return locale.language === new Intl.Locale(tag).language ? locale.toString() : tag;
  } catch {
    return tag;
  }
}
