import { createContext, useContext } from 'react';
import type { FirstMessages } from './messages.js';
import { english, type Language } from './Language.js';

export const LanguageContext = createContext(english);

export const useLanguage = (): Language => useContext(LanguageContext);

/** Messages of the first screen. useLaterMessages has the rest. */
export const useMessages = (): FirstMessages => useLanguage().messages;
