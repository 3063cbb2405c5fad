import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';

/** What the page does about a problem, apart from its words. */
export type Handling = {
  readonly wayOut: WayOutOf;
  /** What the host is told when the page shows nothing else. */
  readonly host: ExpectedFailure;
  /** Left out where they cannot help, since the reader can. */
  readonly administrator?: AdministratorHelp;
};

/** What the reader can do. `look`: nothing is to be done again; what changed stands there to be looked at. */
export type WayOutOf =
  { readonly kind: 'tryAgain' | 'consent' | 'look' } | { readonly kind: 'signIn'; readonly claims: string };

/** What an administrator can do. */
export type AdministratorHelp = {
  readonly task: 'allowDelegation' | 'assignTeamsPhone' | 'consent' | 'lookAtApp';
  /** `first`: nobody else can help. `lasting`: it should pass by itself, and is offered once it has not. */
  readonly when: 'first' | 'beside' | 'lasting';
};

const tryAgain: WayOutOf = { kind: 'tryAgain' };
const lookAtApp = (when: AdministratorHelp['when']): AdministratorHelp => ({ task: 'lookAtApp', when });

/** The one switch over all codes: a new one that is not handled does not compile. */
export function toHandling(problem: TabProblem): Handling {
  switch (problem.code) {
    case 'consent_required':
      return {
        wayOut: { kind: 'consent' },
        host: 'PermissionError',
        administrator: { task: 'consent', when: 'first' },
      };
    case 'interaction_required':
      return { wayOut: { kind: 'signIn', claims: problem.claims }, host: 'PermissionError' };
    case 'delegation_not_allowed':
      return {
        wayOut: tryAgain,
        host: 'PermissionError',
        administrator: { task: 'allowDelegation', when: 'first' },
      };
    case 'insufficient_scope':
      return { wayOut: tryAgain, host: 'PermissionError', administrator: lookAtApp('first') };
    case 'misconfigured':
    case 'sign_in_blocked':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('first') };
    case 'not_found':
      return {
        wayOut: tryAgain,
        host: 'NotFound',
        administrator: { task: 'assignTeamsPhone', when: 'first' },
      };
    case 'throttled':
    case 'rate_limited':
      return { wayOut: tryAgain, host: 'Throttling', administrator: lookAtApp('lasting') };
    case 'offline':
      return { wayOut: tryAgain, host: 'Offline' };
    case 'list_changed':
      return { wayOut: { kind: 'look' }, host: 'Other' };
    case 'invalid_token':
    case 'sign_in_failed':
    case 'graph_unexpected':
    case 'graph_unavailable':
    case 'graph_timeout':
    case 'entra_unavailable':
    case 'internal_error':
    case 'store_unavailable':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('beside') };
    case 'invalid_request':
    case 'invalid_id':
    case 'unreachable':
    case 'host_refused':
      return { wayOut: tryAgain, host: 'Other' };
  }
}
