import type { Clock } from '../../src/server/time/clock.js';

export type ManualClock = Clock & {
  /** Advances the time. Due timers fire in order. */
  readonly advance: (ms: number) => void;
  /** Advances the time and waits for the immediate effects. */
  readonly pass: (ms: number) => Promise<void>;
  /** Sets the system time back, as NTP may do. Monotonic time does not change. */
  readonly stepBack: (ms: number) => void;
  /** Returns the remaining milliseconds of each sleep. */
  readonly sleeping: () => readonly number[];
  /** Advances the time to each next sleep until the promise settles. */
  readonly settle: <Value>(wanted: Promise<Value>) => Promise<Value>;
};

/** Creates a clock that only `advance` moves. */
export function createManualClock(startMs = Date.UTC(2026, 10, 2, 9)): ManualClock {
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
  const clock: ManualClock = {
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
    advance: (ms) => {
      monotonicMs += ms;
      for (const alarm of [...alarms].sort((one, other) => one.atMs - other.atMs)) {
        if (alarm.atMs <= monotonicMs) alarm.ring();
      }
    },
    pass: async (ms) => {
      clock.advance(ms);
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    },
    stepBack: (ms) => {
      epochMs -= ms;
    },
    sleeping: () => [...alarms].filter(({ isSleep }) => isSleep).map(({ atMs }) => atMs - monotonicMs),
    settle: async (wanted) => {
      const state = { isSettled: false };
      const done = () => void (state.isSettled = true);
      void wanted.then(done, done);
      while (!state.isSettled) {
        await new Promise(setImmediate);
        const [next] = [...clock.sleeping()].sort((one, other) => one - other);
        if (next !== undefined) clock.advance(next);
      }
      return await wanted;
    },
  };
  return clock;
}
