import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';
import { toHostReason, type HostReasonKind } from './signIn/hostReason.js';
import type { Need } from './signIn/signInAttempt.js';

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
  { readonly kind: 'tryAgain' | 'look' } | ({ readonly kind: 'consent' | 'signIn' } & SignInNeed);

/** What an interactive sign-in has to bring. */
export type SignInNeed = {
  readonly need: Need;
  /** JSON as Entra sent it; empty: none. */
  readonly claims: string;
  /** Of the SSO token; undefined: unknown. */
  readonly tenantId: string | undefined;
};

/** What an administrator can do. */
export type AdministratorHelp = {
  readonly task: 'allowDelegation' | 'assignTeamsPhone' | 'consent' | 'lookAtApp' | 'lookAtSignIn';
  /** `first`: nobody else can help. `lasting`: the problem should pass by itself. `afterSignIn`: when signing in did not help. */
  readonly when: 'first' | 'beside' | 'lasting' | 'afterSignIn';
};

const tryAgain: WayOutOf = { kind: 'tryAgain' };
const lookAtApp = (when: AdministratorHelp['when']): AdministratorHelp => ({ task: 'lookAtApp', when });

/** The one switch over all codes: a new one that is not handled does not compile. */
export function toHandling(problem: TabProblem): Handling {
  switch (problem.code) {
    case 'consent_required':
      return {
        wayOut: { kind: 'consent', need: 'consent', claims: '', tenantId: problem.tenantId },
        host: 'PermissionError',
        administrator: { task: 'consent', when: 'first' },
      };
    case 'interaction_required':
      return {
        wayOut: { kind: 'signIn', need: 'proof', claims: problem.claims, tenantId: problem.tenantId },
        host: 'PermissionError',
        administrator: { task: 'lookAtSignIn', when: 'afterSignIn' },
      };
    case 'sign_in_blocked':
      return {
        wayOut: tryAgain,
        host: 'PermissionError',
        administrator: { task: 'lookAtSignIn', when: 'first' },
      };
    case 'sign_in_failed':
      return toSignInHandling(toHostReason(problem.reason).kind);
    case 'delegation_not_allowed':
      return {
        wayOut: tryAgain,
        host: 'PermissionError',
        administrator: { task: 'allowDelegation', when: 'first' },
      };
    case 'insufficient_scope':
      return { wayOut: tryAgain, host: 'PermissionError', administrator: lookAtApp('first') };
    case 'misconfigured':
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
    case 'host_silent':
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

/** When the host gives no token. */
function toSignInHandling(kind: HostReasonKind): Handling {
  switch (kind) {
    case 'needsSignIn':
    case 'cancelled':
    case 'blocked':
      return {
        wayOut: { kind: 'signIn', need: 'token', claims: '', tenantId: undefined },
        host: 'PermissionError',
        administrator: { task: 'consent', when: 'beside' },
      };
    case 'misconfigured':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('first') };
    case 'temporary':
    case 'unknown':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('beside') };
  }
}
