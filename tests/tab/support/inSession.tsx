import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
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

type Overrides = {
  readonly config?: Partial<PageConfig>;
  readonly context?: Partial<HostContext>;
  readonly api?: Partial<Api>;
};

/** Returns a function that wraps an element in one session with one query cache. Overrides parts of the session. */
export function inSession({ config, context, api }: Overrides = {}) {
  const client = new QueryClient();
  const value = {
    ...session,
    api: { ...api } as Api,
    config: { ...session.config, ...config },
    context: { ...session.context, ...context },
  };
  return (part: ReactElement) => (
    <FluentProvider theme={teamsLightTheme}>
      <SessionContext.Provider value={value}>
        <QueryClientProvider client={client}>{part}</QueryClientProvider>
      </SessionContext.Provider>
    </FluentProvider>
  );
}

/** @param config overrides parts of the page's configuration */
export function showInSession(
  element: ReactElement,
  config: Partial<PageConfig> = {},
  context: Partial<HostContext> = {},
) {
  const wrap = inSession({ config, context });
  const { rerender } = render(wrap(element));
  return {
    showAgain: (other: ReactElement) => rerender(wrap(other)),
  };
}
