import type { AdministratorTask, BlockReason } from '../administrator/toAdministratorMessage.js';
import type { TabProblem } from '../api/TabProblem.js';
import type { ExpectedFailure } from '../host/teams.js';
import { toHostReason } from './signIn/hostReason.js';
import type { Need } from './signIn/signInAttempt.js';

/** The page's reaction to a problem, apart from its text. */
export type Handling = {
  /** The user's way out. `look`: nothing to repeat; the page shows what changed. */
  readonly wayOut:
    { readonly kind: 'tryAgain' | 'look' } | ({ readonly kind: 'consent' | 'signIn' } & SignInNeed);
  /** Reason reported to the host when the page shows nothing else. */
  readonly host: ExpectedFailure;
  /** The administrator's way out. Missing when an administrator cannot help. */
  readonly administrator?: { readonly when: Offer; readonly task: AdministratorTask };
};

/**
 * `first`: no one else can help. `second`: offered after the user's own way out. `lasting`: offered if the problem
 * persists. `afterSignIn`: offered if signing in did not help.
 */
type Offer = 'first' | 'second' | 'lasting' | 'afterSignIn';

/** Requirements of an interactive sign-in. */
export type SignInNeed = {
  readonly need: Need;
  /** JSON as Entra sent it. Empty when there is none. */
  readonly claims: string;
  /** Tenant of the SSO token. Undefined when unknown. */
  readonly tenantId: string | undefined;
};

/** The only switch over all codes. A code without a case does not compile. */
export function toHandling(problem: TabProblem): Handling {
  const lookAtApp = { task: 'lookAtApp', code: problem.code } as const;
  const tryAgain = (host: ExpectedFailure, when?: Offer, task: AdministratorTask = lookAtApp): Handling => ({
    wayOut: { kind: 'tryAgain' },
    host,
    ...(when !== undefined && { administrator: { when, task } }),
  });
  switch (problem.code) {
    case 'consent_required': {
      const { tenantId } = problem;
      return {
        wayOut: { kind: 'consent', need: 'consent', claims: '', tenantId },
        host: 'PermissionError',
        administrator: { when: 'first', task: { task: 'consent', tenantId } },
      };
    }
    case 'interaction_required':
      return {
        wayOut: { kind: 'signIn', need: 'proof', claims: problem.claims, tenantId: problem.tenantId },
        host: 'PermissionError',
        administrator: { when: 'afterSignIn', task: toSignInTask(undefined) },
      };
    case 'sign_in_failed':
      switch (toHostReason(problem.reason).kind) {
        case 'misconfigured':
          return tryAgain('Other', 'first');
        case 'temporary':
        case 'unknown':
          return tryAgain('Other', 'second');
        default:
          return {
            wayOut: { kind: 'signIn', need: 'token', claims: '', tenantId: undefined },
            host: 'PermissionError',
            administrator: { when: 'second', task: { task: 'consent' } },
          };
      }
    case 'sign_in_blocked':
      return tryAgain('PermissionError', 'first', toSignInTask(problem.entraCode));
    case 'delegation_not_allowed':
      return tryAgain('PermissionError', 'first', { task: 'allowDelegation' });
    case 'not_found':
      return tryAgain('NotFound', 'first', { task: 'assignTeamsPhone' });
    case 'insufficient_scope':
      return tryAgain('PermissionError', 'first');
    case 'misconfigured':
      return tryAgain('Other', 'first');
    case 'throttled':
    case 'rate_limited':
      return tryAgain('Throttling', 'lasting');
    case 'offline':
      return tryAgain('Offline');
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
      return tryAgain('Other', 'second');
    case 'invalid_request':
    case 'invalid_id':
    case 'unreachable':
    case 'host_refused':
      return tryAgain('Other');
  }
}

/** @param code such as `AADSTS53003`; undefined when Entra named none */
const toSignInTask = (code: string | undefined): AdministratorTask => ({
  task: 'lookAtSignIn',
  because: (code === undefined ? undefined : blockReasons[code]) ?? 'policy',
  code,
});

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const blockReasons: Readonly<Record<string, BlockReason>> = {
  AADSTS53003: 'location',
  AADSTS53000: 'device',
  AADSTS53001: 'device',
  AADSTS530003: 'device',
  AADSTS50105: 'assignment',
  AADSTS50020: 'account',
  AADSTS50034: 'account',
  AADSTS50057: 'account',
  AADSTS90072: 'account',
};
