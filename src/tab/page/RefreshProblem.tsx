import { Deferred } from '../components/Deferred.js';
import type { ListState } from '../delegation/useDelegations.js';
import { formatMoment } from '../i18n/formatDate.js';
import { useLanguage } from '../i18n/useMessages.js';
import { Explanation } from '../problem/Explanation.js';
import type { Retry } from '../problem/retry.js';
import { useWait } from '../problem/useWait.js';
import { WayOut, type ProblemProps } from '../problem/WayOut.js';
import { Notice } from './lazyFeatures.js';

/** Why the last refresh brought nothing new; the list that was there stays. */
export function RefreshProblem({ list, retry }: { readonly list: ListState; readonly retry: Retry }) {
  if (list.state !== 'ready' || list.problem === undefined) return null;
  return <OldListStays problem={list.problem} asOf={list.asOf} retry={retry} />;
}

function OldListStays({ problem, asOf, retry }: ProblemProps & { readonly asOf: number }) {
  const { messages, locale } = useLanguage();
  const wait = useWait(problem, retry);
  return (
    <Deferred>
      <Notice
        intent="warning"
        role="alert"
        title={messages.problems[problem.code].title}
        actions={<WayOut problem={problem} retry={retry} wait={wait} size="small" />}
      >
        <Explanation problem={problem} wait={wait} />{' '}
        {messages.oldListStays({ moment: formatMoment(asOf, locale) })}
      </Notice>
    </Deferred>
  );
}
