import { randomUUID } from 'node:crypto';
import type { Asker } from '../../src/server/confirmations/Confirmations.js';
import { createRequestScope } from '../../src/server/time/RequestScope.js';

const scopes: ReturnType<typeof createRequestScope>[] = [];

export type TestAsker = Asker & {
  /** Aborts the request. */
  readonly leave: () => void;
  /** Returns the same user with a new request. */
  readonly again: () => TestAsker;
};

/** Creates a user with a new request. By default its deadline is ten seconds. */
export function newAsker(user: Partial<Asker['user']> = {}, totalMs = 10_000): TestAsker {
  const made = createRequestScope(randomUUID(), totalMs, 1_500);
  scopes.push(made);
  const whole = { tenantId: randomUUID(), objectId: randomUUID(), ...user };
  return { user: whole, scope: made.scope, leave: made.abandon, again: () => newAsker(whole) };
}

/** Ends the requests of all askers. Call it after each test. */
export function endRequests(): void {
  for (const { end } of scopes.splice(0)) end();
}
