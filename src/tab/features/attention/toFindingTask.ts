import type { AdministratorTask } from '../../administrator/toAdministratorMessage.js';
import { toPair } from '../../administrator/powerShell.js';
import type { Finding } from './Finding.js';

/**
 * Returns the administrator's task for a finding whose next step is `sendToAdministrator`.
 * @param readerId object id of the user; empty when the host does not report it, which leaves out the commands
 * @param nameOf returns undefined when the name is not known
 */
export function toFindingTask(
  { code, list, next }: Finding,
  readerId: string,
  nameOf: (id: string) => string | undefined,
): AdministratorTask {
  const pairs = next.ids.map((id) => toPair(list, id, readerId));
  const names = next.ids.flatMap((id) => nameOf(id) ?? []);
  switch (code) {
    case 'noTeamsPhone':
      return { task: 'assignTeamsPhone' };
    case 'accountGone':
      return list === 'delegates'
        ? { task: 'removeDelegations', because: 'goneDelegate', pairs, names }
        : { task: 'removeDelegations', because: 'goneDelegator', pairs, names };
    case 'accountDisabled':
      return { task: 'removeDelegations', because: 'disabled', pairs, names };
    default:
      return { task: 'checkDelegations', pairs, names };
  }
}
