import type { PageConfig } from '../../../contract/pageConfig.js';
import type { Api } from '../../api/client.js';
import { toTabProblem, type TabProblem } from '../../api/TabProblem.js';
import type { SsoTokens } from '../../host/ssoTokens.js';
import { askForSsoToken, getSsoToken, openSignInWindow } from '../../host/teams.js';
import { withLimit } from '../../host/withLimit.js';
import { isNeedsAdmin } from './consentOutcome.js';
import { toHostReason } from './hostReason.js';
import { poll, spreadingDelays } from './poll.js';
import type { Need, SignInStep, StepEnd } from './signInAttempt.js';

export type StepOptions = {
  readonly need: Need;
  /** Empty when there are none. */
  readonly claims: string;
  readonly tenantId: string | undefined;
  readonly windowUrl: string;
  readonly config: PageConfig;
  readonly api: Api;
  readonly tokens: SsoTokens;
  /** Ends the polling of this step. */
  readonly signal: AbortSignal;
  readonly on: {
    /** The user has finished, and the effect takes seconds to propagate. */
    readonly spreading: () => void;
    /** The step continues, and the button is enabled again. */
    readonly released: () => void;
    /** An answer arrived after the time limit of the step. */
    readonly late: () => void;
  };
};

export type StepResult = {
  readonly end: StepEnd;
  /** Text from the host or Microsoft about a failure. */
  readonly reason?: string | undefined;
  /** Claims that the last exchange requires. */
  readonly claims?: string | undefined;
};

/** Milliseconds after which the button is enabled again. */
const stepLimitMs = 60_000;

/** Problems that can disappear by themselves during the sign-in. */
const passing: ReadonlySet<TabProblem['code']> = new Set([
  'offline',
  'unreachable',
  'host_silent',
  'sign_in_failed',
  'throttled',
  'rate_limited',
  'graph_unavailable',
  'graph_timeout',
  'entra_unavailable',
  'internal_error',
]);

class StepTimedOut extends Error {}

/** Runs one step of an attempt. Never rejects. */
export async function runStep(step: SignInStep, options: StepOptions): Promise<StepResult> {
  try {
    return await steps[step](options);
  } catch (error) {
    return { end: toEnd(error), reason: toReason(error) };
  }
}

const askHost = async (options: StepOptions): Promise<StepResult> => {
  const { claims } = options;
  const use = (token: string) => options.tokens.hold(token, () => getSsoToken(claims));
  const isNew = await limited(askForSsoToken(claims).then(use), options);
  // Entra would refuse the same token again.
  return isNew ? await exchange(options, [0]) : { end: 'refused' };
};

const steps: Readonly<Record<SignInStep, (options: StepOptions) => Promise<StepResult>>> = {
  askHost,
  askHostAgain: askHost,
  nestedAppAuth: async (options) => {
    const { need, claims, config, tenantId, tokens } = options;
    const client = await import('./nestedAppAuth.js')
      .then(({ connectNestedAppAuth }) => connectNestedAppAuth(config, tenantId))
      .catch(() => undefined);
    if (client === undefined) return { end: 'refused' };
    if (need === 'consent') {
      await limited(client.consent(), options);
      options.on.spreading();
      return await exchange(options, spreadingDelays);
    }
    const hold = client.prove(claims).then(({ token, renew }) => tokens.hold(token, renew));
    await limited(hold, options);
    return await exchange(options, [0]);
  },
  window: openWindow,
};

/** Polls the API for the result, because the window can lose its connection to the tab. */
async function openWindow(options: StepOptions): Promise<StepResult> {
  const { need, claims, tokens, on } = options;
  const closed = openSignInWindow(options.windowUrl);
  const polling = new AbortController();
  const endPolling = () => polling.abort();
  options.signal.addEventListener('abort', endPolling);
  let isReported = false;
  const release = setTimeout(on.released, stepLimitMs);

  const reported = closed.then(
    async () => {
      isReported = true;
      endPolling();
      on.spreading();
      return await exchange(options, spreadingDelays);
    },
    async (error: unknown): Promise<StepResult> => {
      const end = toEnd(error);
      if (end === 'blocked' || end === 'needsAdmin') return { end };
      on.released();
      return await new Promise<never>(() => undefined);
    },
  );
  const polled = poll(async () => {
    if (need === 'proof') {
      // The window may have renewed a session that the host shares.
      await getSsoToken(claims).then(
        (token) => tokens.hold(token, () => getSsoToken(claims)),
        () => undefined,
      );
    }
    const answer = await ask(options);
    return answer.end === 'refused' || answer.end === 'unknown' ? undefined : answer;
  }, polling.signal).then(async (answer): Promise<StepResult> =>
    isReported ? await reported : (answer ?? { end: 'unknown' }),
  );

  const result = await Promise.race([reported, polled]);
  endPolling();
  options.signal.removeEventListener('abort', endPolling);
  clearTimeout(release);
  return result;
}

/** Calls our API until it succeeds, because consent takes seconds to propagate. */
async function exchange(options: StepOptions, delays: readonly number[]): Promise<StepResult> {
  let answer: StepResult = { end: 'unknown' };
  for (const delay of delays) {
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    answer = await ask(options);
    if (answer.end === 'worked') break;
  }
  return answer;
}

/** Requests one list from our API. A different problem than before counts as progress, and the page shows it. */
async function ask({ api, need }: StepOptions): Promise<StepResult> {
  try {
    await api.getList('delegators');
    return { end: 'worked' };
  } catch (error) {
    const problem = toTabProblem(error);
    if (problem.code === problemOf[need])
      return { end: 'refused', ...('claims' in problem && { claims: problem.claims }) };
    return { end: passing.has(problem.code) ? 'unknown' : 'worked' };
  }
}

const problemOf: Readonly<Record<Need, TabProblem['code']>> = {
  token: 'sign_in_failed',
  consent: 'consent_required',
  proof: 'interaction_required',
};

const limited = async <Value>(work: Promise<Value>, { on, signal }: StepOptions): Promise<Value> =>
  await withLimit(work, stepLimitMs, () => {
    work.then(
      () => {
        if (!signal.aborted) on.late();
      },
      () => undefined,
    );
    return new StepTimedOut();
  });

function toEnd(error: unknown): StepEnd {
  const text = String(error);
  if (isNeedsAdmin(text)) return 'needsAdmin';
  if (/user_cancel|AADSTS65004\b/.test(text)) return 'cancelled';
  if (text.includes('nested_app_auth_bridge_disabled')) return 'refused';
  const { kind } = toHostReason(text);
  return kind === 'cancelled' || kind === 'blocked' ? kind : 'unknown';
}

/** Returns Entra's error code, or the message without Microsoft's long explanation. */
function toReason(error: unknown): string | undefined {
  if (error instanceof StepTimedOut) return undefined;
  const text = error instanceof Error ? error.message : String(error);
  return /AADSTS\d+/.exec(text)?.[0] ?? text.slice(0, 200);
}
