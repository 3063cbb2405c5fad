import type { ListState } from '../delegation/useDelegations.js';
import { notifyHost } from '../host/teams.js';
import { toHandling } from '../problem/toHandling.js';

/** Ends the host's own loading indicator once the first content stands, whatever it is. */
export function tellHost(delegators: ListState, delegates: ListState): void {
  if (delegators.state !== 'failed' || delegates.state !== 'failed') {
    notifyHost.succeeded();
    return;
  }
  const { problem } = delegators;
  if (problem.code === 'sign_in_failed') notifyHost.failed('AuthFailed', problem.reason);
  else notifyHost.failedAsExpected(toHandling(problem).host, problem.code);
}
