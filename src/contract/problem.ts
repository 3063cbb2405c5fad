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

/** Body of every error response. @see RFC 9457 */
export type ProblemDetails = ProblemReason & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly correlationId: string;
};

export const problemContentType = 'application/problem+json';
