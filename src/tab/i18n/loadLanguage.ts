import { languages, matchLanguage, type LanguageTag } from '../../contract/languages.js';
import { english, type Language } from './Language.js';
import { loadFirstMessages } from './loadMessages.js';

/** The language for a host's locale, and how to format for it. English when its messages cannot be had. */
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

/** The host's own region when Intl knows it, so that British dates stay British. */
function toFormatLocale(hostLocale: string, tag: LanguageTag): string {
  try {
    const locale = new Intl.Locale(hostLocale);
    return locale.language === new Intl.Locale(tag).language ? locale.toString() : tag;
  } catch {
    return tag;
  }
}
