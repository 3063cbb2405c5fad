import { randomUUID } from 'node:crypto';
import type { ConfirmedEntry } from '../../src/contract/confirmation.js';
import type { ListName } from '../../src/contract/delegation.js';
import type { Caller, Confirmations, Reading } from '../../src/server/confirmations/Confirmations.js';
import { createConfirmations } from '../../src/server/confirmations/createConfirmations.js';
import { confirmationMigrations } from '../../src/server/confirmations/migrations.js';
import {
  createDatabase,
  type DatabaseOptions,
  type Trouble,
} from '../../src/server/database/createDatabase.js';
import type { Database } from '../../src/server/database/Database.js';
import { endRequests } from './caller.js';
import type { EngineUnderTest, Place } from './place.js';
import { databaseThread } from './startServer.js';

export const entry: ConfirmedEntry = {
  id: 'a',
  isActive: true,
  allowedActions: {
    makeCalls: true,
    receiveCalls: null,
    pickUpHeldCalls: false,
    joinActiveCalls: false,
    manageCallAndDelegateSettings: false,
  },
  isRight: true,
};

export const reading: Reading = { fingerprint: 'f', shared: false, entries: [entry] };

/** Opens instances on a database that is new for each test. Call it within a `describe`. */
export function useInstances(createEngine: () => Promise<EngineUnderTest>) {
  let engine: EngineUnderTest;
  let place: Place;
  const databases: Database[] = [];
  const troubles: (readonly [Trouble, Error | undefined])[] = [];
  beforeAll(async () => {
    engine = await createEngine();
  });
  beforeEach(async () => {
    place = await engine.newPlace();
    troubles.length = 0;
  });
  afterEach(async () => {
    endRequests();
    await Promise.all(databases.splice(0).map((database) => database.close()));
  });
  afterAll(() => engine.remove());

  const open = (options: Partial<DatabaseOptions> = {}): Database => {
    const database = createDatabase({
      config: place.config,
      threadFile: databaseThread,
      migrations: confirmationMigrations,
      onTrouble: (trouble, cause) => troubles.push([trouble, cause]),
      ...options,
    });
    databases.push(database);
    return database;
  };
  return {
    /** Calls of `onTrouble` of all instances. */
    troubles,
    query: (sql: string) => place.query(sql),
    open,
    /** Starts an instance with a retention of 30 days. */
    start: (now?: () => Date, options?: Partial<DatabaseOptions>): Confirmations =>
      createConfirmations({ database: open(options), retentionDays: 30, ...(now && { now }) }),
  };
}

/** Confirms a list as it was read, by default a new one. `duringRead` runs before the list is read. */
export const confirm = async (
  confirmations: Confirmations,
  caller: Caller,
  id: string = randomUUID(),
  { list = 'delegates', ...given }: Partial<Reading> & { readonly list?: ListName } = {
    fingerprint: randomUUID(),
  },
  duringRead?: () => Promise<void>,
) =>
  await confirmations.confirm(caller, list, id, async () => {
    await duringRead?.();
    return { ...reading, ...given };
  });

export async function idsOf(confirmations: Confirmations, caller: Caller, list: ListName = 'delegates') {
  const { value } = await confirmations.page(caller, list, { limit: 100, before: undefined });
  return value.map(({ id }) => id);
}
