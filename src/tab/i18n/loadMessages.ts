import type { LanguageTag } from '../../contract/languages.js';
import type { FirstMessages } from './en/first.js';
import type { LaterMessages } from './en/later.js';

/** Rejects when they cannot be had. Asked for more than once, they are fetched once. */
export const loadFirstMessages = async (tag: LanguageTag): Promise<FirstMessages> =>
  ((await load(tag, 'first')) as { readonly first: FirstMessages }).first;

export const loadLaterMessages = async (tag: LanguageTag): Promise<LaterMessages> =>
  ((await load(tag, 'later')) as { readonly later: LaterMessages }).later;

/** webpack makes two files of each language that has a folder here. */
const load = (tag: LanguageTag, part: 'first' | 'later'): Promise<unknown> =>
  import(/* webpackInclude: /(first|later)\.ts$/ */ `./${tag}/${part}`);
