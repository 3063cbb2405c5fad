import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Countdown } from '../components/Countdown.js';
import { useMessages } from '../i18n/useMessages.js';
import { useSession } from '../session.js';
import { toHostName } from './hostName.js';
import type { ProblemProps } from './WayOut.js';

/** What a problem means for its reader; where waiting helps, it waits and tries again. */
export function Explanation({ problem, retry }: ProblemProps): ReactNode {
  const { problems } = useMessages();
  const { context } = useSession();
  switch (problem.code) {
    case 'throttled':
    case 'rate_limited':
      return (
        <Countdown
          key={problem.correlationId}
          seconds={problem.retryAfter}
          words={problems[problem.code].text}
          whenOver={retry}
        />
      );
    case 'sign_in_failed':
    case 'host_refused':
      return <Text>{problems[problem.code].text({ host: toHostName(context.hostName) })}</Text>;
    default:
      return <Text>{problems[problem.code].text}</Text>;
  }
}
