import type { TabProblemCode } from '../api/TabProblem.js';
import type { ListState } from '../delegation/useDelegations.js';
import { notifyHost, type ExpectedFailure } from '../host/teams.js';

/** Ends the host's own loading indicator once the first content stands, whatever it is. */
export function tellHost(delegators: ListState, delegates: ListState): void {
  if (delegators.state !== 'failed' || delegates.state !== 'failed') {
    notifyHost.succeeded();
    return;
  }
  const { problem } = delegators;
  if (problem.code === 'sign_in_failed') notifyHost.failed('AuthFailed', problem.reason);
  else notifyHost.failedAsExpected(expectedFailures[problem.code], problem.code);
}

/** What the host is told of each; a new code without a word for it does not compile. */
export const expectedFailures: Readonly<Record<Exclude<TabProblemCode, 'sign_in_failed'>, ExpectedFailure>> =
  {
    offline: 'Offline',
    unreachable: 'Other',
    host_refused: 'Other',
    consent_required: 'PermissionError',
    interaction_required: 'PermissionError',
    delegation_not_allowed: 'PermissionError',
    insufficient_scope: 'PermissionError',
    invalid_token: 'Other',
    invalid_request: 'Other',
    invalid_id: 'Other',
    not_found: 'NotFound',
    throttled: 'Throttling',
    rate_limited: 'Throttling',
    graph_unavailable: 'Other',
    entra_unavailable: 'Other',
    graph_timeout: 'Other',
    graph_unexpected: 'Other',
    list_changed: 'Other',
    store_unavailable: 'Other',
    internal_error: 'Other',
    misconfigured: 'Other',
  };
