import { useEventCallback } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { TabProblem, Retry } from '../api/TabProblem.js';
import { toHostReason } from './signIn/hostReason.js';

/** Countdown to an automatic retry. */
export type Wait = {
  readonly secondsLeft: number;
  /** The wait was repeated so often that the page says so and offers the administrator's help. */
  readonly hasLasted: boolean;
};

type Counting = {
  /** The failure that started this wait. */
  readonly after: unknown;
  readonly attempt: number;
  /** Undefined when there is nothing to wait for. */
  readonly secondsLeft: number | undefined;
};

/** Counts down to the requested time and then retries. Undefined when waiting does not help. */
export function useWait(problem: TabProblem, retry: Retry): Wait | undefined {
  const [counting, setCounting] = useState(() => begin(problem));
  if (counting.after !== toId(problem)) setCounting(begin(problem, counting.attempt));
  const tryAgain = useEventCallback(retry);

  useEffect(() => {
    const { secondsLeft } = counting;
    if (secondsLeft === undefined) return undefined;
    if (secondsLeft <= 0) {
      void tryAgain();
      return undefined;
    }
    const timer = setTimeout(() => setCounting({ ...counting, secondsLeft: secondsLeft - 1 }), 1000);
    return () => clearTimeout(timer);
  }, [counting, tryAgain]);

  const { attempt, secondsLeft } = counting;
  if (secondsLeft === undefined) return undefined;
  return { secondsLeft: Math.max(1, secondsLeft), hasLasted: 'retryAfter' in problem && hasLasted(attempt) };
}

const toId = (problem: TabProblem): unknown => ('correlationId' in problem ? problem.correlationId : problem);

function begin(problem: TabProblem, before = 0): Counting {
  const after = toId(problem);
  const attempt = before + 1;
  if ('retryAfter' in problem)
    return { after, attempt, secondsLeft: toWaitSeconds(problem.retryAfter, attempt) };
  if (problem.code !== 'sign_in_failed') return { after, attempt: 0, secondsLeft: undefined };
  return { after, attempt, secondsLeft: toHostReason(problem.reason).retryAfter[before] };
}

/** Number of consecutive waits that last exactly as long as requested. */
const patience = 3;
const longest = 300;

/** @param attempt number of consecutive waits, from 1 */
const hasLasted = (attempt: number): boolean => attempt > patience;

/**
 * Returns the requested time. After three waits it backs off from one minute to five, so that an open page sends few
 * requests.
 */
export const toWaitSeconds = (retryAfter: number, attempt: number): number =>
  hasLasted(attempt)
    ? Math.max(retryAfter, Math.min(60 * 2 ** (attempt - patience - 1), longest))
    : retryAfter;
