import { useSession } from '../../session.js';
import type { TeamsClient } from './toManageSteps.js';

/** Where the reader is now, and so where Teams has its settings. */
export function useTeamsClient(): TeamsClient {
  const { clientType } = useSession().context;
  return ['android', 'ios', 'ipados'].includes(clientType) ? 'phone' : 'computer';
}
