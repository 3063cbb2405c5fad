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
import { notificationMigrations } from '../../src/server/notifications/migrations.js';
import { endRequests, newCaller } from './caller.js';
import type { CreatePlace, Place } from './place.js';
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

/** Opens databases with these options, if no others are given. */
function createDatabases(defaults: Partial<DatabaseOptions>) {
  const databases: Database[] = [];
  const outages: (readonly [Outage, string | undefined])[] = [];
  return {
    /** Each beginning of an outage, with the message of its cause, and each end. */
    outages,
    open: (config: StoreConfig, options: Partial<DatabaseOptions> = {}): Database => {
      const database = createDatabase({
        config,
        threadFile: databaseThread,
        migrations: [...confirmationMigrations, ...notificationMigrations],
        onOutage: (outage, cause) => outages.push([outage, cause?.message]),
        ...defaults,
        ...options,
      });
      databases.push(database);
      return database;
    },
    /** Closes all databases. */
    close: async () => {
      await Promise.all(databases.splice(0).map((database) => database.close()));
    },
  };
}

/**
 * Opens instances on a database that is empty before each test. Call it within a `describe`. The tests share the
 * database and its instances, unless each test gets a `new` one without tables.
 */
export function useInstances(createPlace: CreatePlace, kind: 'shared' | 'new' = 'shared') {
  let place: Place | undefined;
  /** Instances with default options, and how many of them the current test uses. */
  const shared: Database[] = [];
  let used = 0;
  const { outages, open: openAt, close } = createDatabases({});
  beforeEach(async () => {
    if (kind === 'new') {
      shared.length = 0;
      await close();
    }
    if (kind === 'new' || place === undefined) place = await createPlace();
    else await place.clear();
    used = 0;
    outages.length = 0;
  });
  afterEach(endRequests);
  afterAll(close);
  const open = (options?: Partial<DatabaseOptions>): Database => {
    if (place === undefined) throw new Error('Open an instance within a test.');
    if (options !== undefined) return openAt(place.config, options);
    used += 1;
    return (shared[used - 1] ??= openAt(place.config));
  };
  return {
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
  const databases = createDatabases({ operationMs: 2_000, retryMs: 20 });
  afterEach(async () => {
    endRequests();
    await databases.close();
    databases.outages.length = 0;
  });
  return {
    ...databases,
    start: (config: StoreConfig, options?: Partial<DatabaseOptions>): Confirmations =>
      createConfirmations({ database: databases.open(config, options), retentionDays: 30 }),
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
