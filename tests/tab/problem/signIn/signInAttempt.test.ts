import {
  endStep,
  goesOn,
  nextStep,
  startAttempt,
  type Attempt,
  type Need,
  type StepEnd,
} from '../../../../src/tab/problem/signIn/signInAttempt.js';

const everything = { nestedAppAuth: true, window: true };
const noBridge = { nestedAppAuth: false, window: true };
const noWindow = { nestedAppAuth: true, window: false };
const nothing = { nestedAppAuth: false, window: false };

/** Lists the steps of an attempt in which every step ends the same way. */
function stepsOf(attempt: Attempt, end: StepEnd = 'refused'): string[] {
  const step = nextStep(attempt);
  return step === 'administrator' ? [step] : [step, ...stepsOf(endStep(attempt, step, end), end)];
}

test.each([
  ['token', everything, ['askHost', 'nestedAppAuth', 'administrator']],
  ['token', noBridge, ['askHost', 'administrator']],
  ['token', noWindow, ['askHost', 'nestedAppAuth', 'administrator']],
  ['token', nothing, ['askHost', 'administrator']],
  ['consent', everything, ['nestedAppAuth', 'window', 'administrator']],
  ['consent', noBridge, ['window', 'administrator']],
  ['consent', noWindow, ['nestedAppAuth', 'administrator']],
  ['consent', nothing, ['administrator']],
  ['proof', everything, ['askHost', 'nestedAppAuth', 'window', 'askHostAgain', 'administrator']],
  ['proof', noBridge, ['askHost', 'window', 'askHostAgain', 'administrator']],
  ['proof', noWindow, ['askHost', 'nestedAppAuth', 'administrator']],
  ['proof', nothing, ['askHost', 'administrator']],
] as const)('%s with %j: %j', (need, means, steps) => {
  expect(stepsOf(startAttempt(need, means))).toEqual(steps);
});

const needs: readonly Need[] = ['token', 'consent', 'proof'];

test.each(needs)('an attempt for %s ends and repeats no step, however its steps end', (need) => {
  for (const end of ['refused', 'cancelled', 'unavailable', 'unknown'] as const) {
    const steps = stepsOf(startAttempt(need, everything), end);

    expect(new Set(steps).size).toBe(steps.length);
    expect(steps.at(-1)).toBe('administrator');
  }
});

test('a blocked window can be opened again', () => {
  const attempt = endStep(startAttempt('consent', noBridge), 'window', 'blocked');

  expect(nextStep(attempt)).toBe('window');
});

test('leaves only the administrator once Entra has required one', () => {
  const attempt = endStep(startAttempt('consent', everything), 'nestedAppAuth', 'needsAdmin');

  expect(nextStep(attempt)).toBe('administrator');
});

describe('the next step without another click', () => {
  test.each([
    ['refused', true, true],
    ['unavailable', true, true],
    // The browser would block a window.
    ['refused', false, false],
    ['cancelled', true, false],
    ['unknown', true, false],
    ['blocked', true, false],
    ['needsAdmin', true, false],
  ] as const)('after %s, with an active click: %s: %s', (end, isClickActive, follows) => {
    const attempt = endStep(startAttempt('proof', everything), 'askHost', end);

    expect(goesOn(attempt, isClickActive)).toBe(follows);
  });

  test('does not follow the last step', () => {
    const attempt = endStep(startAttempt('token', nothing), 'askHost', 'refused');

    expect(goesOn(attempt, true)).toBe(false);
  });
});
