import { useSession } from '../session.js';

export type TeamsClient = 'computer' | 'phone';

/** Phones and tablets have different Teams settings, and their web views can neither download files nor print. */
export function useTeamsClient(): TeamsClient {
  const { clientType } = useSession().context;
  return ['android', 'ios', 'ipados'].includes(clientType) ? 'phone' : 'computer';
}
