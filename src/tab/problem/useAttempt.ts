import { useRef, useState } from 'react';
import { toTabProblem, type TabProblem } from '../api/TabProblem.js';

/**
 * Runs an action that can fail, one call at a time.
 * @param act may throw ApiProblem
 * @param otherwise applies to any other error
 */
export function useAttempt<Args extends readonly unknown[]>(
  act: (...args: Args) => unknown,
  otherwise?: TabProblem,
) {
  const isActing = useRef(false);
  const [pending, setPending] = useState<Args>();
  const [failed, setFailed] = useState<{ readonly problem: TabProblem; readonly args: Args }>();
  const run = async (...args: Args): Promise<boolean> => {
    if (isActing.current) return false;
    isActing.current = true;
    setPending(args);
    try {
      await act(...args);
      setFailed(undefined);
      return true;
    } catch (error) {
      setFailed({ problem: toTabProblem(error, otherwise), args });
      return false;
    } finally {
      isActing.current = false;
      setPending(undefined);
    }
  };
  return {
    /** Resolves to true on success. Ignored while a call is pending. */
    run,
    /** Arguments of the pending call. */
    pending,
    /** The last failure. Kept until the next success. */
    failure: failed && { problem: failed.problem, retry: () => run(...failed.args) },
  };
}
