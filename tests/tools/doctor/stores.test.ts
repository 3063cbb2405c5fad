import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../../src/server/config.js';
import { checkDatabase, checkRedis } from '../../../src/tools/doctor/stores.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { createRedisServer } from '../../support/redisServer.js';
import { freePort } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';
import { aResult } from './site.js';

afterAll(removeFolders);

describe('Redis', () => {
  const check = (url?: string) =>
    checkRedis({
      sharedTokenCache: url === undefined ? undefined : { url, key: Buffer.alloc(32) },
    } as Config);

  test('is optional', async () => {
    expect(await check()).toEqual(
      aResult('Redis', 'skipped', 'REDIS_URL is not set. Each instance has its own token cache.'),
    );
  });

  test('passes while it answers and fails after it stops', async () => {
    const redis = await createRedisServer();
    await redis.start();
    expect(await check(redis.url)).toEqual(aResult('Redis', 'ok', 'Reachable.'));
    await redis.kill();

    expect(await check(redis.url)).toEqual(
      aResult('Redis', 'failed', 'Cannot be reached (ECONNREFUSED).', /^Start Redis, .*REDIS_URL/),
    );
  });
});

describe('the embedded database', () => {
  const check = (folder: string) => checkDatabase({ store: { kind: 'embedded', folder } } as Config);

  test.each(['.', 'not/made/yet'])('passes with the folder %s', async (path) => {
    const folder = join(newFolder(), path);

    expect(await check(folder)).toEqual(
      aResult('Database', 'ok', `Embedded, in ${folder}, for one instance only.`),
    );
  });

  test.each(['file', 'file/data'])('fails with the folder %s', async (path) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');

    expect(await check(join(folder, path))).toEqual(
      aResult('Database', 'failed', `${join(folder, 'file')} is a file.`, /^Set DATA_DIR to a folder/),
    );
  });

  testWhere(
    process.getuid?.() !== 0 && process.platform !== 'win32',
    'a folder that may not be written to, since this account may write anywhere',
  )('fails if this account may not write to the folder', async () => {
    const folder = join(newFolder(), 'closed');
    mkdirSync(folder, { mode: 0o500 });

    expect(await check(folder)).toEqual(
      aResult('Database', 'failed', `${folder} is not writable.`, /DATA_DIR or DATABASE_URL/),
    );
  });
});

test('fails if PostgreSQL is unreachable', async () => {
  const url = `postgresql://me@127.0.0.1:${await freePort()}/x`;

  expect(await checkDatabase({ store: { kind: 'postgresql', url } } as Config)).toEqual(
    aResult('Database', 'failed', 'Cannot be reached (ECONNREFUSED).', /^Start PostgreSQL, .*DATABASE_URL/),
  );
});
