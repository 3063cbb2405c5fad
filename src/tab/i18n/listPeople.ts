import { isolate } from './format.js';

/** How many names a sentence takes before it only counts. */
const mostNames = 3;

type ListMessages = {
  readonly people: (parameters: { readonly count: number }) => string;
  readonly others: (parameters: { readonly count: number }) => string;
};

/** “Diego, Sofia, and 2 others”: names in a sentence, each isolated; only how many people where none is known. */
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
