import { Problem } from '../Problem.js';
import { OwnSignal, type Signal } from './Signal.js';

/** Deadline of an operation. */
export type Deadline = {
  /** Aborts when the deadline passes (reason: a Problem `graph_timeout`) or the client disconnects. */
  readonly signal: Signal;
  /** Ms since the epoch. */
  readonly deadlineMs: number;
};

/** Deadline of one incoming request. */
export type RequestDeadline = Deadline & {
  /** Arrival time on the `performance.now()` clock. */
  readonly startedMs: number;
  /** Starts a short deadline for optional data. It ends early enough to answer without that data. */
  readonly startOptional: () => Deadline;
};

/** Milliseconds reserved for the response itself. */
const reserveMs = 1_000;

/**
 * Returns the result of the work, or throws the signal's reason if the deadline ends first.
 * Does not cancel the work, because other callers may share it.
 */
export const inTime = <Result>(work: Promise<Result>, { signal }: Deadline): Promise<Result> =>
  new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
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

/** Runs background work with its own deadline. */
export async function withDeadline<Result>(
  totalMs: number,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const { deadline, clear } = startDeadline(totalMs);
  return await work(deadline).finally(clear);
}

/** Abort reason: the client disconnected before the response. */
export class CallerGone extends Error {
  override name = 'CallerGone';
}

/**
 * Creates one deadline for all work of a request.
 * @param totalMs milliseconds from now
 * @param optionalMs milliseconds that the response waits for optional data
 */
export function createRequestDeadline(totalMs: number, optionalMs: number) {
  const all = startDeadline(totalMs);
  const started = [all];
  const { signal, deadlineMs } = all.deadline;
  const deadline: RequestDeadline = {
    signal,
    deadlineMs,
    startedMs: performance.now(),
    startOptional: () => {
      const leftMs = deadlineMs - reserveMs - Date.now();
      const optional = startDeadline(Math.max(0, Math.min(optionalMs, leftMs)));
      started.push(optional);
      return optional.deadline;
    },
  };
  return {
    deadline,
    end: () => {
      for (const { clear } of started) clear();
    },
    abandon: () => {
      for (const { abort } of started) abort(new CallerGone('The client closed the connection.'));
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
    abort(new Problem({ code: 'graph_timeout' }, 'Microsoft 365 did not respond in time. Try again.'));
  }, ms);
  const deadline: Deadline = { signal, deadlineMs: Date.now() + ms };
  return {
    deadline,
    abort,
    clear: () => clearTimeout(timer),
  };
}
