import { Problem } from '../Problem.js';

/** Until when something may take. */
export type Deadline = {
  /** Aborts when the deadline passes (reason: a Problem `graph_timeout`) or the caller goes away. */
  readonly signal: AbortSignal;
  /** Rejects with the signal's reason when it aborts: for what cannot take a signal. */
  readonly ended: Promise<never>;
  /** Ms since the epoch. */
  readonly deadlineMs: number;
};

/** What one incoming request allows the calls made for it. */
export type RequestScope = Deadline & {
  /** A GUID. */
  readonly correlationId: string;
  /** Takes Graph's `request-id`s for the log. */
  readonly graphRequestIds: string[];
  /** For what may fail alone: ends early enough for the answer to go out without it. */
  readonly side: Deadline;
};

/** Milliseconds of a request's time that its answer itself needs. */
const reserveMs = 1_000;

/** What the work gives, unless the scope ends before it: work that others share goes on then. Throws the end's reason. */
export const inTime = <Result>(work: Promise<Result>, { ended }: Deadline): Promise<Result> =>
  Promise.race([work, ended]);

/** The caller went away; nobody reads the answer. */
export class CallerGone extends Error {
  override name = 'CallerGone';
}

/**
 * One deadline for everything that a request sets off.
 * @param totalMs milliseconds from now
 */
export function createRequestScope(correlationId: string, totalMs: number) {
  const all = startDeadline(totalMs);
  const side = startDeadline(Math.max(0, totalMs - reserveMs));
  const scope: RequestScope = { ...all.deadline, correlationId, graphRequestIds: [], side: side.deadline };
  return {
    scope,
    end: () => {
      for (const { clear } of [side, all]) clear();
    },
    abandon: () => {
      for (const { abort } of [side, all]) abort(new CallerGone('The caller went away.'));
    },
  };
}

function startDeadline(ms: number) {
  const controller = new AbortController();
  let reject: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  // Nobody may be waiting.
  ended.catch(() => undefined);
  const abort = (reason: Error) => {
    clearTimeout(timer);
    controller.abort(reason);
    reject(reason);
  };
  const timer = setTimeout(() => {
    abort(new Problem({ code: 'graph_timeout' }, 'Microsoft 365 did not answer in time. Try again.'));
  }, ms);
  const deadline: Deadline = { signal: controller.signal, ended, deadlineMs: Date.now() + ms };
  return {
    deadline,
    abort,
    clear: () => {
      clearTimeout(timer);
    },
  };
}
