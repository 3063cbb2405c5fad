import { Text } from '@fluentui/react-components';
import { lazy, type ReactNode } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { Deferred } from '../components/Deferred.js';
import { useMessages } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { toHostName } from './hostName.js';
import type { Wait } from './useWait.js';

type ExplanationProps = {
  readonly problem: TabProblem;
  readonly wait: Wait | undefined;
  readonly align?: 'start' | 'center';
};

const SignInReason = lazy(async () => ({
  default: (await import('./signIn/SignInReason.js')).SignInReason,
}));

/** Explains a problem to the user. */
export function Explanation({ problem, wait, align = 'start' }: ExplanationProps): ReactNode {
  const { problems, waitingLonger } = useMessages();
  const { context } = useSession();
  switch (problem.code) {
    case 'throttled':
    case 'rate_limited': {
      const say = wait?.hasLasted === true ? waitingLonger : problems[problem.code].text;
      // Keeps screen readers from announcing every second.
      return (
        <Text align={align} aria-live="off" role="timer">
          {say({ seconds: wait?.secondsLeft ?? problem.retryAfter })}
        </Text>
      );
    }
    case 'sign_in_failed':
      // Keeps screen readers from announcing every second.
      if (wait !== undefined)
        return (
          <Text align={align} aria-live="off" role="timer">
            {problems.throttled.text({ seconds: wait.secondsLeft })}
          </Text>
        );
      return (
        <Deferred>
          <SignInReason reason={problem.reason} align={align} />
        </Deferred>
      );
    case 'sign_in_blocked':
      return (
        <Text align={align}>
          {problems.sign_in_blocked.text} (<bdi dir="ltr">{problem.entraCode}</bdi>)
        </Text>
      );
    case 'host_refused':
      return <Text align={align}>{problems.host_refused.text({ host: toHostName(context.hostName) })}</Text>;
    default:
      return <Text align={align}>{problems[problem.code].text}</Text>;
  }
}
