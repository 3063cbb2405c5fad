import { toHostReason } from '../../../../src/tab/problem/signIn/hostReason.js';

test.each([
  ['resourceRequiresConsent', 'needsSignIn', []],
  ['Error: resourceRequiresMfa (details)', 'needsSignIn', []],
  ['tokenRevoked', 'needsSignIn', []],
  ['CancelledByUser', 'cancelled', []],
  ['FailedToOpenWindow', 'blocked', []],
  ['renewalTimeout', 'temporary', [2, 5]],
  ['Token renewal operation failed due to timeout', 'temporary', [2, 5]],
  ['TransientError {"ErrorCode": 1}', 'temporary', [2]],
  ['Cannot start retry fetch of ADAL tokens', 'temporary', [2]],
  ['Get Auth token failed', 'temporary', [2]],
  ['Token is empty due to auth provider library error', 'temporary', [2]],
  ['ApiContractViolation {ErrorCode 2200}', 'temporary', [2]],
  ['resourceDisabled', 'misconfigured', []],
  ['invalid_resource', 'misconfigured', []],
  ['App resource defined in manifest and iframe origin do not match', 'misconfigured', []],
  ['App webApplicationInfo or resource not defined in manifest', 'misconfigured', []],
  ['unknownAuthError', 'misconfigured', []],
  ['AADSTS70011: The provided scope is not valid', 'misconfigured', []],
  ['Invalid authResponse received from msal …', 'misconfigured', []],
  ['Tab does not have the required permissions for this operation', 'misconfigured', []],
  ['Unexpected {com.microsoft.oneauth ErrorCode 1001}', 'unknown', []],
  ['', 'unknown', []],
])('maps %s to %s', (reason, kind, retryAfter) => {
  expect(toHostReason(reason)).toEqual({ kind, retryAfter });
});
