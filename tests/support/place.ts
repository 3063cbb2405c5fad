import type { StoreConfig } from '../../src/server/config.js';

/** A new, empty database. */
export type Place = {
  readonly config: StoreConfig;
  /** Runs a query on a connection other than the server's. */
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  /** Deletes all rows, but not the tables. */
  readonly clear: () => Promise<void>;
};

export type EngineUnderTest = {
  readonly newPlace: () => Promise<Place>;
  readonly remove: () => Promise<void>;
};

/** Tables of all migrations, except the list of migrations. */
export const tables = [
  'confirmations',
  'forgotten',
  'wishes',
  'seen_lists',
  'seen_delegations',
  'outbox',
  'leases',
];

/** Environment of a server that uses this database. */
export const toEnv = ({ config }: Place): Readonly<Record<string, string>> =>
  config.kind === 'embedded' ? { DATA_DIR: config.folder } : { DATABASE_URL: config.url };
