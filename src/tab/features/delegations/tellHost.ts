import type { TabProblem } from '../../api/TabProblem.js';
import { notifyHost } from '../../host/teams.js';
import type { List } from './useDelegations.js';

/** Ends the host's own loading indicator once the first content stands, whatever it is. */
export function tellHost(delegators: List, delegates: List): void {
  if (delegators.state !== 'failed' || delegates.state !== 'failed') {
    notifyHost.succeeded();
    return;
  }
  const { problem } = delegators;
  if (problem.code === 'sign_in_failed') notifyHost.failed('AuthFailed', problem.reason);
  else notifyHost.failedAsExpected(toExpectedReason(problem), problem.code);
}

function toExpectedReason({ code }: TabProblem): Parameters<typeof notifyHost.failedAsExpected>[0] {
  switch (code) {
    case 'consent_required':
    case 'interaction_required':
    case 'delegation_not_allowed':
    case 'insufficient_scope':
      return 'PermissionError';
    case 'throttled':
    case 'rate_limited':
      return 'Throttling';
    case 'not_found':
      return 'NotFound';
    case 'offline':
      return 'Offline';
    default:
      return 'Other';
  }
}
