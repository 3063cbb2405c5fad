import { createContext, useContext } from 'react';
import type { DelegationList, ListName } from '../contract/delegation.js';
import type { PageConfig } from '../contract/pageConfig.js';
import type { Api } from './api/client.js';
import type { SsoTokens } from './host/ssoTokens.js';
import type { HostContext } from './host/teams.js';

/** Who is signed in where, and the way to our server. */
export type Session = {
  readonly api: Api;
  /** With the token of the start, for what follows at once; the host need not be asked again. */
  readonly firstApi: Api;
  /** Requests that were sent before the page's code was here. */
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
