/** Reason for a failed request, with the data that the client needs to handle it. The codes are part of the API contract. */
export type ProblemReason =
  | {
      readonly code: 'interaction_required';
      /** Claims challenge from Entra, for `getAuthToken({ claims })` or the sign-in window. Empty if Entra sent none. */
      readonly claims: string;
      /** Tenant of the SSO token. The next sign-in uses it as authority. */
      readonly tenantId: string;
    }
  | {
      readonly code: 'consent_required';
      readonly scopes: readonly string[];
      /** Tenant of the SSO token, where consent is missing. */
      readonly tenantId: string;
    }
  | {
      readonly code: 'sign_in_blocked';
      /** Error code of Entra, such as `AADSTS53003`. */
      readonly entraCode: string;
    }
  | {
      readonly code: 'throttled' | 'rate_limited';
      /** Seconds. */
      readonly retryAfter: number;
    }
  | {
      readonly code:
        | 'invalid_token'
        | 'insufficient_scope'
        | 'delegation_not_allowed'
        | 'invalid_request'
        | 'invalid_id'
        | 'not_found'
        | 'graph_unavailable'
        | 'entra_unavailable'
        | 'graph_timeout'
        | 'graph_unexpected'
        | 'list_changed'
        | 'store_unavailable'
        | 'internal_error'
        | 'misconfigured';
    };

export type ProblemCode = ProblemReason['code'];

/** HTTP status of each code. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  invalid_token: 401,
  insufficient_scope: 403,
  interaction_required: 401,
  consent_required: 403,
  sign_in_blocked: 403,
  delegation_not_allowed: 403,
  invalid_request: 400,
  invalid_id: 400,
  not_found: 404,
  throttled: 429,
  rate_limited: 429,
  graph_unavailable: 503,
  entra_unavailable: 503,
  graph_timeout: 504,
  graph_unexpected: 502,
  list_changed: 409,
  store_unavailable: 503,
  internal_error: 500,
  misconfigured: 500,
};

/** Body of every error response. @see RFC 9457 */
export type ProblemDetails = ProblemReason & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly correlationId: string;
};

export const problemContentType = 'application/problem+json';
