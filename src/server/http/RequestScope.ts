import { Problem } from '../Problem.js';

/** What one incoming request allows the calls made for it. */
export type RequestScope = {
  /** Aborts when the deadline passes (reason: a Problem `graph_timeout`) or the caller goes away. */
  readonly signal: AbortSignal;
  /** Ms since the epoch. */
  readonly deadlineMs: number;
  /** A GUID. */
  readonly correlationId: string;
  /** Takes Graph's `request-id`s for the log. */
  readonly graphRequestIds: string[];
  /** For what may fail alone: ends early enough for the answer to go out without it. */
  readonly side: { readonly signal: AbortSignal; readonly deadlineMs: number };
};

/** Milliseconds of a request's time that its answer itself needs. */
const reserveMs = 1_000;

/** The caller went away; nobody reads the answer. */
export class CallerGone extends Error {
  override name = 'CallerGone';
}

/**
 * One deadline for everything that a request sets off.
 * @param totalMs milliseconds from now
 */
export function createRequestScope(correlationId: string, totalMs: number) {
  const [all, side] = [new AbortController(), new AbortController()];
  const sideMs = Math.max(0, totalMs - reserveMs);
  const tooLate = () =>
    new Problem({ code: 'graph_timeout' }, 'Microsoft 365 did not answer in time. Try again.');
  const timers = [
    setTimeout(() => {
      side.abort(tooLate());
    }, sideMs),
    setTimeout(() => {
      all.abort(tooLate());
    }, totalMs),
  ];
  const clear = () => {
    for (const timer of timers) clearTimeout(timer);
  };
  const now = Date.now();
  const scope: RequestScope = {
    signal: all.signal,
    deadlineMs: now + totalMs,
    correlationId,
    graphRequestIds: [],
    side: { signal: side.signal, deadlineMs: now + sideMs },
  };
  return {
    scope,
    end: clear,
    abandon: () => {
      clear();
      for (const controller of [side, all]) controller.abort(new CallerGone('The caller went away.'));
    },
  };
}
