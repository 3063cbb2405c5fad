import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { StoreConfig } from '../config.js';
import type { Outage } from './createDatabase.js';

type Log = Pick<FastifyBaseLogger, 'error' | 'info' | 'warn'>;

const words: Readonly<Record<Outage, { readonly begun: string; readonly over: string }>> = {
  opening: {
    begun: 'could not open the database; trying again; lists are not affected',
    over: 'the database is open again',
  },
  reading: {
    begun: 'confirmations cannot be read; lists are not affected',
    over: 'confirmations can be read again',
  },
  writing: {
    begun: 'confirmations cannot be stored; lists are not affected',
    over: 'confirmations can be stored again',
  },
};

/** Logs one line when a failure begins, with the engine's error, and one when it ends. */
export const logOutages =
  (log: Log) =>
  (outage: Outage, cause?: Error): void => {
    if (cause === undefined) log.info(words[outage].over);
    else log.error({ cause: toText(cause) }, words[outage].begun);
  };

/** Node leaves the message empty after it tried several addresses. */
const toText = (cause: Error): string => {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return [code, cause.message].filter((part) => part !== undefined && part !== '').join(': ');
};

/** Warns about data of the first version, an embedded PostgreSQL. It is neither read nor removed. */
export function warnOfFirstVersion(config: StoreConfig, log: Log): void {
  if (config.kind !== 'embedded') return;
  const folder = join(config.folder, 'postgresql');
  if (existsSync(join(folder, 'PG_VERSION')))
    log.warn(
      { folder },
      'confirmations of the first version of this program are no longer read; see docs/operations.md',
    );
}
