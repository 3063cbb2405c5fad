import type { TabProblem } from '../api/TabProblem.js';
import type { AdministratorTask } from './toAdministratorMessage.js';
import { toBlockReason } from './signIn/blockReason.js';
import { toHandling } from './toHandling.js';

/**
 * What an administrator can do about a problem; undefined where they cannot help, since the reader can.
 * @param consentLink where an administrator consents for everybody
 * @param userId the reader's object id; empty when the host does not say
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
