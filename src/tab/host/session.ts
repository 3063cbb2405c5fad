import { createContext, useContext } from 'react';
import type { AppProps } from '../App.js';

/** Who is signed in where, and the way to our server. */
export const SessionContext = createContext<AppProps | undefined>(undefined);

export function useSession(): AppProps {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession() outside of <App>.');
  return session;
}
