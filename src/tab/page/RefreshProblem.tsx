import { Deferred } from '../components/Deferred.js';
import type { ListState } from '../delegation/useDelegations.js';
import { formatMoment } from '../i18n/formatDate.js';
import { useLanguage } from '../i18n/useMessages.js';
import { Explanation } from '../problem/Explanation.js';
import type { Retry } from '../problem/retry.js';
import { WayOut } from '../problem/WayOut.js';
import { Notice } from './lazyFeatures.js';

/** Why the last refresh brought nothing new; the list that was there stays. */
export function RefreshProblem({ list, retry }: { readonly list: ListState; readonly retry: Retry }) {
  const { messages, locale } = useLanguage();
  if (list.state !== 'ready' || list.problem === undefined) return null;
  const { problem, asOf } = list;
  return (
    <Deferred>
      <Notice
        intent="warning"
        title={messages.problems[problem.code].title}
        actions={<WayOut problem={problem} retry={retry} size="small" />}
      >
        <Explanation problem={problem} retry={retry} />{' '}
        {messages.oldListStays({ moment: formatMoment(asOf, locale) })}
      </Notice>
    </Deferred>
  );
}
