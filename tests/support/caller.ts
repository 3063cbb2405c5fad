import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/server/confirmations/createConfirmations.js';
import { createRequestDeadline } from '../../src/server/time/Deadline.js';

const deadlines: ReturnType<typeof createRequestDeadline>[] = [];

export type TestCaller = Caller & {
  /** Aborts the request. */
  readonly leave: () => void;
  /** Returns the same user with a new request. */
  readonly again: () => TestCaller;
};

/** Creates a user with a new request. By default its deadline is ten seconds. */
export function newCaller(user: Partial<Caller['user']> = {}, totalMs = 10_000): TestCaller {
  const made = createRequestDeadline(totalMs, 1_500);
  deadlines.push(made);
  const whole = { tenantId: randomUUID(), objectId: randomUUID(), ...user };
  return { user: whole, deadline: made.deadline, leave: made.abandon, again: () => newCaller(whole) };
}

/** Ends the requests of all callers. Call it after each test. */
export function endRequests(): void {
  for (const { end } of deadlines.splice(0)) end();
}
