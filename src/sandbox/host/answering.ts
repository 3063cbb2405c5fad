import { answersPicker } from './controls.js';

/** Functions that the host can delay or leave unanswered. */
type Delayable = 'initialize' | 'getContext' | 'getAuthToken';

/**
 * Error codes with which hosts refuse `getAuthToken`, from reported issues.
 * @see https://github.com/OfficeDev/microsoft-teams-library-js/issues
 */
const reasons = [
  'resourceRequiresConsent',
  'resourceRequiresMfa',
  'tokenRevoked',
  'CancelledByUser',
  'FailedToOpenWindow',
  'renewalTimeout',
  'Token renewal operation failed due to timeout',
  'TransientError {"ErrorCode":2603,"Message":"The request timed out."}',
  'Cannot start retry fetch of ADAL tokens',
  'Get Auth token failed',
  'Token is empty due to auth provider library error',
  'resourceDisabled',
  'invalid_resource',
  'App resource defined in manifest and iframe origin do not match',
  'App webApplicationInfo or resource not defined in manifest',
  'unknownAuthError',
  'AADSTS70011: The provided value for the input parameter scope is not valid.',
  'Invalid authResponse received from msal for the request',
  'ApiContractViolation {"ErrorCode":2200}',
  'Unexpected {"Domain":"com.microsoft.oneauth","ErrorCode":1001}',
  'Tab does not have the required permissions for this operation',
  'a reason that no one has seen before',
];

/** Refusals that end when the user accepts a dialog of the host. */
const needsSignIn = ['resourceRequiresConsent', 'resourceRequiresMfa', 'tokenRevoked'];

export const isSignInNeeded = (reason: string): boolean => needsSignIn.some((word) => reason.includes(word));

/** @param seconds delay of a late answer */
export function createAnswering(seconds: number) {
  const group = document.createElement('optgroup');
  group.label = 'Refuses getAuthToken';
  for (const reason of reasons) group.append(new Option(reason, `refuse:${reason}`));
  answersPicker.append(group);

  return {
    /** Resolves when the host may answer. */
    delay: async (func: Delayable): Promise<void> => {
      const { value } = answersPicker;
      if (value === `never:${func}`) await new Promise(() => undefined);
      if (value === `slow:${func}`) await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    },
    /** The error code with which the host refuses `getAuthToken`. */
    refusal: (): string | undefined => {
      const { value } = answersPicker;
      return value.startsWith('refuse:') ? value.slice('refuse:'.length) : undefined;
    },
  };
}
