import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { createDatabase } from '../../../src/server/database/createDatabase.js';
import { sql } from '../../../src/server/database/Database.js';
import { endRequests, newCaller } from '../../support/caller.js';
import { allIds, as, keepConfirming } from '../../support/confirming.js';
import { newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { startServerProcess } from '../../support/serverProcess.js';
import { databaseThread } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';

/** Durability of acknowledged writes in the embedded database. Long form: `KILLS=50 npx jest tests/server/database`. */

afterEach(endRequests);
afterAll(removeFolders);

const canRun = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args).status === 0;
const ownNamespace = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'] as const;
const [unshare, ...unshareArgs] = ownNamespace;

test('uses a write-ahead log and syncs it before each answer', async () => {
  const database = createDatabase({
    config: { kind: 'embedded', folder: newFolder() },
    threadFile: databaseThread,
    migrations: confirmationMigrations,
  });
  const { deadline } = newCaller();

  expect(await database.read(deadline, sql`pragma journal_mode`)).toEqual([{ journal_mode: 'wal' }]);
  // 2: full.
  expect(await database.read(deadline, sql`pragma synchronous`)).toEqual([{ synchronous: 2 }]);
  await database.close();
});

testWhere(canRun('strace', '-f', '-o', '/dev/null', 'true'), 'fsync calls (needs strace)')(
  'calls fsync for each confirmation',
  async () => {
    const calls = join(newFolder(), 'calls');
    const traced = ['strace', '-D', '-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', calls];
    const server = await startServerProcess({ DATA_DIR: newFolder() }, traced);
    const amina = as(server);
    await amina.confirm();
    const count = () =>
      readFileSync(calls, 'utf8').match(/sync\(\d+<[^>]*call-delegates\.db-wal>\)/g)?.length ?? 0;
    const before = count();
    for (let more = 0; more < 10; more += 1) expect((await amina.confirm()).status).toBe(201);

    expect(count() - before).toBeGreaterThanOrEqual(10);
    await server.close();
  },
);

test('has every acknowledged confirmation after being killed repeatedly during writes', async () => {
  const folder = newFolder();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 3; kill += 1) {
    const server = await startServerProcess({ DATA_DIR: folder });
    const confirming = keepConfirming(server);
    await confirming.reaches(15);
    await server.kill();
    await confirming.stop();
    acknowledged.push(...confirming.acknowledged);
    await server.sandbox.close();
  }
  const server = await startServerProcess({ DATA_DIR: folder });
  const kept = await allIds(server);

  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  await server.close();
});

testWhere(canRun(unshare, ...unshareArgs, 'true'), 'two servers in separate PID namespaces (needs unshare)')(
  'two servers that cannot see each other’s processes share a folder and lose nothing',
  async () => {
    const folder = newFolder();
    const servers = await Promise.all(
      [1, 2].map(() => startServerProcess({ DATA_DIR: folder }, ownNamespace)),
    );
    const confirming = servers.map((server) => keepConfirming(server));
    await Promise.all(confirming.map(({ reaches }) => reaches(20)));
    await Promise.all(confirming.map(({ stop }) => stop()));
    const acknowledged = confirming.flatMap((each) => each.acknowledged);
    await Promise.all(servers.map((server) => server.kill()));
    const after = await startServerProcess({ DATA_DIR: folder });
    const kept = await allIds(after);

    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await after.close();
    await Promise.all(servers.map(({ sandbox }) => sandbox.close()));
  },
);

test('answers the first confirmation, however early it comes', async () => {
  const server = await startServerProcess({ DATA_DIR: newFolder() });

  expect((await as(server).confirm()).status).toBe(201);
  await server.close();
});
