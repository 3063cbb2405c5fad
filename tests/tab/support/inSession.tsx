import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { PageConfig } from '../../../src/contract/pageConfig.js';
import { SessionContext, type Session } from '../../../src/tab/session.js';

const tenantId = 'a1de4f1c-0000-4000-8000-0000000000aa';

/** Session for parts of the page that call no API. It has only the host's context and the page's configuration. */
const session = {
  context: { hostName: 'TeamsModern', displayName: 'Amina Okafor', tenantId, userId: undefined },
  config: {
    clientId: 'a1de4f1c-0000-4000-8000-0000000000bb',
    tenantId: 'organizations',
    authorityHost: 'https://login.example',
    tabEndpoint: 'https://tab.example',
    graphEndpoint: 'https://graph.example',
  },
} as unknown as Session;

/** @param config overrides parts of the page's configuration */
export function showInSession(element: ReactElement, config: Partial<PageConfig> = {}) {
  const client = new QueryClient();
  const wrap = (part: ReactElement) => (
    <FluentProvider theme={teamsLightTheme}>
      <SessionContext.Provider value={{ ...session, config: { ...session.config, ...config } }}>
        <QueryClientProvider client={client}>{part}</QueryClientProvider>
      </SessionContext.Provider>
    </FluentProvider>
  );
  const { rerender } = render(wrap(element));
  return {
    showAgain: (other: ReactElement) => {
      rerender(wrap(other));
    },
  };
}
