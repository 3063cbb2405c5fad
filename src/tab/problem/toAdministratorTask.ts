import type { TabProblem } from '../api/TabProblem.js';
import type { AdministratorTask } from '../administrator/toAdministratorMessage.js';
import { toBlockReason } from '../administrator/blockReason.js';
import { toHandling } from './toHandling.js';

/**
 * Returns an administrator's task for a problem. Undefined when only the user can solve it.
 * @param consentLink the address at which an administrator consents for everyone
 * @param userId the user's object id; empty when the host does not report it
 */
export function toAdministratorTask(
  problem: TabProblem,
  consentLink: string,
  userId: string,
): AdministratorTask | undefined {
  const { administrator } = toHandling(problem);
  switch (administrator?.task) {
    case 'consent':
      return { task: 'consent', link: consentLink };
    case 'allowDelegation':
    case 'assignTeamsPhone':
      return { task: administrator.task, userId };
    case 'lookAtSignIn':
      return toSignInTask(problem);
    case 'lookAtApp':
      return { task: 'lookAtApp', code: problem.code };
    case undefined:
      return undefined;
  }
}

function toSignInTask(problem: TabProblem): AdministratorTask {
  const code = problem.code === 'sign_in_blocked' ? problem.entraCode : undefined;
  return { task: 'lookAtSignIn', because: toBlockReason(code), code };
}
