import { useEventCallback } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { TabProblem } from '../api/TabProblem.js';
import type { Retry } from './retry.js';
import { hasLasted, toWaitSeconds } from './toWaitSeconds.js';

/** A wait until the next try by itself. */
export type Wait = {
  readonly secondsLeft: number;
  /** It was asked for so often that the reader is told so, and offered the administrator's help. */
  readonly hasLasted: boolean;
};

type Counting = { readonly id: string; readonly attempt: number; readonly secondsLeft: number };

/** Counts down where we are asked to wait, then tries again, each time more patiently; undefined where waiting is no help. */
export function useWait(problem: TabProblem, retry: Retry): Wait | undefined {
  const [counting, setCounting] = useState(() => begin(problem, undefined));
  const isAsked = 'retryAfter' in problem;
  if (isAsked ? problem.correlationId !== counting?.id : counting !== undefined)
    setCounting(begin(problem, counting));
  const tryAgain = useEventCallback(retry);

  useEffect(() => {
    if (counting === undefined) return undefined;
    if (counting.secondsLeft <= 0) {
      void tryAgain();
      return undefined;
    }
    const timer = setTimeout(() => {
      setCounting({ ...counting, secondsLeft: counting.secondsLeft - 1 });
    }, 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [counting, tryAgain]);

  return (
    counting && { secondsLeft: Math.max(1, counting.secondsLeft), hasLasted: hasLasted(counting.attempt) }
  );
}

function begin(problem: TabProblem, before: Counting | undefined): Counting | undefined {
  if (!('retryAfter' in problem)) return undefined;
  const attempt = (before?.attempt ?? 0) + 1;
  return {
    id: problem.correlationId,
    attempt,
    secondsLeft: toWaitSeconds(problem.retryAfter, attempt),
  };
}
