import type { LanguageTag } from '../../contract/languages.js';
import type { AdministratorMessages } from './en/administrator.js';
import type { FirstMessages } from './en/first.js';
import type { LaterMessages } from './en/later.js';

/** Rejects when they cannot be had. Asked for more than once, they are fetched once. */
export const loadFirstMessages = async (tag: LanguageTag): Promise<FirstMessages> =>
  ((await load(tag, 'first')) as { readonly first: FirstMessages }).first;

export const loadLaterMessages = async (tag: LanguageTag): Promise<LaterMessages> =>
  ((await load(tag, 'later')) as { readonly later: LaterMessages }).later;

export const loadAdministratorMessages = async (tag: LanguageTag): Promise<AdministratorMessages> =>
  ((await load(tag, 'administrator')) as { readonly administrator: AdministratorMessages }).administrator;

/** webpack makes a file of each part of each language that has a folder here. */
const load = (tag: LanguageTag, part: 'first' | 'later' | 'administrator'): Promise<unknown> =>
  import(/* webpackInclude: /(first|later|administrator)\.ts$/ */ `./${tag}/${part}`);
