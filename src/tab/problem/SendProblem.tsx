import type { TabProblem } from '../api/TabProblem.js';
import { useSession } from '../session.js';
import { toAdminConsentUrl } from './signIn/consentUrls.js';
import { toAdministratorTask } from './toAdministratorTask.js';
import { MessageDisclosure, type SendToAdministratorProps } from '../administrator/MessageDisclosure.js';

type SendProblemProps = Pick<SendToAdministratorProps, 'appearance' | 'size'> & {
  readonly problem: TabProblem;
  /** Text from the host or Microsoft about the last failed sign-in. */
  readonly reason?: string | undefined;
};

/** Sends a problem and its task to an administrator. Renders nothing when an administrator cannot help. */
export function SendProblem({ problem, reason, ...look }: SendProblemProps) {
  const { config, context } = useSession();
  const tenantId = 'tenantId' in problem ? problem.tenantId : context.tenantId;
  // Requests consent for every scope of the app, so that the next missing scope does not cause another problem.
  const link = toAdminConsentUrl(config, tenantId);
  const task = toAdministratorTask(problem, link, context.userId ?? '');
  if (task === undefined) return null;
  const supportCode = 'correlationId' in problem ? problem.correlationId : undefined;
  const known = problem.code === 'sign_in_failed' ? problem.reason : reason;
  return <MessageDisclosure task={task} supportCode={supportCode} reason={known} {...look} />;
}
