import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Boundary } from '../components/Boundary.js';
import { onThemeChange } from '../host/teams.js';
import { loadTheme } from '../host/theme.js';
import type { Language } from '../i18n/Language.js';
import { LanguageContext } from '../i18n/useMessages.js';
import { SessionContext, type Session } from '../session.js';
import { DelegationsPage } from './DelegationsPage.js';

type AppProps = {
  readonly session: Session;
  readonly language: Language;
  /** The one that the host shows at the start. */
  readonly firstTheme: Theme;
};

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { backgroundColor: 'transparent' },
  },
  // On the provider, whose class goes to drawers as well. A finger needs more room than a pointer; of a row, all is
  // its name's. Fluent itself aligns to the left whatever the direction.
  everywhere: {
    textAlign: 'start',
    '@media (pointer: coarse)': {
      '& button:not([data-person]), & select, & summary': { minHeight: '44px', minWidth: '44px' },
    },
  },
});

export function App({ session, language, firstTheme }: AppProps) {
  const styles = useStyles();
  const [theme, setTheme] = useState(firstTheme);

  useEffect(() => {
    onThemeChange((name) => {
      // Without a network the old one stays.
      const change = loadTheme(name).then((loaded) => {
        document.documentElement.dataset['theme'] = name;
        setTheme(loaded);
      });
      change.catch(() => undefined);
    });
  }, []);

  return (
    <FluentProvider theme={theme} dir={language.direction} className={styles.everywhere}>
      <LanguageContext.Provider value={language}>
        <SessionContext.Provider value={session}>
          <div className={styles.page}>
            <Boundary code="internal_error">
              <DelegationsPage />
            </Boundary>
          </div>
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
