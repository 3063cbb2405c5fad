import type { LanguageTag } from '../../contract/languages.js';
import first from './en/first.json';
import type { FirstMessages } from './messages.js';

export type Language = {
  readonly tag: LanguageTag;
  /** A BCP 47 tag with the reader's own region where it is known, for Intl. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: FirstMessages;
};

export const english: Language = { tag: 'en', locale: 'en', direction: 'ltr', messages: first };
