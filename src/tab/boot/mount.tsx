import type { Theme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { prepareFormats } from '../i18n/formatDate.js';
import type { Language } from '../i18n/Language.js';
import { loadLaterMessages } from '../i18n/loadMessages.js';
import { App } from '../page/App.js';
import type { Session } from '../session.js';

const render = (content: ReactNode): void => {
  const element = document.getElementById('root');
  if (element !== null) createRoot(element).render(content);
};

export const showPage = (session: Session, language: Language, theme: Theme): void => {
  render(<App session={session} language={language} firstTheme={theme} />);
  prepareFormats(language.locale);
};

export const showOutside = async ({ tag, direction }: Language, theme: Theme): Promise<void> => {
  const [{ OutsidePage }, messages] = await Promise.all([import('./OutsidePage.js'), loadLaterMessages(tag)]);
  render(<OutsidePage tag={tag} direction={direction} theme={theme} messages={messages} />);
};
