/**
 * State machine of an interactive sign-in. Pure: `useSignIn` runs the steps.
 *
 * An attempt lasts until it succeeds or no step is left. It takes no step twice. Each step is followed by one
 * exchange: a request to our API for a list, for which the server exchanges the bearer token.
 */

/**
 * The missing part.
 * `token`: the host returns no SSO token.
 * `consent`: Microsoft Graph permissions.
 * `proof`: a token that satisfies the claims required by Entra.
 */
export type Need = 'token' | 'consent' | 'proof';

/** Sign-in methods that the host supports. */
export type Means = {
  readonly nestedAppAuth: boolean;
  /** False when the address of the sign-in page is too long for the host. */
  readonly window: boolean;
};

/**
 * `askHost`: `getAuthToken` with a dialog and the claims.
 * `nestedAppAuth`: the host's broker. For consent it requests Graph; otherwise our own API, and its token becomes the
 * bearer.
 * `window`: signs in to Graph in a window while the tab polls our API.
 * `askHostAgain`: repeats `askHost` after the window, which may have renewed Entra's session.
 */
export type SignInStep = 'askHost' | 'nestedAppAuth' | 'window' | 'askHostAgain';

/**
 * The way a step ended.
 * `worked`: the API answers.
 * `refused`: the API still reports the same problem, or the host does not support this step.
 * `cancelled`: the user closed a dialog.
 * `unknown`: the step ended without an answer, or too late.
 * `blocked`: the window did not open.
 * `needsAdmin`: Entra reports that only an administrator can consent.
 */
export type StepEnd = 'worked' | 'refused' | 'cancelled' | 'unknown' | 'blocked' | 'needsAdmin';

export type Attempt = {
  readonly stepsLeft: readonly SignInStep[];
  /** End of the last step. Undefined before the first one. */
  readonly lastEnd: StepEnd | undefined;
};

const order: Readonly<Record<Need, readonly SignInStep[]>> = {
  token: ['askHost', 'nestedAppAuth'],
  // A host's `getAuthToken` never requests Graph permissions.
  consent: ['nestedAppAuth', 'window'],
  proof: ['askHost', 'nestedAppAuth', 'window', 'askHostAgain'],
};

export const startAttempt = (need: Need, means: Means): Attempt => ({
  stepsLeft: order[need].filter(
    (step) => step === 'askHost' || (step === 'askHostAgain' ? means.window : means[step]),
  ),
  lastEnd: undefined,
});

/** Returns the next step, or `administrator` when none is left. */
export const nextStep = ({ stepsLeft: [step], lastEnd }: Attempt): SignInStep | 'administrator' =>
  step === undefined || lastEnd === 'needsAdmin' ? 'administrator' : step;

/** Does not count a blocked window as tried. */
export const endStep = ({ stepsLeft }: Attempt, step: SignInStep, end: StepEnd): Attempt => ({
  stepsLeft: end === 'blocked' ? stepsLeft : stepsLeft.filter((other) => other !== step),
  lastEnd: end,
});

/**
 * Returns true if the next step may follow without another click. A user who cancelled a dialog does not get another
 * one, and the browser opens a window only while the click is active.
 */
export const goesOn = (attempt: Attempt, isClickActive: boolean): boolean =>
  isClickActive && attempt.lastEnd === 'refused' && nextStep(attempt) !== 'administrator';
