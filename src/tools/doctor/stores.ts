import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createClient } from '@redis/client';
import pg from 'pg';
import type { Config } from '../../server/config.js';
import { of, type Finding } from './finding.js';

const timeoutMs = 5_000;

const toReason = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? String(error);
};

export async function checkRedis({ sharedTokenCache }: Config): Promise<Finding> {
  const { ok, failed, skipped } = of('Redis');
  if (sharedTokenCache === undefined)
    return skipped('REDIS_URL is not set; each instance keeps its own tokens.');
  const client = createClient({
    url: sharedTokenCache.url,
    socket: { connectTimeout: timeoutMs, reconnectStrategy: false },
  });
  // connect() reports the error too. Without a listener the process would exit.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return ok('Answers.');
  } catch (error) {
    return failed(
      `Does not answer (${toReason(error)}).`,
      'Start it, and check host, port and password in REDIS_URL.',
    );
  } finally {
    client.destroy();
  }
}

export async function checkDatabase({ store }: Config): Promise<Finding> {
  return store.kind === 'embedded' ? checkFolder(store.folder) : await checkPostgresql(store.url);
}

function checkFolder(folder: string): Finding {
  const { ok, failed } = of('Database');
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  if (!statSync(place).isDirectory()) {
    return failed(`${place} is a file.`, 'Set DATA_DIR to a folder, or set DATABASE_URL.');
  }
  try {
    accessSync(place, constants.W_OK | constants.X_OK);
    return ok(`Embedded, in ${folder}; for one instance only.`);
  } catch {
    return failed(
      `${folder} cannot be written to.`,
      'Give this account the right to write there, or set DATA_DIR or DATABASE_URL.',
    );
  }
}

async function checkPostgresql(url: string): Promise<Finding> {
  const { ok, failed } = of('Database');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  // connect() reports the error too. Without a listener the process would exit.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return ok(`PostgreSQL ${rows[0]?.server_version ?? ''} answers.`);
  } catch (error) {
    return failed(
      `Does not answer (${toReason(error)}).`,
      'Start it, and check host, port, user, password and name in DATABASE_URL.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
