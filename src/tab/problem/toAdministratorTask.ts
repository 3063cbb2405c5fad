import type { TabProblem } from '../api/TabProblem.js';
import type { AdministratorTask } from './administratorMessage.js';

/**
 * What an administrator can do about a problem; undefined where they cannot help, since it passes or the reader can.
 * @param toConsentLink where an administrator consents to these scopes
 * @param userId the reader's object id; empty when the host does not say
 */
export function toAdministratorTask(
  problem: TabProblem,
  toConsentLink: (scopes: readonly string[]) => string,
  userId: string,
): AdministratorTask | undefined {
  switch (problem.code) {
    case 'consent_required':
      return { task: 'consent', link: toConsentLink(problem.scopes) };
    case 'delegation_not_allowed':
      return { task: 'allowDelegation', userId };
    case 'not_found':
      return { task: 'assignTeamsPhone', userId };
    case 'invalid_token':
    case 'insufficient_scope':
    case 'misconfigured':
    case 'graph_unexpected':
    case 'internal_error':
    case 'store_unavailable':
    case 'sign_in_failed':
      return { task: 'lookAtApp', code: problem.code };
    case 'interaction_required':
    case 'invalid_request':
    case 'invalid_id':
    case 'throttled':
    case 'rate_limited':
    case 'graph_unavailable':
    case 'entra_unavailable':
    case 'graph_timeout':
    case 'list_changed':
    case 'offline':
    case 'unreachable':
    case 'host_refused':
      return undefined;
  }
}
