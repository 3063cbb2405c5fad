import type { ProblemCode, ProblemDetails, ProblemReason } from '../contract/problem.js';

const statusAndTitle: Record<ProblemCode, readonly [status: number, title: string]> = {
  invalid_token: [401, 'The sign-in token is not valid'],
  insufficient_scope: [403, 'The sign-in token lacks a scope'],
  interaction_required: [401, 'More is needed to sign in'],
  consent_required: [403, 'Consent is needed'],
  delegation_not_allowed: [403, 'Call delegation is not allowed'],
  invalid_request: [400, 'The request cannot be understood'],
  invalid_id: [400, 'The id is not valid'],
  not_found: [404, 'Not found'],
  throttled: [429, 'Microsoft Graph asks to wait'],
  rate_limited: [429, 'Too many requests'],
  graph_unavailable: [503, 'Microsoft Graph is unavailable'],
  entra_unavailable: [503, 'Microsoft Entra ID is unavailable'],
  graph_timeout: [504, 'Microsoft Graph did not answer in time'],
  graph_unexpected: [502, 'Microsoft Graph gave an unexpected answer'],
  list_changed: [409, 'The list has changed'],
  store_unavailable: [503, 'Confirmations are unavailable'],
  internal_error: [500, 'Something went wrong on our side'],
  misconfigured: [500, 'The app is not set up correctly'],
};

/**
 * The one error that the API answers with. `detail` is read by people: it holds no token, name, mail or id.
 * What led to it goes into `cause`, for the log.
 */
export class Problem extends Error {
  override name = 'Problem';
  readonly reason: ProblemReason;

  constructor(reason: ProblemReason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.reason = reason;
  }

  get status(): number {
    return statusAndTitle[this.reason.code][0];
  }

  toDetails(correlationId: string): ProblemDetails {
    const [status, title] = statusAndTitle[this.reason.code];
    return { type: 'about:blank', title, status, detail: this.message, correlationId, ...this.reason };
  }
}
