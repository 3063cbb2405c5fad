import type { ProblemDetails } from '../../contract/problem.js';

/**
 * Every problem that the page can show: the server's problems, and those that the server cannot report.
 * `unreachable`: no response, or one from another server, such as a proxy's error page. `host_silent`: the host returned no
 * token within the time limit. `host_refused`: the host refused something that only it can do, such as opening a chat.
 */
export type TabProblem =
  | ProblemDetails
  | { readonly code: 'offline' | 'unreachable' | 'host_silent' | 'host_refused' }
  /** `reason`: the host's own error string. */
  | { readonly code: 'sign_in_failed'; readonly reason: string };

export type TabProblemCode = TabProblem['code'];

export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly problem: TabProblem;

  constructor(problem: TabProblem, options?: ErrorOptions) {
    super(problem.code, options);
    this.problem = problem;
  }
}

/** Converts an error to a problem. `otherwise` applies to errors that do not come from our API. */
export const toTabProblem = (error: unknown, otherwise: TabProblem = { code: 'unreachable' }): TabProblem =>
  error instanceof ApiProblem ? error.problem : otherwise;

/** Repeats a failed action. Resolves to true on success. */
export type Retry = () => Promise<boolean>;
