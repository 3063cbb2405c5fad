import { useEventCallback } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Retry } from '../../api/TabProblem.js';
import { hasNestedAppAuth, maxWindowUrlLength, toWindowUrl } from '../../host/teams.js';
import { useLanguage } from '../../i18n/useMessages.js';
import { useSession } from '../../session.js';
import type { SignInNeed } from '../toHandling.js';
import { runStep } from './runStep.js';
import { endStep, goesOn, nextStep, startAttempt, type Attempt, type SignInStep } from './signInAttempt.js';
import { toSignInUrl } from './signInPage.js';

type Progress = {
  /**
   * `waiting`: the user must finish in a window. `spreading`: the user has finished, and the effect takes seconds to
   * propagate.
   */
  readonly activity: 'idle' | 'waiting' | 'spreading';
  /** The button is enabled, which it can be while a window is open. */
  readonly isReady: boolean;
  readonly attempt: Attempt;
  /** Text from the host or Microsoft about the last failure. */
  readonly reason: string | undefined;
};

export type SignIn = Progress & { readonly press: () => void };

type Run = {
  readonly abort: AbortController;
  step: SignInStep | undefined;
};

/** Runs sign-in attempts. Each press takes the next step, and starts over when no step is left. */
export function useSignIn(signInNeed: SignInNeed, retry: Retry): SignIn {
  const { need, claims } = signInNeed;
  const { api, config, context, tokens } = useSession();
  const { tag } = useLanguage();
  const tenantId = signInNeed.tenantId ?? context.tenantId;
  /** Claims of the latest exchange, which can differ from the initial ones. */
  const latestClaims = useRef(claims);
  useEffect(() => {
    latestClaims.current = claims;
  }, [claims]);
  const toUrl = (withClaims: string) => {
    const loginHint = context.loginHint ?? context.userPrincipalName;
    return toWindowUrl(toSignInUrl(config, { claims: withClaims, tenantId, loginHint }, tag));
  };
  const begin = (withClaims: string): Attempt =>
    startAttempt(need, {
      nestedAppAuth: hasNestedAppAuth(),
      window: toUrl(withClaims).length <= maxWindowUrlLength,
    });
  const [progress, setProgress] = useState<Progress>(() => ({
    activity: 'idle',
    isReady: true,
    attempt: begin(claims),
    reason: undefined,
  }));
  const running = useRef<Run>();
  const again = useEventCallback(retry);

  useEffect(() => () => running.current?.abort.abort(), []);

  const takeSteps = async (from: Attempt, run: Run): Promise<void> => {
    const { signal } = run.abort;
    const show = (change: Partial<Progress>) => {
      if (!signal.aborted) setProgress((before) => ({ ...before, ...change }));
    };
    let attempt = from;
    show({ attempt });
    do {
      const step = nextStep(attempt);
      if (step === 'administrator') break;
      run.step = step;
      show({ activity: 'waiting', isReady: false });
      const result = await runStep(step, {
        need,
        claims: latestClaims.current,
        tenantId,
        windowUrl: toUrl(latestClaims.current),
        config,
        api,
        tokens,
        signal,
        on: {
          spreading: () => show({ activity: 'spreading' }),
          released: () => show({ isReady: true }),
          late: () => {
            if (!signal.aborted) void again();
          },
        },
      });
      if (signal.aborted) return;
      if (result.claims !== undefined) latestClaims.current = result.claims;
      attempt = endStep(attempt, step, result.end);
      show({ attempt, reason: result.reason });
      if (result.end === 'worked' && (await again())) return;
    } while (goesOn(attempt, isClickActive()));
    run.step = undefined;
    show({ activity: 'idle', isReady: true });
  };

  const press = () => {
    const before = running.current;
    before?.abort.abort();
    // The window of the previous press is still open, or lost.
    const known =
      before?.step === undefined ? progress.attempt : endStep(progress.attempt, before.step, 'unknown');
    const next =
      nextStep(known) === 'administrator' || known.lastEnd === 'worked' ? begin(latestClaims.current) : known;
    const run: Run = { abort: new AbortController(), step: undefined };
    running.current = run;
    void takeSteps(next, run);
  };

  return { ...progress, press };
}

/** Returns true while the browser still opens a window for the last click. False in browsers that do not report it. */
const isClickActive = (): boolean => 'userActivation' in navigator && navigator.userActivation.isActive;
