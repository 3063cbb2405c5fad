import { Deferred } from '../components/Deferred.js';
import type { ListState } from '../delegation/useDelegations.js';
import { useMessages } from '../i18n/useMessages.js';
import { Explanation } from '../problem/Explanation.js';
import type { Retry } from '../problem/retry.js';
import { WayOut } from '../problem/WayOut.js';
import { Notice } from './lazyFeatures.js';

/** Why the last refresh brought nothing new; the list that was there stays. */
export function RefreshProblem({ list, retry }: { readonly list: ListState; readonly retry: Retry }) {
  const messages = useMessages();
  const problem = list.state === 'ready' ? list.problem : undefined;
  if (problem === undefined) return null;
  return (
    <Deferred>
      <Notice
        intent="warning"
        title={messages.problems[problem.code].title}
        actions={<WayOut problem={problem} retry={retry} size="small" />}
      >
        <Explanation problem={problem} retry={retry} /> {messages.oldListStays}
      </Notice>
    </Deferred>
  );
}
