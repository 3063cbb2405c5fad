/** Supported languages, in the order of the language menu. `tag` is BCP 47; `name` is in the language itself. */
export const languages = [
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'de', name: 'Deutsch', direction: 'ltr' },
  { tag: 'fr', name: 'Français', direction: 'ltr' },
  { tag: 'es', name: 'Español', direction: 'ltr' },
  { tag: 'pt-BR', name: 'Português (Brasil)', direction: 'ltr' },
  { tag: 'ja', name: '日本語', direction: 'ltr' },
  { tag: 'zh-CN', name: '简体中文', direction: 'ltr' },
  { tag: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type LanguageTag = (typeof languages)[number]['tag'];

const fallback: LanguageTag = 'en';

/** Limit for untrusted input. Further tags are ignored. */
const maxTags = 16;
/** Characters. @see RFC 5646, section 4.4.1 */
const maxTagLength = 35;

let known: readonly { readonly tag: LanguageTag; readonly locale: Intl.Locale | undefined }[] | undefined;

/**
 * Returns the best match for the first tag whose language is supported, preferably with the same script and region.
 * Compares at most 16 tags of at most 35 characters, because the tags may come from an untrusted request.
 * @param wanted BCP 47 tags as hosts and browsers spell them (`de-de`, `zh_TW`), by preference. Invalid tags are ignored.
 */
export function matchLanguage(wanted: readonly string[]): LanguageTag {
  known ??= languages.map(({ tag }) => ({ tag, locale: maximize(tag) }));
  for (const tag of wanted.slice(0, maxTags)) {
    const wish = tag.length > maxTagLength ? undefined : maximize(tag);
    if (wish === undefined) continue;
    const inLanguage = known.filter(({ locale }) => locale?.language === wish.language);
    const inScript = inLanguage.filter(({ locale }) => locale?.script === wish.script);
    const inRegion = inScript.filter(({ locale }) => locale?.region === wish.region);
    const nearest = inRegion[0] ?? inScript[0] ?? inLanguage[0];
    if (nearest !== undefined) return nearest.tag;
  }
  return fallback;
}

/** Adds the likely script and region: `zh-TW` becomes `zh-Hant-TW`. Returns undefined for an invalid tag. */
function maximize(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
}
