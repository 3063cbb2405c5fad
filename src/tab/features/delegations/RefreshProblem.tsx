import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { Retry } from '../../components/ProblemNotice.js';
import { useOnline } from '../../components/useOnline.js';
import { useText } from '../../i18n/useText.js';
import type { List } from './useDelegations.js';

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } });

/** Why the last refresh brought nothing new; the list that was there stays. */
export function RefreshProblem({ list, retry }: { readonly list: List; readonly retry: Retry }) {
  const styles = useStyles();
  const text = useText();
  const problem = list.state === 'ready' ? list.problem : undefined;
  useOnline(problem?.code === 'offline' ? retry : undefined);
  if (problem === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{text.problems[problem.code].title}</MessageBarTitle> {text.oldListStays}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void retry()}>
          {text.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
