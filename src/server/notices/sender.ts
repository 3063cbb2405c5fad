import type { Clock } from '../http/clock.js';
import { withDeadline } from '../http/RequestScope.js';
import type { Attempt } from './activityFeed.js';
import type { ClaimedNotice, Notices } from './Notices.js';

export type SenderOptions = {
  readonly notices: Pick<Notices, 'claim' | 'settle'>;
  readonly send: (notice: ClaimedNotice) => Promise<Attempt>;
  readonly clock: Clock;
  readonly onAttempt: (notice: ClaimedNotice, attempt: Attempt) => void;
};

export type Sender = {
  readonly start: () => void;
  /** There may be something to send. */
  readonly wake: () => void;
  /** Ends once what is being sent has been settled. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds between two looks at what other instances have left behind, and at what has become due. */
const lookMs = 5_000;
/** Milliseconds for one look at the store. */
const storeMs = 4_000;

/** Sends what is due, one after another: whatever happens, one notice at most is under way. */
export function createSender({ notices, send, clock, onAttempt }: SenderOptions): Sender {
  let running: Promise<void> | undefined;
  let isStopped = false;
  let nap = new AbortController();

  async function sendNext(): Promise<boolean> {
    const notice = await withDeadline(storeMs, notices.claim);
    if (notice === undefined) return false;
    const attempt = await send(notice);
    onAttempt(notice, attempt);
    await withDeadline(storeMs, (until) => notices.settle(until, notice, attempt.outcome));
    // Graph throttles the app as a whole.
    return attempt.status !== 429;
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      nap = new AbortController();
      // The database tells of its troubles itself; what was claimed is anybody's again after a while.
      const goesOn = await sendNext().catch(() => false);
      if (!goesOn) await clock.sleep(lookMs, nap.signal).catch(() => undefined);
    }
  }

  return {
    start: () => {
      running ??= run();
    },
    wake: () => {
      nap.abort();
    },
    stop: async () => {
      isStopped = true;
      nap.abort();
      await running;
    },
  };
}
