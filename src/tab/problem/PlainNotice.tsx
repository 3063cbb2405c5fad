import { Button } from '@fluentui/react-components';
import { useFocusRescue } from '../components/useFocusRescue.js';
import { useOnline } from '../components/useOnline.js';
import { useMessages } from '../i18n/useMessages.js';
import type { ProblemNoticeProps } from './ProblemNotice.js';

/** Replaces ProblemNotice when its code cannot be loaded. Looks like the first script's own problem screen. */
export function PlainNotice({ problem, retry, heading: Heading = 'h2' }: ProblemNoticeProps) {
  const { problems, tryAgain } = useMessages();
  const { title, text } = problems[problem.code];
  const id = useFocusRescue();
  useOnline(problem.code === 'offline' ? retry : undefined);
  const again = async () => {
    // A new deployment no longer serves this version's remaining files, so a reload gets the new version.
    if (!(await retry()) && navigator.onLine) location.reload();
  };
  return (
    <section className="unreachable">
      <div role="alert">
        <Heading>{title}</Heading>
        {typeof text === 'string' && <p>{text}</p>}
      </div>
      <Button id={id} onClick={() => void again()}>
        {tryAgain}
      </Button>
    </section>
  );
}
