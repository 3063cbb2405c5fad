import type { AdministratorTask } from '../../administrator/toAdministratorMessage.js';
import { toPair } from '../../administrator/powerShell.js';
import type { Finding } from './collectFindings.js';

/**
 * Returns the administrator's task for a finding whose next step is `sendToAdministrator`.
 * @param readerId object id of the user; empty when the host does not report it, which leaves out the commands
 * @param toName returns null when the name is not known
 */
export function toFindingTask(
  { code, list, next }: Finding,
  readerId: string,
  toName: (id: string) => string | null,
): AdministratorTask {
  const pairs = next.ids.map((id) => toPair(list, id, readerId));
  const names = next.ids.flatMap((id) => toName(id) ?? []);
  switch (code) {
    case 'noTeamsPhone':
      return { task: 'assignTeamsPhone' };
    case 'accountGone':
      return {
        task: 'removeDelegations',
        because: list === 'delegates' ? 'goneDelegate' : 'goneDelegator',
        pairs,
        names,
      };
    case 'accountDisabled':
      return { task: 'removeDelegations', because: 'disabled', pairs, names };
    default:
      return { task: 'checkDelegations', pairs, names };
  }
}
