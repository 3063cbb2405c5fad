import { Notice } from '../components/Notice.js';
import { formatMoment } from '../i18n/formatDate.js';
import { useLanguage } from '../i18n/useMessages.js';
import { Explanation } from '../problem/Explanation.js';
import { useWait } from '../problem/useWait.js';
import { WayOut, type ProblemProps } from '../problem/WayOut.js';

/** Explains why the last refresh failed. The previous list stays visible. */
export function RefreshProblem({ problem, asOf, retry }: ProblemProps & { readonly asOf: number }) {
  const { messages, locale } = useLanguage();
  const wait = useWait(problem, retry);
  return (
    <Notice
      intent="warning"
      role="alert"
      title={messages.problems[problem.code].title}
      actions={<WayOut problem={problem} retry={retry} wait={wait} size="small" />}
    >
      <Explanation problem={problem} wait={wait} />{' '}
      {messages.oldListStays({ moment: formatMoment(asOf, locale) })}
    </Notice>
  );
}
