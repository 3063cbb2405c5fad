import { createContext, useContext } from 'react';
import type { DelegationList, ListName } from '../contract/delegation.js';
import type { PageConfig } from '../contract/pageConfig.js';
import type { Api } from './api/client.js';
import type { SsoTokens } from './host/ssoTokens.js';
import type { HostContext } from './host/teams.js';

/** The signed-in user's context and the clients of our server. */
export type Session = {
  readonly api: Api;
  /** Uses the startup token, so that early requests need no second token from the host. */
  readonly firstApi: Api;
  /** Requests sent before the page's code was loaded. */
  readonly early: Readonly<Record<ListName, Promise<DelegationList>>>;
  readonly context: HostContext;
  readonly config: PageConfig;
  readonly tokens: SsoTokens;
};

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession() outside of a SessionContext.');
  return session;
}
