import { en, type Text } from './en.js';
import type { Language } from './useText.js';

/** The languages of the tab; a language's words are loaded when they are needed. */
export const languages = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  'pt-BR': async () => (await import('./ptBr.js')).ptBr,
  ja: async () => (await import('./ja.js')).ja,
  'zh-CN': async () => (await import('./zhCn.js')).zhCn,
  ar: async () => (await import('./ar.js')).ar,
} satisfies Record<string, () => Promise<Text>>;

export type LanguageName = keyof typeof languages;

/** Hosts spell locales in their own ways: `de-de`, `pt-br`, `zh-Hans-CN`. English where there is nothing closer. */
export function toLanguageName(locale: string): LanguageName {
  const names = Object.keys(languages) as LanguageName[];
  const [base] = locale.toLowerCase().split(/[-_]/);
  return names.find((name) => name.toLowerCase().split('-')[0] === base) ?? 'en';
}

/** The words for a host's locale, and how to format for it. English when they cannot be loaded. */
export async function loadLanguage(hostLocale: string): Promise<Language> {
  const name = toLanguageName(hostLocale);
  try {
    const text = await languages[name]();
    return { text, locale: toFormatLocale(hostLocale, name), direction: name === 'ar' ? 'rtl' : 'ltr' };
  } catch {
    return { text: en, locale: 'en', direction: 'ltr' };
  }
}

/** The host's own region when Intl knows it, so that British dates stay British. */
function toFormatLocale(hostLocale: string, name: LanguageName): string {
  try {
    const [canonical = name] = Intl.getCanonicalLocales(hostLocale);
    const isSame = canonical.toLowerCase().startsWith(name.split('-')[0] ?? name);
    // Latin digits in Arabic too, since counts and ids have them.
    return name === 'ar' ? `${isSame ? canonical : name}-u-nu-latn` : isSame ? canonical : name;
  } catch {
    return name;
  }
}
