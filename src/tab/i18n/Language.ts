import type { LanguageTag } from '../../contract/languages.js';
import first from './en/first.json';
import type { FirstMessages } from './messages.js';

export type Language = {
  readonly tag: LanguageTag;
  /** BCP 47 tag for Intl, with the user's region if it is known. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: FirstMessages;
};

export const english: Language = {
  tag: 'en',
  locale: 'en',
  direction: 'ltr',
  // The build compiles the file.
  messages: first as unknown as FirstMessages,
};
