import { languages, matchLanguage, type LanguageTag } from '../../contract/languages.js';
import first from './en/first.json';
import type { FirstMessages, LaterMessages } from './messages.js';

export type Language = {
  readonly tag: LanguageTag;
  /** BCP 47 tag for Intl, with the user's region if it is known. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: FirstMessages;
};

export const english: Language = {
  tag: 'en',
  locale: 'en',
  direction: 'ltr',
  // The build compiles the file.
  messages: first as unknown as FirstMessages,
};

/** Loads the language for a host's locale. Falls back to English when its messages cannot be loaded. */
export async function loadLanguage(hostLocale: string): Promise<Language> {
  const tag = matchLanguage([hostLocale]);
  try {
    return {
      tag,
      locale: toFormatLocale(hostLocale, tag),
      direction: languages.find((language) => language.tag === tag)?.direction ?? 'ltr',
      messages: await load(tag, 'first'),
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

/** Loads the messages that the first screen does not need. Rejects when they cannot be loaded. */
export const loadLaterMessages = (tag: LanguageTag): Promise<LaterMessages> => load(tag, 'later');

/** webpack creates two chunks for each language folder. */
async function load<Messages>(tag: LanguageTag, part: 'first' | 'later'): Promise<Messages> {
  const file = (await import(/* webpackInclude: /(first|later)\.json$/ */ `./${tag}/${part}.json`)) as {
    readonly default: Messages;
  };
  return file.default;
}
