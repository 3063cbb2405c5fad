/** Why a request failed; what a code needs travels with it. The codes are the API's contract. */
export type ProblemReason =
  | {
      readonly code: 'interaction_required';
      /** JSON as Entra wants it back, for `getAuthToken({ claims })` or the pop-up. Empty when Entra named none. */
      readonly claims: string;
    }
  | { readonly code: 'consent_required'; readonly scopes: readonly string[] }
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

/** The body of every error answer: `application/problem+json`, RFC 9457. */
export type ProblemDetails = ProblemReason & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly correlationId: string;
};

export const problemContentType = 'application/problem+json';
