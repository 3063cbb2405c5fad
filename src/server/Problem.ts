import type { ProblemCode, ProblemDetails, ProblemReason } from '../contract/problem.js';

/** HTTP status and title of each code. */
export const problems: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  invalid_token: [401, 'The sign-in token is not valid'],
  insufficient_scope: [403, 'The sign-in token lacks a scope'],
  interaction_required: [401, 'Sign-in requires user interaction'],
  consent_required: [403, 'Consent is required'],
  sign_in_blocked: [403, 'Microsoft Entra ID blocked the sign-in'],
  delegation_not_allowed: [403, 'Call delegation is not allowed'],
  invalid_request: [400, 'The request is not valid'],
  invalid_id: [400, 'The id is not valid'],
  not_found: [404, 'Not found'],
  throttled: [429, 'Microsoft Graph is throttling requests'],
  rate_limited: [429, 'Too many requests'],
  graph_unavailable: [503, 'Microsoft Graph is unavailable'],
  entra_unavailable: [503, 'Microsoft Entra ID is unavailable'],
  graph_timeout: [504, 'Microsoft Graph did not respond in time'],
  graph_unexpected: [502, 'Microsoft Graph returned an unexpected response'],
  list_changed: [409, 'The list has changed'],
  store_unavailable: [503, 'The database is unavailable'],
  internal_error: [500, 'Internal server error'],
  misconfigured: [500, 'The app is not configured correctly'],
};

/**
 * The error that becomes an error response of the API. `detail` is visible to users and must not contain a token, name, mail
 * or id. `cause` is for the log only.
 */
export class Problem extends Error {
  override name = 'Problem';
  readonly reason: ProblemReason;

  constructor(reason: ProblemReason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.reason = reason;
  }

  get status(): number {
    return problems[this.reason.code][0];
  }

  toDetails(correlationId: string): ProblemDetails {
    const [status, title] = problems[this.reason.code];
    return {
      type: 'about:blank',
      title,
      status,
      detail: this.message,
      correlationId,
      ...this.reason,
    };
  }
}

/** An error whose message is safe to log: it contains no foreign text and no personal data. */
export class LoggableError extends Error {
  override name = 'LoggableError';
}
