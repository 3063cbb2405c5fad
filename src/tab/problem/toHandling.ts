import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';

/** What the page does about a problem, apart from its words. */
export type Handling = {
  readonly wayOut: WayOutOf;
  /** What the host is told when the page shows nothing else. */
  readonly host: ExpectedFailure;
  /** What an administrator can do; left out where they cannot help, since it passes or the reader can. */
  readonly administrator?: AdministratorHelp;
};

/** What the reader can do. `look`: nothing is to be done again; what changed stands there to be looked at. */
export type WayOutOf =
  | { readonly kind: 'tryAgain' | 'copyPolicyCommand' | 'look' }
  | { readonly kind: 'consent'; readonly scopes: readonly string[] }
  | { readonly kind: 'signIn'; readonly claims: string };

export type AdministratorHelp =
  | { readonly task: 'allowDelegation' | 'assignTeamsPhone' | 'lookAtApp' }
  | { readonly task: 'consent'; readonly scopes: readonly string[] };

const tryAgain: WayOutOf = { kind: 'tryAgain' };
const lookAtApp: AdministratorHelp = { task: 'lookAtApp' };

/** The one switch over all codes: a new one that is not handled does not compile. */
export function toHandling(problem: TabProblem): Handling {
  switch (problem.code) {
    case 'consent_required': {
      const { scopes } = problem;
      return {
        wayOut: { kind: 'consent', scopes },
        host: 'PermissionError',
        administrator: { task: 'consent', scopes },
      };
    }
    case 'interaction_required':
      return { wayOut: { kind: 'signIn', claims: problem.claims }, host: 'PermissionError' };
    case 'delegation_not_allowed':
      return {
        wayOut: { kind: 'copyPolicyCommand' },
        host: 'PermissionError',
        administrator: { task: 'allowDelegation' },
      };
    case 'insufficient_scope':
      return { wayOut: tryAgain, host: 'PermissionError', administrator: lookAtApp };
    case 'not_found':
      return { wayOut: tryAgain, host: 'NotFound', administrator: { task: 'assignTeamsPhone' } };
    case 'throttled':
    case 'rate_limited':
      return { wayOut: tryAgain, host: 'Throttling' };
    case 'offline':
      return { wayOut: tryAgain, host: 'Offline' };
    case 'list_changed':
      return { wayOut: { kind: 'look' }, host: 'Other' };
    case 'invalid_token':
    case 'sign_in_failed':
    case 'misconfigured':
    case 'graph_unexpected':
    case 'internal_error':
    case 'store_unavailable':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp };
    case 'invalid_request':
    case 'invalid_id':
    case 'graph_unavailable':
    case 'entra_unavailable':
    case 'graph_timeout':
    case 'unreachable':
    case 'host_refused':
      return { wayOut: tryAgain, host: 'Other' };
  }
}
