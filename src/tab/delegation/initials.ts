/** Initials say nothing in these scripts. */
const withoutInitials = /^[\p{sc=Arabic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** The first letters of the first and the last word of a name; undefined if there are none, or if they say nothing. */
export function toInitials(name: string): string | undefined {
  const words = name.match(/\p{L}\S*/gu) ?? [];
  const first = words[0];
  if (first === undefined || withoutInitials.test(first)) return undefined;
  return [first, ...words.slice(1).slice(-1)]
    .map((word) => word.match(/./u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
