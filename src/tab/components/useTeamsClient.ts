import { useSession } from '../session.js';

export type TeamsClient = 'computer' | 'phone';

/** Phones and tablets have other Teams settings, and their web views neither download files nor print. */
export function useTeamsClient(): TeamsClient {
  const { clientType } = useSession().context;
  return ['android', 'ios', 'ipados'].includes(clientType) ? 'phone' : 'computer';
}
