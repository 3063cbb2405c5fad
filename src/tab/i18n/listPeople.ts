import { isolate } from './format.js';

/** Maximum number of names in a sentence. The rest is counted. */
const mostNames = 3;

type ListMessages = {
  readonly people: (parameters: { readonly count: number }) => string;
  readonly others: (parameters: { readonly count: number }) => string;
};

/** Formats “Diego, Sofia, and 2 others” with each name isolated. Returns only the count when no name is known. */
export function listPeople(
  names: readonly (string | null)[],
  messages: ListMessages,
  locale: string,
): string {
  const known = names.filter((name) => name !== null);
  if (known.length === 0) return messages.people({ count: names.length });
  const shown = known.slice(
    0,
    known.length === names.length && names.length <= mostNames ? mostNames : mostNames - 1,
  );
  const others = names.length - shown.length;
  return new Intl.ListFormat(locale).format([
    ...shown.map(isolate),
    ...(others > 0 ? [messages.others({ count: others })] : []),
  ]);
}
