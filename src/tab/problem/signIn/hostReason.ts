/**
 * Reasons for which a host returns no token.
 * `needsSignIn`: only an interactive request helps.
 * `cancelled`: the dialog was closed, or its window was lost.
 * `blocked`: the browser blocked the window.
 * `temporary`: the host's own sign-in library failed.
 * `misconfigured`: manifest, registration or page address do not match.
 * `unknown`: any other reason.
 */
export type HostReasonKind =
  'needsSignIn' | 'cancelled' | 'blocked' | 'temporary' | 'misconfigured' | 'unknown';

export type HostReason = {
  readonly kind: HostReasonKind;
  /** Seconds before each automatic silent retry. */
  readonly retryAfter: readonly number[];
};

/**
 * Substrings of the hosts' error strings. Hosts add text around them and publish no complete list. The first match
 * wins.
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-code
 */
const reasons: readonly (readonly [part: string, kind: HostReasonKind, retryAfter?: readonly number[]])[] = [
  ['resourceRequiresConsent', 'needsSignIn'],
  ['resourceRequiresMfa', 'needsSignIn'],
  ['tokenRevoked', 'needsSignIn'],
  ['CancelledByUser', 'cancelled'],
  ['FailedToOpenWindow', 'blocked'],
  ['renewalTimeout', 'temporary', [2, 5]],
  ['Token renewal operation failed due to timeout', 'temporary', [2, 5]],
  ['TransientError', 'temporary', [2]],
  ['Cannot start retry fetch of ADAL tokens', 'temporary', [2]],
  ['Get Auth token failed', 'temporary', [2]],
  ['Token is empty due to auth provider library error', 'temporary', [2]],
  ['ApiContractViolation', 'temporary', [2]],
  ['resourceDisabled', 'misconfigured'],
  ['invalid_resource', 'misconfigured'],
  ['App resource defined in manifest and iframe origin do not match', 'misconfigured'],
  ['App webApplicationInfo or resource not defined in manifest', 'misconfigured'],
  ['unknownAuthError', 'misconfigured'],
  ['AADSTS70011', 'misconfigured'],
  ['Invalid authResponse received from msal', 'misconfigured'],
  ['Tab does not have the required permissions', 'misconfigured'],
];

export function toHostReason(reason: string): HostReason {
  const [, kind, retryAfter = []] = reasons.find(([part]) => reason.includes(part)) ?? ['', 'unknown'];
  return { kind, retryAfter };
}
