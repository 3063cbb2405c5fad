import { randomUUID } from 'node:crypto';
import type { ConfirmedEntry } from '../../src/contract/confirmation.js';
import type { ListName } from '../../src/contract/delegation.js';
import type { StoreConfig } from '../../src/server/config.js';
import type { Caller, Confirmations, Reading } from '../../src/server/confirmations/createConfirmations.js';
import { createConfirmations } from '../../src/server/confirmations/createConfirmations.js';
import { confirmationMigrations } from '../../src/server/confirmations/migrations.js';
import {
  createDatabase,
  type DatabaseOptions,
  type Outage,
} from '../../src/server/database/createDatabase.js';
import type { Database } from '../../src/server/database/Database.js';
import { endRequests, newCaller } from './caller.js';
import type { EngineUnderTest, Place } from './place.js';
import { databaseThread, until } from './startServer.js';

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

/**
 * Opens instances on a database that is empty before each test. Call it within a `describe`. The tests share the
 * database and, while no test needs them, its instances, unless each test gets a `new` one without tables.
 */
export function useInstances(
  createEngine: () => Promise<EngineUnderTest>,
  kind: 'shared' | 'new' = 'shared',
) {
  let engine: EngineUnderTest;
  let place: Place | undefined;
  const databases: Database[] = [];
  /** Instances with default options, and how many of them the current test uses. */
  const idle = new Map<string, { readonly all: Database[]; used: number }>();
  const outages: (readonly [Outage, Error | undefined])[] = [];
  beforeAll(async () => {
    engine = await createEngine();
  });
  const close = async () => {
    idle.clear();
    await Promise.all(databases.splice(0).map((database) => database.close()));
  };
  beforeEach(async () => {
    if (kind === 'new' || place === undefined) place = await engine.newPlace();
    else await place.clear();
    outages.length = 0;
  });
  afterEach(async () => {
    endRequests();
    for (const group of idle.values()) group.used = 0;
    if (kind === 'new') await close();
  });
  afterAll(async () => {
    await close();
    await engine.remove();
  });

  const create = (options: Partial<DatabaseOptions>): Database => {
    if (place === undefined) throw new Error('Open an instance within a test.');
    const database = createDatabase({
      config: place.config,
      threadFile: databaseThread,
      migrations: confirmationMigrations,
      onOutage: (outage, cause) => outages.push([outage, cause]),
      ...options,
    });
    databases.push(database);
    return database;
  };
  const open = ({
    migrations = confirmationMigrations,
    ...options
  }: Partial<DatabaseOptions> = {}): Database => {
    if (Object.keys(options).length > 0) return create({ migrations, ...options });
    const name = migrations.map((migration) => migration.name).join();
    const group = idle.get(name) ?? { all: [], used: 0 };
    idle.set(name, group);
    group.used += 1;
    return group.all[group.used - 1] ?? (group.all[group.used - 1] = create({ migrations }));
  };
  return {
    /** Calls of `onOutage` of all instances. */
    outages,
    query: async (sql: string) => (await place?.query(sql)) ?? [],
    open,
    /** Starts an instance with a retention of 30 days. */
    start: (now?: () => Date, options?: Partial<DatabaseOptions>): Confirmations =>
      createConfirmations({ database: open(options), retentionDays: 30, ...(now && { now }) }),
  };
}

export type Instances = ReturnType<typeof useInstances>;

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

/** Confirms a new list. Returns false if it is not stored. */
export const canConfirm = (confirmations: Confirmations, caller = newCaller()): Promise<boolean> =>
  confirm(confirmations, caller.again()).then(
    () => true,
    () => false,
  );

/** Starts instances whose databases are closed after each test. They give up and retry sooner than in production. */
export function useStarted() {
  const databases: Database[] = [];
  const outages: (readonly [Outage, string | undefined])[] = [];
  const close = async () => {
    await Promise.all(databases.splice(0).map((database) => database.close()));
  };
  afterEach(async () => {
    endRequests();
    await close();
    outages.length = 0;
  });
  const open = (config: StoreConfig, options: Partial<DatabaseOptions> = {}): Database => {
    const database = createDatabase({
      config,
      threadFile: databaseThread,
      migrations: confirmationMigrations,
      onOutage: (outage, cause) => outages.push([outage, cause?.message]),
      operationMs: 2_000,
      retryMs: 20,
      ...options,
    });
    databases.push(database);
    return database;
  };
  return {
    /** Each beginning of an outage, with the message of its cause, and each end. */
    outages,
    open,
    start: (config: StoreConfig, options?: Partial<DatabaseOptions>): Confirmations =>
      createConfirmations({ database: open(config, options), retentionDays: 30 }),
    /** Closes all databases. */
    close,
  };
}

/** Rejection of an operation while the database is down. */
export const unavailable = { reason: { code: 'store_unavailable' } };

/**
 * Confirms four times at once until `stop`. `acknowledged` collects the ids that were stored.
 * @param confirmOnce returns true if the confirmation was stored. Once it throws, its turns end
 */
export function keepConfirming(confirmOnce: (id: string, turn: number) => Promise<boolean>) {
  const acknowledged: string[] = [];
  let isOver = false;
  const writing = Promise.all(
    Array.from({ length: 4 }, async (_, first) => {
      for (let turn = first; !isOver; turn += 4) {
        const id = randomUUID();
        const isStored = await confirmOnce(id, turn).catch(() => undefined);
        if (isStored === undefined) return;
        if (isStored) acknowledged.push(id);
      }
    }),
  );
  return {
    acknowledged,
    reaches: (count: number) => until(() => acknowledged.length >= count),
    /** Waits for running requests. */
    stop: async () => {
      isOver = true;
      await writing;
    },
  };
}
