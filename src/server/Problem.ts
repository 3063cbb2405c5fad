import {
  problemStatus,
  type ProblemCode,
  type ProblemDetails,
  type ProblemReason,
} from '../contract/problem.js';

const titles: Readonly<Record<ProblemCode, string>> = {
  invalid_token: 'The sign-in token is not valid',
  insufficient_scope: 'The sign-in token lacks a scope',
  interaction_required: 'Sign-in requires user interaction',
  consent_required: 'Consent is required',
  sign_in_blocked: 'Microsoft Entra ID blocked the sign-in',
  delegation_not_allowed: 'Call delegation is not allowed',
  invalid_request: 'The request is not valid',
  invalid_id: 'The id is not valid',
  not_found: 'Not found',
  throttled: 'Microsoft Graph is throttling requests',
  rate_limited: 'Too many requests',
  graph_unavailable: 'Microsoft Graph is unavailable',
  entra_unavailable: 'Microsoft Entra ID is unavailable',
  graph_timeout: 'Microsoft Graph did not respond in time',
  graph_unexpected: 'Microsoft Graph returned an unexpected response',
  list_changed: 'The list has changed',
  store_unavailable: 'The database is unavailable',
  internal_error: 'Internal server error',
  misconfigured: 'The app is not configured correctly',
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
    return problemStatus[this.reason.code];
  }

  toDetails(correlationId: string): ProblemDetails {
    const title = titles[this.reason.code];
    return {
      type: 'about:blank',
      title,
      status: this.status,
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
