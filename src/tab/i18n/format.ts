type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The plural form for a count. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export const plural = (language: string, count: number, forms: Forms): string =>
  forms[new Intl.PluralRules(language).select(count)] ?? forms.other;

/** Keeps the direction of a name apart from that of its sentence. @see https://www.unicode.org/reports/tr9/ (first strong isolate) */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** For files and other places that need no invisible characters. */
export const withoutIsolates = (sentence: string): string => sentence.replace(/[\u2068\u2069]/g, '');
