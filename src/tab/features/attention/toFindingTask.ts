import type { AdministratorTask } from '../../problem/toAdministratorMessage.js';
import { toPair } from '../../problem/powerShell.js';
import type { Finding } from './Finding.js';

/**
 * What an administrator is asked for when the next step of a finding is `sendToAdministrator`.
 * @param readerId the reader's object id; empty when the host does not say, and then there are no commands
 * @param nameOf undefined for somebody without a name
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
      return { task: 'assignTeamsPhone', userId: readerId };
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
