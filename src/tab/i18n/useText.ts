import { createContext, useContext } from 'react';
import { en, type Text } from './en.js';

export type Language = {
  readonly text: Text;
  /** A BCP 47 tag, for Intl. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
};

export const LanguageContext = createContext<Language>({ text: en, locale: 'en', direction: 'ltr' });

export const useLanguage = (): Language => useContext(LanguageContext);

export const useText = (): Text => useLanguage().text;
