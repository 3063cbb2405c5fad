import { answersPicker, type Delayable } from './controls.js';

/** Refusals that end when the user accepts a dialog of the host. */
const needsSignIn = ['resourceRequiresConsent', 'resourceRequiresMfa', 'tokenRevoked'];

export const isSignInNeeded = (reason: string): boolean => needsSignIn.some((word) => reason.includes(word));

/** @param seconds delay of a late answer */
export function createAnswering(seconds: number) {
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
