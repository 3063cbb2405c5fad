import { Button } from '@fluentui/react-components';
import { Later } from '../../components/Later.js';
import type { Retry } from '../../components/ProblemNotice.js';
import { useOnline } from '../../components/useOnline.js';
import { useText } from '../../i18n/useText.js';
import { Notice } from './later.js';
import type { List } from './useDelegations.js';

/** Why the last refresh brought nothing new; the list that was there stays. */
export function RefreshProblem({ list, retry }: { readonly list: List; readonly retry: Retry }) {
  const text = useText();
  const problem = list.state === 'ready' ? list.problem : undefined;
  useOnline(problem?.code === 'offline' ? retry : undefined);
  if (problem === undefined) return null;
  return (
    <Later>
      <Notice
        intent="warning"
        title={text.problems[problem.code].title}
        actions={
          <Button size="small" onClick={() => void retry()}>
            {text.tryAgain}
          </Button>
        }
      >
        {text.oldListStays}
      </Notice>
    </Later>
  );
}
