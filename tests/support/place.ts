import type { StoreConfig } from '../../src/server/config.js';

/** A database. Each call of `CreatePlace` returns a new, empty one. */
export type Place = {
  readonly config: StoreConfig;
  /** Runs a query on a connection other than the server's. */
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  /** Deletes all rows, except the list of applied migrations. */
  readonly clear: () => Promise<void>;
};

export type CreatePlace = () => Promise<Place>;

/** Environment of a server that uses this database. */
export const toEnv = ({ config }: Place): Readonly<Record<string, string>> =>
  config.kind === 'embedded' ? { DATA_DIR: config.folder } : { DATABASE_URL: config.url };
