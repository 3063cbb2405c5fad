type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Selects the plural form for a count. @see https://cldr.unicode.org/index/cldr-spec/plural-rules */
export const plural = (language: string, count: number, forms: Forms): string =>
  forms[new Intl.PluralRules(language).select(count)] ?? forms.other;

/** Isolates a name's text direction from its sentence (first strong isolate). @see https://www.unicode.org/reports/tr9/ */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

/** Removes the invisible isolates, for files and other plain text. */
export const withoutIsolates = (sentence: string): string => sentence.replace(/[\u2068\u2069]/g, '');
