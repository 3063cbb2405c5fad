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

export type SignIn = {
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
  readonly press: () => void;
};

type Run = {
  readonly abort: AbortController;
  step: SignInStep | undefined;
};

/** Runs sign-in attempts. Each press takes the next step, and starts over when no step is left. */
export function useSignIn({ need, claims, tenantId }: SignInNeed, retry: Retry): SignIn {
  const { api, config, context, tokens } = useSession();
  const { tag } = useLanguage();
  /** Claims of the latest exchange, which can differ from the initial ones. */
  const latestClaims = useRef(claims);
  useEffect(() => {
    latestClaims.current = claims;
  }, [claims]);
  const toUrl = (withClaims: string) => {
    const loginHint = context.loginHint ?? context.userPrincipalName;
    const request = { claims: withClaims, tenantId: tenantId ?? context.tenantId, loginHint };
    return toWindowUrl(toSignInUrl(config, request, tag));
  };
  const begin = (withClaims: string): Attempt =>
    startAttempt(need, {
      nestedAppAuth: hasNestedAppAuth(),
      window: toUrl(withClaims).length <= maxWindowUrlLength,
    });
  const [attempt, setAttempt] = useState(() => begin(claims));
  const [activity, setActivity] = useState<SignIn['activity']>('idle');
  const [isReady, setReady] = useState(true);
  const [reason, setReason] = useState<string>();
  const running = useRef<Run>();
  const again = useEventCallback(retry);

  useEffect(
    () => () => {
      running.current?.abort.abort();
    },
    [],
  );

  const takeSteps = async (from: Attempt, run: Run): Promise<void> => {
    const ifCurrent = (act: () => void) => () => {
      if (!run.abort.signal.aborted) act();
    };
    let now = from;
    do {
      const step = nextStep(now);
      if (step === 'administrator') break;
      run.step = step;
      setReady(false);
      setActivity('waiting');
      const result = await runStep(step, {
        need,
        claims: latestClaims.current,
        tenantId: tenantId ?? context.tenantId,
        windowUrl: toUrl(latestClaims.current),
        config,
        api,
        tokens,
        signal: run.abort.signal,
        on: {
          spreading: ifCurrent(() => setActivity('spreading')),
          released: ifCurrent(() => setReady(true)),
          late: ifCurrent(() => void again()),
        },
      });
      if (run.abort.signal.aborted) return;
      if (result.claims !== undefined) latestClaims.current = result.claims;
      now = endStep(now, step, result.end);
      setAttempt(now);
      setReason(result.reason);
      if (result.end === 'worked' && (await again())) return;
    } while (goesOn(now, isClickActive()));
    run.step = undefined;
    setActivity('idle');
    setReady(true);
  };

  const press = () => {
    const before = running.current;
    before?.abort.abort();
    // The window of the previous press is still open, or lost.
    const known = before?.step === undefined ? attempt : endStep(attempt, before.step, 'unknown');
    const next =
      nextStep(known) === 'administrator' || known.lastEnd === 'worked' ? begin(latestClaims.current) : known;
    const run: Run = { abort: new AbortController(), step: undefined };
    running.current = run;
    setAttempt(next);
    void takeSteps(next, run);
  };

  return { activity, isReady, attempt, reason, press };
}

/** Returns true while the browser still opens a window for the last click. False in browsers that do not report it. */
const isClickActive = (): boolean => 'userActivation' in navigator && navigator.userActivation.isActive;
