import { randomBytes, randomUUID } from 'node:crypto';
import { forEachRight, type ListName, type Right } from '../../src/contract/delegation.js';
import { confirmationMigrations } from '../../src/server/confirmations/migrations.js';
import type { DatabaseOptions } from '../../src/server/database/createDatabase.js';
import type { Database } from '../../src/server/database/Database.js';
import { createNotices } from '../../src/server/notices/createNotices.js';
import { noticeMigrations } from '../../src/server/notices/migrations.js';
import type { Notices, Person, ReadingKind, Sighted } from '../../src/server/notices/Notices.js';
import { newAsker } from './asker.js';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export type Noticing = Notices & {
  /** Moves the clock of this instance. */
  readonly pass: (ms: number) => void;
  readonly nowMs: () => number;
};

const key = randomBytes(32);

/** Starts an instance whose clock only `pass` moves. */
export function startNotices(
  open: (options: Partial<DatabaseOptions>) => Database,
  startMs = Date.UTC(2026, 10, 2, 9),
  ownKey = key,
  onRemoved?: (subscriptions: number) => void,
): Noticing {
  let now = startMs;
  const nowMs = () => now;
  return {
    ...createNotices({
      database: open({ migrations: [...confirmationMigrations, ...noticeMigrations] }),
      key: ownKey,
      nowMs,
      ...(onRemoved && { onRemoved }),
    }),
    nowMs,
    pass: (ms) => {
      now += ms;
    },
  };
}

export const until = () => newAsker().scope;

export const newPerson = (tenantId: string = randomUUID()): Person => ({ tenantId, objectId: randomUUID() });

/** Returns two users of one tenant. */
export const newPair = (): readonly [executive: Person, assistant: Person] => {
  const executive = newPerson();
  return [executive, newPerson(executive.tenantId)];
};

export const sighted = (
  person: Person,
  held: readonly Right[] = ['receiveCalls'],
  isActive: boolean | null = true,
): Sighted => ({
  id: person.objectId,
  isActive,
  allowedActions: forEachRight((right) => held.includes(right)),
});

/** Records that a user read one of their lists. */
export const read = async (
  notices: Noticing,
  reader: Person,
  list: ListName,
  entries: readonly Sighted[],
  readAtMs = notices.nowMs(),
  reading: ReadingKind = 'shown',
): Promise<boolean> => await notices.sight(until(), { reader, reading, list, entries, readAtMs });

/** Claims the next due notification and marks it as sent. */
export async function sendNext(notices: Notices) {
  const notice = await notices.claim(until());
  if (notice !== undefined) await notices.settle(until(), notice, { kind: 'sent' });
  return notice;
}
