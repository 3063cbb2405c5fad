/**
 * The initials of a name in Latin letters, as an avatar takes them: Fluent would turn them around in a language that is
 * written from the right. It keeps its own for every other script.
 */
export function toInitials(name: string): { readonly initials?: string } {
  const words = name.match(/\p{L}\S*/gu) ?? [];
  if (!/^\p{sc=Latin}/u.test(words[0] ?? '')) return {};
  const letters = [words[0], ...words.slice(1).slice(-1)].map((word) => word?.match(/./u)?.[0] ?? '');
  return { initials: letters.join('').toUpperCase() };
}
