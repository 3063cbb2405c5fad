import { FluentProvider, makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { whenIdle } from '../components/afterPaint.js';
import { Boundary } from '../components/Fallback.js';
import { isSkeletonShown } from '../components/skeleton.js';
import { WideProvider } from '../components/useWide.js';
import { toTheme } from '../host/theme.js';
import { prepareFormats } from '../i18n/formatDate.js';
import { loadLaterMessages, type Language } from '../i18n/Language.js';
import { LanguageContext } from '../i18n/useMessages.js';
import { DelegationsPage } from '../page/DelegationsPage.js';
import { rehearse } from '../page/rehearse.js';
import { SessionContext, type Session } from '../session.js';

export function showPage(session: Session, language: Language): void {
  render(<App session={session} language={language} />);
  prepareFormats(language.locale);
  whenIdle(() => {
    if (isSkeletonShown()) rehearse(language);
  });
}

export async function showOutside({ tag, direction }: Language, theme: string): Promise<void> {
  const [{ OutsidePage }, messages] = await Promise.all([import('./OutsidePage.js'), loadLaterMessages(tag)]);
  render(<OutsidePage tag={tag} direction={direction} theme={toTheme(theme)} messages={messages} />);
}

function render(content: ReactNode): void {
  const element = document.getElementById('root');
  if (element !== null) createRoot(element).render(content);
}

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { backgroundColor: 'transparent' },
  },
});

// Set on the provider, because drawers get its class too. A class of makeStyles would have the direction outside the
// provider, and Fluent would then align all text to the left. A name's button belongs to its row.
const useTouchTargets = makeResetStyles({
  '@media (pointer: coarse)': {
    '& button:not([data-person]), & select, & summary': { minHeight: '44px', minWidth: '44px' },
  },
});

type AppProps = { readonly session: Session; readonly language: Language };

function App({ session, language }: AppProps) {
  const styles = useStyles();
  const touchTargets = useTouchTargets();
  const [theme, setTheme] = useState(() => toTheme(session.context.theme));

  const changeTheme = (name: string) => {
    document.documentElement.dataset['theme'] = name;
    setTheme(toTheme(name));
  };

  return (
    <FluentProvider theme={theme} dir={language.direction} className={touchTargets}>
      <LanguageContext.Provider value={language}>
        <SessionContext.Provider value={session}>
          <WideProvider>
            <div className={styles.page}>
              <Boundary code="internal_error">
                <DelegationsPage changeTheme={changeTheme} />
              </Boundary>
            </div>
          </WideProvider>
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
