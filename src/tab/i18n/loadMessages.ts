import type { LanguageTag } from '../../contract/languages.js';
import type { FirstMessages, LaterMessages } from './messages.js';

/** Loads the messages once. Rejects when they cannot be loaded. */
export const loadFirstMessages = async (tag: LanguageTag): Promise<FirstMessages> =>
  ((await load(tag, 'first')) as { readonly default: FirstMessages }).default;

export const loadLaterMessages = async (tag: LanguageTag): Promise<LaterMessages> =>
  ((await load(tag, 'later')) as { readonly default: LaterMessages }).default;

/** webpack creates two chunks for each language folder. */
const load = (tag: LanguageTag, part: 'first' | 'later'): Promise<unknown> =>
  import(/* webpackInclude: /(first|later)\.json$/ */ `./${tag}/${part}.json`);
