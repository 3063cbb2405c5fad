import { toTabProblem, type TabProblem } from '../../api/TabProblem.js';
import { askForSsoToken, getSsoToken, openSignInWindow } from '../../host/teams.js';
import { TimedOut, withLimit } from '../../host/withLimit.js';
import type { Session } from '../../session.js';
import type { SignInNeed } from '../toHandling.js';
import { isNeedsAdmin } from './consentOutcome.js';
import { toHostReason } from './hostReason.js';
import { poll } from './poll.js';
import type { Need, SignInStep, StepEnd } from './signInAttempt.js';

type StepOptions = SignInNeed &
  Pick<Session, 'api' | 'config' | 'tokens'> & {
    readonly windowUrl: string;
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

/** Milliseconds between requests after the user has consented. A consent takes seconds to propagate. */
const spreadingDelays = [1_000, 2_000, 4_000];

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

/** Runs one step of an attempt. Never rejects. */
export async function runStep(step: SignInStep, options: StepOptions): Promise<StepResult> {
  try {
    return await steps[step](options);
  } catch (error) {
    return { end: toEnd(error), reason: toReason(error) };
  }
}

const askHost = async (options: StepOptions): Promise<StepResult> => {
  const isNew = await limited(askForSsoToken(options.claims).then(holdFor(options)), options);
  // Entra would refuse the same token again.
  return isNew ? await ask(options) : { end: 'refused' };
};

/** Holds a token that the host can renew with the same claims. */
const holdFor =
  ({ claims, tokens }: StepOptions) =>
  (token: string): boolean =>
    tokens.hold(token, () => getSsoToken(claims));

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
      return await askWhileSpreading(options);
    }
    const hold = client.prove(claims).then(({ token, renew }) => tokens.hold(token, renew));
    await limited(hold, options);
    return await ask(options);
  },
  window: openWindow,
};

/** Polls the API for the result, because the window can lose its connection to the tab. */
async function openWindow(options: StepOptions): Promise<StepResult> {
  const { need, claims, on } = options;
  const polling = new AbortController();
  const release = setTimeout(on.released, stepLimitMs);

  const reported = openSignInWindow(options.windowUrl).then(
    async () => {
      polling.abort();
      return await askWhileSpreading(options);
    },
    async (error: unknown): Promise<StepResult> => {
      const end = toEnd(error);
      if (end === 'blocked' || end === 'needsAdmin') return { end };
      on.released();
      return await new Promise<never>(() => undefined);
    },
  );
  const polled = poll(
    async () => {
      // The window may have renewed a session that the host shares.
      if (need === 'proof') await getSsoToken(claims).then(holdFor(options), () => undefined);
      const answer = await ask(options);
      return answer.end === 'refused' || answer.end === 'unknown' ? undefined : answer;
    },
    AbortSignal.any([options.signal, polling.signal]),
  ).then(async (answer): Promise<StepResult> =>
    polling.signal.aborted ? await reported : (answer ?? { end: 'unknown' }),
  );

  const result = await Promise.race([reported, polled]);
  polling.abort();
  clearTimeout(release);
  return result;
}

/** Calls our API until it succeeds, because consent takes seconds to propagate. */
async function askWhileSpreading(options: StepOptions): Promise<StepResult> {
  options.on.spreading();
  let answer = await ask(options);
  for (const delay of spreadingDelays) {
    if (answer.end === 'worked') break;
    await new Promise((resolve) => setTimeout(resolve, delay));
    answer = await ask(options);
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

const limited = async <Value>(work: Promise<Value>, { on }: StepOptions): Promise<Value> =>
  await withLimit(work, stepLimitMs).catch((error: unknown) => {
    if (error instanceof TimedOut) work.then(on.late, () => undefined);
    throw error;
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
  if (error instanceof TimedOut) return undefined;
  const text = error instanceof Error ? error.message : String(error);
  return /AADSTS\d+/.exec(text)?.[0] ?? text.slice(0, 200);
}
