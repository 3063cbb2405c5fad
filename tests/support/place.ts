import type { StoreConfig } from '../../src/server/config.js';

/** A database that is new and empty. */
export type Place = {
  readonly config: StoreConfig;
  /** Asked by somebody else, beside the server. */
  readonly query: (sql: string) => Promise<readonly Record<string, unknown>[]>;
};

/** One kind of database. */
export type EngineUnderTest = {
  readonly newPlace: () => Promise<Place>;
  readonly remove: () => Promise<void>;
};

/** The server's environment for it. */
export const toEnv = ({ config }: Place): Readonly<Record<string, string>> =>
  config.kind === 'embedded' ? { DATA_DIR: config.folder } : { DATABASE_URL: config.url };
