import { useSession } from '../session.js';

export type TeamsClient = 'computer' | 'phone';

/** Phones and tablets, as values of teams-js's `HostClientType`. */
export const phones: readonly string[] = ['android', 'ios', 'ipados'];

/** Phones and tablets have different Teams settings, and their web views can neither download files nor print. */
export const useTeamsClient = (): TeamsClient =>
  phones.includes(useSession().context.clientType) ? 'phone' : 'computer';
