import { InlineAlert } from '../components/InlineAlert.js';
import { useMessages } from '../i18n/useMessages.js';
import { Explanation } from './Explanation.js';
import { useWait } from './useWait.js';
import { WayOut, type ProblemProps } from './WayOut.js';

type ProblemLineProps = ProblemProps & {
  /** Use `status` when the user did not start the action. */
  readonly role?: 'alert' | 'status';
};

/** One-line variant of ProblemNotice, shown next to the part that failed. */
export function ProblemLine({ problem, retry, role = 'alert' }: ProblemLineProps) {
  const { problems } = useMessages();
  const wait = useWait(problem, retry);
  return (
    <InlineAlert
      role={role}
      title={problems[problem.code].title}
      actions={<WayOut problem={problem} retry={retry} wait={wait} size="small" />}
    >
      <Explanation problem={problem} wait={wait} />
    </InlineAlert>
  );
}
