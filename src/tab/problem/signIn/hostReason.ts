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

const never: readonly number[] = [];
const once = [2];

/**
 * Substrings of the hosts' error strings. Hosts add text around them and publish no complete list. The first match
 * wins.
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-code
 */
const kindsByPart: readonly (readonly [part: string, kind: HostReasonKind, retryAfter: readonly number[]])[] =
  [
    ['resourceRequiresConsent', 'needsSignIn', never],
    ['resourceRequiresMfa', 'needsSignIn', never],
    ['tokenRevoked', 'needsSignIn', never],
    ['CancelledByUser', 'cancelled', never],
    ['FailedToOpenWindow', 'blocked', never],
    ['renewalTimeout', 'temporary', [2, 5]],
    ['Token renewal operation failed due to timeout', 'temporary', [2, 5]],
    ['TransientError', 'temporary', once],
    ['Cannot start retry fetch of ADAL tokens', 'temporary', once],
    ['Get Auth token failed', 'temporary', once],
    ['Token is empty due to auth provider library error', 'temporary', once],
    ['ApiContractViolation', 'temporary', once],
    ['resourceDisabled', 'misconfigured', never],
    ['invalid_resource', 'misconfigured', never],
    ['App resource defined in manifest and iframe origin do not match', 'misconfigured', never],
    ['App webApplicationInfo or resource not defined in manifest', 'misconfigured', never],
    ['unknownAuthError', 'misconfigured', never],
    ['AADSTS70011', 'misconfigured', never],
    ['Invalid authResponse received from msal', 'misconfigured', never],
    ['Tab does not have the required permissions', 'misconfigured', never],
  ];

const unknown: HostReason = { kind: 'unknown', retryAfter: never };

export function toHostReason(reason: string): HostReason {
  const found = kindsByPart.find(([part]) => reason.includes(part));
  return found === undefined ? unknown : { kind: found[1], retryAfter: found[2] };
}
