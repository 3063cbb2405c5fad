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
};

/** The caller went away; nobody reads the answer. */
export class CallerGone extends Error {
  override name = 'CallerGone';
}

/**
 * One deadline for everything that a request sets off.
 * @param totalMs milliseconds from now
 */
export function createRequestScope(correlationId: string, totalMs: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new Problem({ code: 'graph_timeout' }, 'Microsoft 365 did not answer in time. Try again.'),
    );
  }, totalMs);
  const scope: RequestScope = {
    signal: controller.signal,
    deadlineMs: Date.now() + totalMs,
    correlationId,
    graphRequestIds: [],
  };
  return {
    scope,
    end: () => {
      clearTimeout(timer);
    },
    abandon: () => {
      clearTimeout(timer);
      controller.abort(new CallerGone('The caller went away.'));
    },
  };
}
