import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import type { PageConfig } from '../../../src/contract/pageConfig.js';
import type { Api } from '../../../src/tab/api/client.js';
import type { HostContext } from '../../../src/tab/host/teams.js';
import { SessionContext, type Session } from '../../../src/tab/session.js';

const tenantId = 'a1de4f1c-0000-4000-8000-0000000000aa';

/** Session for parts of the page that call no API. It has only the host's context and the page's configuration. */
const session = {
  context: { hostName: 'Microsoft Teams', displayName: 'Amina Okafor', tenantId, userId: undefined },
  config: {
    clientId: 'a1de4f1c-0000-4000-8000-0000000000bb',
    tenantId: 'organizations',
    authorityHost: 'https://login.example',
    tabEndpoint: 'https://tab.example',
    graphEndpoint: 'https://graph.example',
  },
} as unknown as Session;

type Overrides = Partial<Omit<Session, 'api' | 'firstApi' | 'config' | 'context'>> & {
  readonly api?: Partial<Api>;
  readonly firstApi?: Partial<Api>;
  readonly config?: Partial<PageConfig>;
  readonly context?: Partial<HostContext>;
};

/** Returns a wrapper with one session and one query cache. Overrides parts of the session. */
export function inSession({ config, context, ...parts }: Overrides = {}) {
  const client = new QueryClient();
  const value = {
    ...parts,
    config: { ...session.config, ...config },
    context: { ...session.context, ...context },
  } as Session;
  return ({ children }: { readonly children: ReactNode }) => (
    <FluentProvider theme={teamsLightTheme}>
      <SessionContext.Provider value={value}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </SessionContext.Provider>
    </FluentProvider>
  );
}

export const showInSession = (element: ReactElement, overrides?: Overrides) =>
  render(element, { wrapper: inSession(overrides) });
