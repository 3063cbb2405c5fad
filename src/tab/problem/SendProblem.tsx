import { MessageDisclosure, type MessageDisclosureProps } from '../administrator/MessageDisclosure.js';
import type { TabProblem } from '../api/TabProblem.js';
import { toHandling } from './toHandling.js';

type SendProblemProps = Pick<MessageDisclosureProps, 'appearance' | 'size' | 'reason'> & {
  readonly problem: TabProblem;
};

/** Sends a problem and its task to an administrator. Renders nothing when an administrator cannot help. */
export function SendProblem({ problem, reason, ...look }: SendProblemProps) {
  const { administrator } = toHandling(problem);
  if (administrator === undefined) return null;
  const supportCode = 'correlationId' in problem ? problem.correlationId : undefined;
  const known = problem.code === 'sign_in_failed' ? problem.reason : reason;
  return <MessageDisclosure task={administrator.task} supportCode={supportCode} reason={known} {...look} />;
}
