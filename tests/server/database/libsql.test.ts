import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Libsql from 'libsql';
import { sql } from '../../../src/server/database/Database.js';
import { newCaller } from '../../support/caller.js';
import { as } from '../../support/as.js';
import { documentedCommand, inContainer, inFolder, run } from '../../support/documentedCommands.js';
import {
  canConfirm,
  confirm,
  entry,
  idsOf,
  keepConfirming,
  unavailable,
  useStarted,
} from '../../support/instances.js';
import { fileIn, queryFolder } from '../../support/libsqlPlaces.js';
import { newFolder } from '../../support/newFolder.js';
import { readFile } from '../../support/repository.js';
import { startServerProcess } from '../../support/serverProcess.js';
import { canMakeSmallDisk, makeSmallDisk, type SmallDisk } from '../../support/smallDisk.js';
import { startServer, until } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';

/** Promises of the embedded database beyond `confirmations/store.ts`: files, faults, durability, backups. */

const started = useStarted();
const { outages, close: closeAll } = started;

const start = (folder: string) => started.start({ kind: 'embedded', folder });

const canRun = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args).status === 0;

test('an object in place of a value does not become a part of the statement', () => {
  const value = { text: '1 = 1', values: [] } as unknown as string;

  expect(sql`select id from confirmations where id = ${value}`.text).toBe(
    'select id from confirmations where id = ?',
  );
});

describe('the files', () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

  test('of a new folder, and the folder, can be read by this account only; an existing folder stays as it is', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    writeFileSync(fileIn(folder), '', { mode: 0o644 });
    for (const [path, mode] of [
      [join(newFolder(), 'data'), '700'],
      [folder, '755'],
    ] as const) {
      await confirm(start(path), newCaller());

      expect(modeOf(path)).toBe(mode);
      expect(readdirSync(path).map((name) => modeOf(join(path, name)))).toEqual(['600', '600', '600']);
    }
  });

  test('contain no deleted data', async () => {
    const folder = newFolder();
    const confirmations = start(folder);
    const caller = newCaller();
    const id = randomUUID();
    await confirm(confirmations, caller, id);
    for (let count = 0; count < 50; count += 1) await confirm(confirmations, caller);
    await confirm(confirmations, newCaller());
    const isInFiles = (text: string) =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
    expect(isInFiles(id)).toBe(true);
    await confirmations.forget(caller.again());

    expect(isInFiles(id)).toBe(false);
    // The other user's data.
    expect(isInFiles(JSON.stringify(entry.allowedActions))).toBe(true);
  });
});

describe('a disk', () => {
  const testOnDisk = testWhere(canMakeSmallDisk(), 'full and read-only disks, without the right to mount');
  let disk: SmallDisk;
  afterEach(async () => {
    await closeAll();
    disk.remove();
  });

  testOnDisk('that is full stores nothing, keeps serving reads, and is reported once', async () => {
    disk = makeSmallDisk();
    const confirmations = start(disk.folder);
    const caller = newCaller();
    await confirm(confirmations, caller);
    disk.fill();
    await until(async () => !(await canConfirm(confirmations, caller)));
    const before = await idsOf(confirmations, caller.again());

    for (let turn = 0; turn < 3; turn += 1)
      await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(unavailable);
    expect(await idsOf(confirmations, caller.again())).toEqual(before);
    disk.free();
    expect(await confirm(confirmations, caller.again())).toMatchObject({ isNew: true });
    expect(outages).toEqual([
      ['writing', expect.stringContaining('full')],
      ['writing', undefined],
    ]);
  });

  testOnDisk('that is full or read-only at the start is used once it has space and is writable', async () => {
    disk = makeSmallDisk();
    disk.fill();
    const first = start(disk.folder);
    expect(await canConfirm(first)).toBe(false);
    disk.free();
    await until(() => canConfirm(first));
    await closeAll();
    disk.remount('ro');
    const second = start(disk.folder);
    expect(await canConfirm(second)).toBe(false);
    disk.remount('rw');
    await until(() => canConfirm(second));

    expect(outages.filter(([outage]) => outage === 'opening')).toHaveLength(4);
  });
});

describe('a file that is damaged', () => {
  const fix = /call-delegates\.db is damaged .*restore a backup, or move the file away/s;
  const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  const overwrite = (path: string, from: number, bytes: number) => {
    writeFileSync(path, readFileSync(path).fill(0x5a, from, from + bytes));
  };
  let intact: string;
  beforeAll(async () => {
    intact = newFolder();
    const confirmations = start(intact);
    for (let count = 0; count < 5; count += 1) await confirm(confirmations, newCaller());
    await closeAll();
  });

  test.each<[string, (path: string) => void]>([
    ['at its beginning', (path) => { overwrite(path, 0, 100); }],
    ['in its middle', (path) => { overwrite(path, 8_192, 8_192); }],
    ['by its end, which is missing', (path) => { truncateSync(path, Math.floor(statSync(path).size / 2)); }],
    ['altogether', (path) => { writeFileSync(path, 'Not a database.'.repeat(1_000)); }],
  ])('%s is reported once at the start with a fix, and the file is not modified', async (_, damage) => {
    const folder = newFolder();
    copyFileSync(fileIn(intact), fileIn(folder));
    damage(fileIn(folder));
    const before = hashOf(fileIn(folder));
    const confirmations = start(folder);
    for (let turn = 0; turn < 2; turn += 1)
      await expect(confirm(confirmations, newCaller())).rejects.toMatchObject(unavailable);

    expect(outages).toEqual([['opening', expect.stringMatching(fix)]]);
    await closeAll();
    expect(hashOf(fileIn(folder))).toBe(before);
  }); // prettier-ignore

  test('while it is open is opened again, which reports it in the same way', async () => {
    const folder = newFolder();
    copyFileSync(fileIn(intact), fileIn(folder));
    const database = started.open({ kind: 'embedded', folder });
    const { deadline } = newCaller();
    await database.read(deadline, sql`select 1`);
    writeFileSync(fileIn(folder), 'Not a database.'.repeat(1_000));
    await expect(database.read(deadline, sql`select * from confirmations`)).rejects.toMatchObject(
      unavailable,
    );
    await until(() => outages.length === 2);

    expect(outages).toEqual([
      ['reading', expect.any(String)],
      ['opening', expect.stringMatching(fix)],
    ]);
  });
});

test('fails in time while another process holds the write lock, and stores the next confirmation', async () => {
  const folder = newFolder();
  const confirmations = start(folder);
  const caller = newCaller();
  await confirm(confirmations, caller);
  const other = new Libsql(fileIn(folder), { timeout: 1_000 });
  other.exec('begin immediate');

  await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(unavailable);
  expect(await idsOf(confirmations, caller.again())).toHaveLength(1);
  other.exec('rollback');
  other.close();
  expect(await confirm(confirmations, caller.again())).toMatchObject({ isNew: true });
});

test('a server that stops during a sweep waits for it, and reports no failure', async () => {
  const folder = newFolder();
  const server = await startServer({ env: { DATA_DIR: folder } });
  await as(server).confirm();
  const count = () => Number(queryFolder(folder, 'select count(*) as n from confirmations')[0]?.['n']);
  queryFolder(
    folder,
    `insert into confirmations (tenant_id, user_id, list, id, confirmed_at, fingerprint, entries)
      with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 20000)
      select tenant_id, user_id, list, n, '2020-01-01T00:00:00.000Z', fingerprint, entries from confirmations, numbers`,
  );
  server.start();
  await until(() => count() < 20_000);
  await server.close();

  expect(count()).toBe(1);
  expect(server.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});

describe('an acknowledged confirmation', () => {
  const ownNamespace = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'] as const;
  const [unshare, ...unshareArgs] = ownNamespace;
  const idsIn = (folder: string) =>
    new Set(queryFolder(folder, 'select id from confirmations').map(({ id }) => String(id)));
  const aliases = ['amina', 'diego', 'miriam', 'jonas'];
  /** Confirms as several users at once over HTTP. */
  const keepAsking = (server: Parameters<typeof as>[0]) =>
    keepConfirming(async (id, turn) => {
      const answer = await as(server, aliases[turn % aliases.length]).confirm('delegators', id);
      return answer.status === 201;
    });

  test('is in a write-ahead log that is synced before each answer', async () => {
    const database = started.open({ kind: 'embedded', folder: newFolder() });
    const { deadline } = newCaller();

    expect(await database.read(deadline, sql`pragma journal_mode`)).toEqual([{ journal_mode: 'wal' }]);
    // 2: full.
    expect(await database.read(deadline, sql`pragma synchronous`)).toEqual([{ synchronous: 2 }]);
  });

  testWhere(canRun('strace', '-f', '-o', '/dev/null', 'true'), 'fsync calls (needs strace)')(
    'is on the disk: the server calls fsync for each',
    async () => {
      const calls = join(newFolder(), 'calls');
      const traced = ['strace', '-D', '-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', calls];
      const server = await startServerProcess({ DATA_DIR: newFolder() }, { within: traced });
      const amina = as(server);
      await amina.confirm();
      const count = () =>
        readFileSync(calls, 'utf8').match(/sync\(\d+<[^>]*call-delegates\.db-wal>\)/g)?.length ?? 0;
      const before = count();
      for (let more = 0; more < 5; more += 1) expect((await amina.confirm()).status).toBe(201);

      expect(count() - before).toBeGreaterThanOrEqual(5);
      await server.close();
    },
  );

  test('is there after the server was killed repeatedly during writes', async () => {
    const folder = newFolder();
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 2; kill += 1) {
      const server = await startServerProcess({ DATA_DIR: folder });
      const confirming = keepAsking(server);
      await confirming.reaches(15);
      await server.kill();
      await confirming.stop();
      acknowledged.push(...confirming.acknowledged);
      await server.sandbox.close();
    }
    const kept = idsIn(folder);

    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  testWhere(
    canRun(unshare, ...unshareArgs, 'true'),
    'two servers in separate PID namespaces (needs unshare)',
  )('is there after two servers that cannot see each other’s processes shared a folder', async () => {
    const folder = newFolder();
    const servers = await Promise.all(
      [1, 2].map(() => startServerProcess({ DATA_DIR: folder }, { within: ownNamespace })),
    );
    const confirming = servers.map(keepAsking);
    await Promise.all(confirming.map(({ reaches }) => reaches(20)));
    await Promise.all(confirming.map(({ stop }) => stop()));
    await Promise.all(servers.map((server) => server.kill()));
    const acknowledged = confirming.flatMap((each) => each.acknowledged);
    const kept = idsIn(folder);

    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await Promise.all(servers.map(({ sandbox }) => sandbox.close()));
  });
});

describe('the documented command', () => {
  const testCommand = testWhere(canRun('sh', '-c', 'true'), 'backup, restore and erasing (needs a shell)');
  const places = [inContainer, inFolder];

  testCommand('writes a complete and usable backup while the server runs, from either place', async () => {
    const folder = newFolder();
    const confirmations = start(folder);
    const confirming = keepConfirming(async (id) => (await confirm(confirmations, newCaller(), id)).isNew);
    for (const place of places) {
      await confirming.reaches(confirming.acknowledged.length + 20);
      const before = [...confirming.acknowledged];
      await run(documentedCommand('vacuum into'), place(folder));
      await confirming.reaches(before.length + 10);
      const restored = newFolder();
      copyFileSync(join(folder, 'backup.db'), fileIn(restored));
      rmSync(join(folder, 'backup.db'));
      await confirm(start(restored), newCaller());
      const kept = queryFolder(restored, 'select id from confirmations').map(({ id }) => id);

      expect(before.filter((id) => !kept.includes(id))).toEqual([]);
    }
    await confirming.stop();
  });

  testCommand('erases one person, from either place, and the file keeps nothing of them', async () => {
    const folder = newFolder();
    const confirmations = start(folder);
    const [one, other] = [newCaller(), newCaller()];
    for (const caller of [one, other]) {
      await confirmations.forget(caller);
      await confirm(confirmations, caller.again());
    }
    await closeAll();
    const file = () => readFileSync(fileIn(folder), 'latin1');
    expect(file()).toContain(one.user.objectId);
    const [, section = ''] = readFile('docs/operations.md').split('### Erasing one person');
    const statements = [...section.matchAll(/^(delete from (?:confirmations|forgotten) .+);$/gm)];
    expect(statements).toHaveLength(2);
    for (const [index, caller] of [one, other].entries()) {
      for (const [, statement = ''] of statements) {
        const words = statement.replace('…', caller.user.objectId);
        const command = documentedCommand('secure_delete').replace('delete …', words);
        await run(command, (places[index] ?? inFolder)(folder));
      }
      expect(file()).not.toContain(caller.user.objectId);
      expect(file().includes(other.user.objectId)).toBe(caller === one);
    }
  });
});
