import type { ListState } from '../delegation/useDelegations.js';
import { notifyHost } from '../host/teams.js';
import type { ProblemScreen } from '../problem/useProblemScreen.js';

/** Ends the host's loading indicator after the first content, which can be an explanation. */
export function tellHost(
  delegators: ListState,
  delegates: ListState,
  screen: ProblemScreen | undefined,
): void {
  if (delegators.state !== 'failed' || delegates.state !== 'failed') {
    notifyHost.succeeded();
    return;
  }
  const { problem } = delegators;
  notifyHost.failedAsExpected(screen?.toHostReason(problem) ?? 'Other', problem.code);
}
