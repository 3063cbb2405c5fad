import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DelegationList, ListName } from '../contract/delegation.js';
import type { PageConfig } from '../contract/pageConfig.js';
import type { Api } from './api/client.js';
import { Boundary } from './components/Boundary.js';
import { DelegationsPage } from './features/delegations/DelegationsPage.js';
import { askForPeople } from './features/delegations/useDelegations.js';
import { SessionContext } from './host/session.js';
import { onThemeChange, type HostContext } from './host/teams.js';
import { loadTheme } from './host/theme.js';
import { LanguageContext, type Language } from './i18n/useText.js';

export type AppProps = {
  readonly api: Api;
  /** With the token of the start, for what follows at once; the host need not be asked again. */
  readonly firstApi: Api;
  /** Requests that were sent before this code was here. */
  readonly early: Readonly<Record<ListName, Promise<DelegationList>>>;
  readonly context: HostContext;
  readonly config: PageConfig;
  readonly language: Language;
  /** The one that the host shows at the start. */
  readonly theme: Theme;
};

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media print': { backgroundColor: 'transparent' },
  },
  // On the provider, whose class goes to drawers as well. A finger needs more room than a pointer. Fluent itself aligns to
  // the left whatever the direction.
  everywhere: {
    textAlign: 'start',
    '@media (pointer: coarse)': { '& button, & select, & summary': { minHeight: '44px', minWidth: '44px' } },
  },
});

export function App(props: AppProps) {
  const { language } = props;
  const styles = useStyles();
  const [queryClient] = useState(() => {
    const client = createQueryClient();
    void askForPeople(client, props);
    return client;
  });
  const [theme, setTheme] = useState(props.theme);

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

  useEffect(() => {
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.direction;
  }, [language]);

  return (
    <FluentProvider theme={theme} dir={language.direction} className={styles.everywhere}>
      <LanguageContext.Provider value={language}>
        <SessionContext.Provider value={props}>
          <QueryClientProvider client={queryClient}>
            <div className={styles.page}>
              <Boundary code="internal_error">
                <DelegationsPage />
              </Boundary>
            </div>
          </QueryClientProvider>
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}

/** Problems are shown with a way out of their own, so nothing is tried again behind the reader's back. */
const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 5 * 60 * 1000, refetchOnWindowFocus: true },
    },
  });
