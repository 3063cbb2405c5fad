import type { TabProblem } from '../../api/TabProblem.js';
import { useSession } from '../../session.js';
import { toAdminConsentUrl } from '../consent/consentUrls.js';
import { toAdministratorTask } from '../toAdministratorTask.js';
import { MessageDisclosure, type SendToAdministratorProps } from './MessageDisclosure.js';

type SendProblemProps = Pick<SendToAdministratorProps, 'appearance' | 'size'> & {
  readonly problem: TabProblem;
};

/** Sends a problem to an administrator, with what they can do about it; nothing where they cannot help. */
export function SendProblem({ problem, ...look }: SendProblemProps) {
  const { config, context } = useSession();
  // For all that the app asks for: the next scope would be the next screen.
  const link = toAdminConsentUrl(config, context.tenantId);
  const task = toAdministratorTask(problem, link, context.userId ?? '');
  if (task === undefined) return null;
  const supportCode = 'correlationId' in problem ? problem.correlationId : undefined;
  return <MessageDisclosure task={task} supportCode={supportCode} {...look} />;
}
