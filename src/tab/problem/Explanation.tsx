import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import { deferred } from '../components/deferred.js';
import { useMessages } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import type { Wait } from './useWait.js';

type ExplanationProps = {
  readonly problem: TabProblem;
  readonly wait: Wait | undefined;
  readonly align?: 'start' | 'center';
};

const SignInReason = deferred(async () => (await import('./signIn/SignInButton.js')).SignInReason);

export function Explanation({ problem, wait, align = 'start' }: ExplanationProps): ReactNode {
  const { problems, waitingLonger } = useMessages();
  const { context } = useSession();
  // `off` keeps screen readers from announcing every second.
  const toTimer = (text: string) => (
    <Text align={align} aria-live="off" role="timer">
      {text}
    </Text>
  );
  switch (problem.code) {
    case 'throttled':
    case 'rate_limited': {
      const say = wait?.hasLasted === true ? waitingLonger : problems[problem.code].text;
      return toTimer(say({ seconds: wait?.secondsLeft ?? problem.retryAfter }));
    }
    case 'sign_in_failed':
      if (wait !== undefined) return toTimer(problems.throttled.text({ seconds: wait.secondsLeft }));
      return <SignInReason reason={problem.reason} align={align} />;
    case 'sign_in_blocked':
      return (
        <Text align={align}>
          {problems.sign_in_blocked.text} (<bdi dir="ltr">{problem.entraCode}</bdi>)
        </Text>
      );
    case 'host_refused':
      return <Text align={align}>{problems.host_refused.text({ host: context.hostName })}</Text>;
    default:
      return <Text align={align}>{problems[problem.code].text}</Text>;
  }
}
