import { Problem } from '../Problem.js';

/** The part of AbortSignal that is used here. AbortSignal itself satisfies it. */
export type Signal = {
  readonly aborted: boolean;
  readonly reason: AbortSignal['reason'];
  readonly throwIfAborted: () => void;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
};

export type Deadline = {
  /** Aborts when the deadline passes (reason: a Problem `graph_timeout`) or the client disconnects. */
  readonly signal: Signal;
  /** Ms since the epoch. */
  readonly deadlineMs: number;
};

export type RequestDeadline = ReturnType<typeof createRequestDeadline>['deadline'];

/** Milliseconds reserved for the response itself. */
const reserveMs = 1_000;

/**
 * Returns the result of the work, or throws the signal's reason if the deadline ends first.
 * Does not cancel the work, because other callers may share it.
 */
export const inTime = <Result>(work: Promise<Result>, { signal }: Deadline): Promise<Result> =>
  new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    const unlessEnded =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        signal.removeEventListener('abort', end);
        settle(value);
      };
    work.then(unlessEnded(resolve), unlessEnded(reject));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });

export async function withDeadline<Result>(
  totalMs: number,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const { deadline, clear } = startDeadline(totalMs);
  return await work(deadline).finally(clear);
}

/** Abort reason: the client disconnected before the response. */
export class CallerGone extends Error {
  override name = 'CallerGone';
}

/** Creates one deadline for all work of a request. The response waits for optional data for at most `optionalMs`. */
export function createRequestDeadline(totalMs: number, optionalMs: number) {
  const all = startDeadline(totalMs);
  const started = [all];
  const deadline = {
    ...all.deadline,
    /** Arrival time on the `performance.now()` clock. */
    startedMs: performance.now(),
    /** Starts a short deadline for optional data. It ends early enough to answer without that data. */
    startOptional: (): Deadline => {
      const leftMs = all.deadline.deadlineMs - reserveMs - Date.now();
      const optional = startDeadline(Math.max(0, Math.min(optionalMs, leftMs)));
      started.push(optional);
      return optional.deadline;
    },
  };
  return {
    deadline,
    end: () => {
      for (const { clear } of started) clear();
    },
    abandon: () => {
      for (const { abort } of started) abort(new CallerGone('The client closed the connection.'));
    },
  };
}

/**
 * Returns the operation's result. Throws its error, or an Error with the code `ETIMEDOUT` after `ms` milliseconds.
 * Does not cancel the operation.
 */
export async function withTimeout<Result>(operation: () => Promise<Result>, ms: number): Promise<Result> {
  const { deadline, clear } = startDeadline(ms, () =>
    Object.assign(new Error(`no response within ${ms} ms`), { code: 'ETIMEDOUT' }),
  );
  try {
    return await inTime(operation(), deadline);
  } finally {
    clear();
  }
}

const toTimeout = (): Error =>
  new Problem({ code: 'graph_timeout' }, 'Microsoft 365 did not respond in time. Try again.');

function startDeadline(ms: number, toReason = toTimeout) {
  const signal = new OwnSignal();
  const abort = (reason: Error) => {
    clearTimeout(timer);
    signal.abort(reason);
  };
  const timer = setTimeout(() => abort(toReason()), ms);
  const deadline: Deadline = { signal, deadlineMs: Date.now() + ms };
  return { deadline, abort, clear: () => clearTimeout(timer) };
}

/**
 * A lightweight signal with its own `abort`. Each request creates two or three, and AbortControllers would add about a tenth
 * to its CPU time (docs/decisions/006). Everything else accepts an AbortSignal as well.
 */
export class OwnSignal implements Signal {
  aborted = false;
  reason: Signal['reason'];
  #listeners: readonly (() => void)[] = [];

  abort(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
  }
}
