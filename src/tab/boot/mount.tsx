import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { isSkeletonShown } from '../components/skeleton.js';
import { whenIdle } from '../components/afterPaint.js';
import { toTheme } from '../host/theme.js';
import { prepareFormats } from '../i18n/formatDate.js';
import { loadLaterMessages, type Language } from '../i18n/Language.js';
import { App } from '../page/App.js';
import { rehearse } from '../page/rehearse.js';
import type { Session } from '../session.js';

const render = (content: ReactNode): void => {
  const element = document.getElementById('root');
  if (element !== null) createRoot(element).render(content);
};

export const showPage = (session: Session, language: Language): void => {
  render(<App session={session} language={language} />);
  prepareFormats(language.locale);
  whenIdle(() => {
    if (isSkeletonShown()) rehearse(language);
  });
};

export const showOutside = async ({ tag, direction }: Language, theme: string): Promise<void> => {
  const [{ OutsidePage }, messages] = await Promise.all([import('./OutsidePage.js'), loadLaterMessages(tag)]);
  render(<OutsidePage tag={tag} direction={direction} theme={toTheme(theme)} messages={messages} />);
};
