import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Boundary } from '../components/Boundary.js';
import { WideProvider } from '../components/useWide.js';
import { toTheme } from '../host/theme.js';
import type { Language } from '../i18n/Language.js';
import { LanguageContext } from '../i18n/useMessages.js';
import { SessionContext, type Session } from '../session.js';
import { DelegationsPage } from './DelegationsPage.js';

type AppProps = {
  readonly session: Session;
  readonly language: Language;
};

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { backgroundColor: 'transparent' },
  },
  // Set on the provider, because drawers get its class too. Touch needs larger targets, but a name's button belongs to
  // its row. Fluent aligns text to the left in every direction.
  everywhere: {
    textAlign: 'start',
    '@media (pointer: coarse)': {
      '& button:not([data-person]), & select, & summary': { minHeight: '44px', minWidth: '44px' },
    },
  },
});

export function App({ session, language }: AppProps) {
  const styles = useStyles();
  const [theme, setTheme] = useState(() => toTheme(session.context.theme));

  const changeTheme = (name: string) => {
    document.documentElement.dataset['theme'] = name;
    setTheme(toTheme(name));
  };

  return (
    <FluentProvider theme={theme} dir={language.direction} className={styles.everywhere}>
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
