import type { ProblemDetails } from '../../contract/problem.js';

/** All that can stand in the way of what a reader wants: what the server says, and what it cannot say. */
export type TabProblem =
  | ProblemDetails
  | {
      /** `unreachable`: no answer, or one that is not ours (a proxy's page). */
      readonly code: 'offline' | 'unreachable';
    }
  | {
      /** The host has not given a token within the limit. */
      readonly code: 'host_silent';
    }
  | {
      readonly code: 'sign_in_failed';
      /** As the host worded it. */
      readonly reason: string;
    }
  | {
      /** The host did not do what only it can do: open a chat, start a call. */
      readonly code: 'host_refused';
    };

export type TabProblemCode = TabProblem['code'];

export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly problem: TabProblem;

  constructor(problem: TabProblem, options?: ErrorOptions) {
    super(problem.code, options);
    this.problem = problem;
  }
}

/** Anything thrown, as a problem that the page has words for; `otherwise` for what did not come from our API. */
export const toTabProblem = (error: unknown, otherwise: TabProblem = { code: 'unreachable' }): TabProblem =>
  error instanceof ApiProblem ? error.problem : otherwise;
