/** Scripts in which initials carry no meaning. */
const withoutInitials = /^[\p{sc=Arabic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Returns the first letters of the first and last word. Undefined for a name without letters, or in such a script. */
export function toInitials(name: string): string | undefined {
  const words = name.match(/\p{L}\S*/gu) ?? [];
  const first = words[0];
  if (first === undefined || withoutInitials.test(first)) return undefined;
  return [first, ...words.slice(1).slice(-1)]
    .map((word) => word.match(/./u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
