import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { useMessages } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { toHostName } from './hostName.js';
import type { Wait } from './useWait.js';

type ExplanationProps = {
  readonly problem: TabProblem;
  readonly wait: Wait | undefined;
  readonly align?: 'start' | 'center';
};

/** What a problem means for its reader. */
export function Explanation({ problem, wait, align = 'start' }: ExplanationProps): ReactNode {
  const { problems, waitingLonger } = useMessages();
  const { context } = useSession();
  switch (problem.code) {
    case 'throttled':
    case 'rate_limited': {
      const say = wait?.hasLasted === true ? waitingLonger : problems[problem.code].text;
      // A screen reader hears the beginning, not every second.
      return (
        <Text align={align} aria-live="off" role="timer">
          {say({ seconds: wait?.secondsLeft ?? problem.retryAfter })}
        </Text>
      );
    }
    case 'sign_in_failed':
    case 'host_refused':
      return <Text align={align}>{problems[problem.code].text({ host: toHostName(context.hostName) })}</Text>;
    default:
      return <Text align={align}>{problems[problem.code].text}</Text>;
  }
}
