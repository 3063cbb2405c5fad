/** The languages of the product, in the order in which a person may choose one. Tags are BCP 47; names are the language's own. */
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

/** What the reader gets when nothing closer is there. */
const fallback: LanguageTag = 'en';

/**
 * The first wish that can be met: in its script if there is one, else in its language, whatever the region.
 * @param wanted BCP 47 tags as hosts and browsers spell them (`de-de`, `zh_TW`), the most wanted first; others are passed over
 */
export function matchLanguage(wanted: readonly string[]): LanguageTag {
  const known = languages.map(({ tag }) => ({ tag, locale: maximize(tag) }));
  for (const tag of wanted) {
    const wish = maximize(tag);
    if (wish === undefined) continue;
    const inLanguage = known.filter(({ locale }) => locale?.language === wish.language);
    const inScript = inLanguage.filter(({ locale }) => locale?.script === wish.script);
    const inRegion = inScript.filter(({ locale }) => locale?.region === wish.region);
    const nearest = inRegion[0] ?? inScript[0] ?? inLanguage[0];
    if (nearest !== undefined) return nearest.tag;
  }
  return fallback;
}

/** Script and region are often left out: `zh-TW` means Hant, `pt` means Brazil. Undefined for what is no tag. */
function maximize(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
}
