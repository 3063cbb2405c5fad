import { Problem } from '../Problem.js';
import { OwnSignal, type Signal } from './Signal.js';

/** Until when something may take. */
export type Deadline = {
  /** Aborts when the deadline passes (reason: a Problem `graph_timeout`) or the caller goes away. */
  readonly signal: Signal;
  /** Ms since the epoch. */
  readonly deadlineMs: number;
};

/** What one incoming request allows the calls made for it. */
export type RequestScope = Deadline & {
  /** A GUID. */
  readonly correlationId: string;
  /** When the request arrived, as `performance.now()` tells it. */
  readonly startedMs: number;
  /** Takes Graph's `request-id`s for the log. */
  readonly graphRequestIds: string[];
  /** For what may fail alone: begins now, and ends soon, early enough for the answer to go out without it. */
  readonly startSide: () => Deadline;
};

/** Milliseconds of a request's time that its answer itself needs. */
const reserveMs = 1_000;

/** What the work gives, unless the scope ends before it: work that others share goes on then. Throws the end's reason. */
export const inTime = <Result>(work: Promise<Result>, { signal }: Deadline): Promise<Result> =>
  new Promise((resolve, reject) => {
    const end = () => {
      reject(signal.reason as Error);
    };
    const unlessEnded =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        signal.removeEventListener('abort', end);
        settle(value);
      };
    work.then(unlessEnded(resolve), unlessEnded(reject));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });

/** For what no request has set off. */
export async function withDeadline<Result>(
  totalMs: number,
  work: (until: Deadline) => Promise<Result>,
): Promise<Result> {
  const { deadline, clear } = startDeadline(totalMs);
  return await work(deadline).finally(clear);
}

/** The caller went away; nobody reads the answer. */
export class CallerGone extends Error {
  override name = 'CallerGone';
}

/**
 * One deadline for everything that a request sets off.
 * @param totalMs milliseconds from now
 * @param sideMs milliseconds that an answer waits for what may fail alone
 */
export function createRequestScope(correlationId: string, totalMs: number, sideMs: number) {
  const all = startDeadline(totalMs);
  const started = [all];
  const startSide = () => {
    const leftMs = all.deadline.deadlineMs - reserveMs - Date.now();
    const side = startDeadline(Math.max(0, Math.min(sideMs, leftMs)));
    started.push(side);
    return side.deadline;
  };
  const scope: RequestScope = {
    signal: all.deadline.signal,
    deadlineMs: all.deadline.deadlineMs,
    correlationId,
    startedMs: performance.now(),
    graphRequestIds: [],
    startSide,
  };
  return {
    scope,
    end: () => {
      for (const { clear } of started) clear();
    },
    abandon: () => {
      for (const { abort } of started) abort(new CallerGone('The caller went away.'));
    },
  };
}

function startDeadline(ms: number) {
  const signal = new OwnSignal();
  const abort = (reason: Error) => {
    clearTimeout(timer);
    signal.abort(reason);
  };
  const timer = setTimeout(() => {
    abort(new Problem({ code: 'graph_timeout' }, 'Microsoft 365 did not answer in time. Try again.'));
  }, ms);
  const deadline: Deadline = { signal, deadlineMs: Date.now() + ms };
  return {
    deadline,
    abort,
    clear: () => {
      clearTimeout(timer);
    },
  };
}
