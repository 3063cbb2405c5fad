import type { Clock } from '../../src/server/time/clock.js';

export type ManualClock = ReturnType<typeof createManualClock>;

/** Creates a clock that only `advance` moves. */
export function createManualClock(startMs = Date.UTC(2026, 10, 2, 9)) {
  type Alarm = { readonly atMs: number; readonly ring: () => void; readonly isSleep: boolean };
  const alarms = new Set<Alarm>();
  let monotonicMs = 0;
  let epochMs = startMs;
  const add = (ms: number, isSleep: boolean, action: () => void): Alarm => {
    const alarm = {
      atMs: monotonicMs + ms,
      isSleep,
      ring: () => {
        alarms.delete(alarm);
        action();
      },
    };
    alarms.add(alarm);
    return alarm;
  };
  const advance = (ms: number): void => {
    monotonicMs += ms;
    for (const alarm of [...alarms].sort((one, other) => one.atMs - other.atMs)) {
      if (alarm.atMs <= monotonicMs) alarm.ring();
    }
  };
  /** Returns the remaining milliseconds of each sleep. */
  const sleeping = (): readonly number[] =>
    [...alarms].filter(({ isSleep }) => isSleep).map(({ atMs }) => atMs - monotonicMs);
  const clock: Clock = {
    nowMs: () => epochMs + monotonicMs,
    monotonicMs: () => monotonicMs,
    timeout: (ms) => {
      const controller = new AbortController();
      add(ms, false, () => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')));
      return controller.signal;
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const stop = () => {
          alarms.delete(alarm);
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as the real clock
          reject(signal?.reason);
        };
        const alarm = add(ms, true, () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        });
        signal?.addEventListener('abort', stop);
      }),
  };
  return {
    ...clock,
    sleeping,
    /** Advances the time. Due timers fire in order. */
    advance,
    /** Advances the time and waits for the immediate effects. */
    pass: async (ms: number) => {
      advance(ms);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    },
    /** Sets the system time back, as NTP may do. Monotonic time does not change. */
    stepBack: (ms: number) => {
      epochMs -= ms;
    },
    /** Advances the time to each next sleep until the promise settles. */
    settle: async <Value>(wanted: Promise<Value>): Promise<Value> => {
      const state = { isSettled: false };
      const done = () => void (state.isSettled = true);
      void wanted.then(done, done);
      while (!state.isSettled) {
        await new Promise(setImmediate);
        const waits = sleeping();
        if (waits.length > 0) advance(Math.min(...waits));
      }
      return await wanted;
    },
  };
}
