import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createClient } from '@redis/client';
import pg from 'pg';
import type { Config } from '../../server/config.js';
import { toReason } from '../ask.js';
import { of, type CheckResult } from './CheckResult.js';

const timeoutMs = 5_000;

export async function checkRedis({ sharedTokenCache }: Config): Promise<CheckResult> {
  const { ok, failed, skipped } = of('Redis');
  if (sharedTokenCache === undefined)
    return skipped('REDIS_URL is not set. Each instance has its own token cache.');
  const client = createClient({
    url: sharedTokenCache.url,
    socket: { connectTimeout: timeoutMs, reconnectStrategy: false },
  });
  // connect() reports the error too. Without a listener the process would exit.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return ok('Reachable.');
  } catch (error) {
    return failed(
      `Cannot be reached (${toReason(error)}).`,
      'Start Redis, and check host, port and password in REDIS_URL.',
    );
  } finally {
    client.destroy();
  }
}

export async function checkDatabase({ store }: Config): Promise<CheckResult> {
  return store.kind === 'embedded' ? checkFolder(store.folder) : await checkPostgresql(store.url);
}

function checkFolder(folder: string): CheckResult {
  const { ok, failed } = of('Database');
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  if (!statSync(place).isDirectory()) {
    return failed(`${place} is a file.`, 'Set DATA_DIR to a folder, or set DATABASE_URL.');
  }
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
    return ok(`Embedded, in ${folder}, for one instance only.`);
  } catch {
    return failed(
      `${folder} is not writable.`,
      'Give this account write permission, or set DATA_DIR or DATABASE_URL.',
    );
  }
}

async function checkPostgresql(url: string): Promise<CheckResult> {
  const { ok, failed } = of('Database');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  // connect() reports the error too. Without a listener the process would exit.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return ok(`PostgreSQL ${rows[0]?.server_version ?? ''} is reachable.`);
  } catch (error) {
    return failed(
      `Cannot be reached (${toReason(error)}).`,
      'Start PostgreSQL, and check host, port, user, password and database name in DATABASE_URL.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
