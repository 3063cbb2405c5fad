/**
 * The state machine of an interactive sign-in. It is pure: `useSignIn` carries the steps out.
 *
 * An attempt lasts until it works or no step is left. No step is taken twice in one attempt. Each step is followed by one
 * exchange: our API is asked for a list, which makes the server exchange the bearer token.
 */

/**
 * What is missing.
 * `token`: the host gives no SSO token.
 * `consent`: Microsoft Graph permissions.
 * `proof`: a token that satisfies the claims which Entra asks for.
 */
export type Need = 'token' | 'consent' | 'proof';

/** What the host can do. */
export type Means = {
  readonly nestedAppAuth: boolean;
  /** False when the address of the sign-in page is too long for the host. */
  readonly window: boolean;
};

/**
 * `askHost`: `getAuthToken` with a dialog, and with the claims.
 * `nestedAppAuth`: the host's broker. For consent it asks for Graph; otherwise for our own API, and its token is the bearer.
 * `window`: sign in to Graph in a window while the tab polls its API.
 * `askHostAgain`: the same as `askHost` after the window, because the window may have renewed Entra's session.
 */
export type SignInStep = 'askHost' | 'nestedAppAuth' | 'window' | 'askHostAgain';

/**
 * How a step ended.
 * `worked`: the API answers.
 * `refused`: the step gave a token, and the API still answers with the same problem.
 * `cancelled`: the user closed a dialog.
 * `unavailable`: the host cannot take this step.
 * `unknown`: the step ended without an answer, or too late.
 * `blocked`: the window did not open.
 * `needsAdmin`: Entra says that only an administrator can consent.
 */
export type StepEnd =
  'worked' | 'refused' | 'cancelled' | 'unavailable' | 'unknown' | 'blocked' | 'needsAdmin';

export type Attempt = {
  readonly need: Need;
  readonly means: Means;
  readonly tried: readonly SignInStep[];
  /** The end of the last step; undefined before the first one. */
  readonly lastEnd: StepEnd | undefined;
};

const order: Readonly<Record<Need, readonly SignInStep[]>> = {
  token: ['askHost', 'nestedAppAuth'],
  // A host's `getAuthToken` never asks for Graph permissions.
  consent: ['nestedAppAuth', 'window'],
  proof: ['askHost', 'nestedAppAuth', 'window', 'askHostAgain'],
};

export const startAttempt = (need: Need, means: Means): Attempt => ({
  need,
  means,
  tried: [],
  lastEnd: undefined,
});

/** The step that follows; `administrator` when no step is left. */
export function nextStep({ need, means, tried, lastEnd }: Attempt): SignInStep | 'administrator' {
  if (lastEnd === 'needsAdmin') return 'administrator';
  return (
    order[need].find((step) => !tried.includes(step) && isPossible(step, means, tried)) ?? 'administrator'
  );
}

function isPossible(step: SignInStep, means: Means, tried: readonly SignInStep[]): boolean {
  if (step === 'askHostAgain') return tried.includes('window');
  return step === 'askHost' || means[step];
}

/** A blocked window was not tried. */
export const endStep = (attempt: Attempt, step: SignInStep, end: StepEnd): Attempt => ({
  ...attempt,
  tried: end === 'blocked' ? attempt.tried : [...attempt.tried, step],
  lastEnd: end,
});

/**
 * Whether the next step may follow without another click. A user who has cancelled a dialog is not shown another one, and
 * the browser opens a window only while a click still counts.
 */
export const goesOn = (attempt: Attempt, isClickActive: boolean): boolean =>
  isClickActive &&
  (attempt.lastEnd === 'refused' || attempt.lastEnd === 'unavailable') &&
  nextStep(attempt) !== 'administrator';
