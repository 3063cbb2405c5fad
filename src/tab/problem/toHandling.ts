import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';
import { toHostReason, type HostReasonKind } from './signIn/hostReason.js';
import type { Need } from './signIn/signInAttempt.js';

/** The page's reaction to a problem, apart from its text. */
export type Handling = {
  readonly wayOut: WayOutOf;
  /** Reason reported to the host when the page shows nothing else. */
  readonly host: ExpectedFailure;
  /** Missing when an administrator cannot help. */
  readonly administrator?: AdministratorHelp;
};

/** The user's way out. `look`: nothing to repeat; the page shows what changed. */
export type WayOutOf =
  { readonly kind: 'tryAgain' | 'look' } | ({ readonly kind: 'consent' | 'signIn' } & SignInNeed);

/** Requirements of an interactive sign-in. */
export type SignInNeed = {
  readonly need: Need;
  /** JSON as Entra sent it. Empty when there is none. */
  readonly claims: string;
  /** Tenant of the SSO token. Undefined when unknown. */
  readonly tenantId: string | undefined;
};

/** The administrator's way out. */
export type AdministratorHelp = {
  readonly task: 'allowDelegation' | 'assignTeamsPhone' | 'consent' | 'lookAtApp' | 'lookAtSignIn';
  /**
   * `first`: no one else can help. `second`: offered after the user's own way out. `lasting`: offered if the problem persists. `afterSignIn`: offered if signing in
   * did not help.
   */
  readonly when: 'first' | 'second' | 'lasting' | 'afterSignIn';
};

const tryAgain: WayOutOf = { kind: 'tryAgain' };
const lookAtApp = (when: AdministratorHelp['when']): AdministratorHelp => ({ task: 'lookAtApp', when });

/** The only switch over all codes. A code without a case does not compile. */
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
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('second') };
    case 'invalid_request':
    case 'invalid_id':
    case 'unreachable':
    case 'host_refused':
      return { wayOut: tryAgain, host: 'Other' };
  }
}

function toSignInHandling(kind: HostReasonKind): Handling {
  switch (kind) {
    case 'needsSignIn':
    case 'cancelled':
    case 'blocked':
      return {
        wayOut: { kind: 'signIn', need: 'token', claims: '', tenantId: undefined },
        host: 'PermissionError',
        administrator: { task: 'consent', when: 'second' },
      };
    case 'misconfigured':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('first') };
    case 'temporary':
    case 'unknown':
      return { wayOut: tryAgain, host: 'Other', administrator: lookAtApp('second') };
  }
}
