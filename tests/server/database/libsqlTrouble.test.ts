import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { as, idOf, idsIn } from '../../support/confirming.js';
import { fileIn, newFolder, removeFolders } from '../../support/libsqlPlaces.js';
import { startServerProcess } from '../../support/serverProcess.js';
import { canMakeSmallDisk, makeSmallDisk, type SmallDisk } from '../../support/smallDisk.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';

/** Faults of the embedded database: the lists work, confirming answers 503, and the server recovers by itself. */

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(removeFolders);

const unavailable = { status: 503, body: { code: 'store_unavailable' } };
const told = ({ log }: TestServer, words: string) =>
  log.filter(({ msg }) => String(msg).includes(words)).length;
const listsWork = async (served: TestServer) =>
  (await as(served).ask('GET', '/api/delegators')).status === 200;

describe('a disk', () => {
  const testOnDisk = testWhere(
    canMakeSmallDisk(),
    'full and read-only disks, for want of the right to mount',
  );
  let disk: SmallDisk;
  afterEach(async () => {
    await server?.close();
    server = undefined;
    disk.remove();
  });

  testOnDisk('that is full stores nothing, keeps serving reads, and is reported once', async () => {
    disk = makeSmallDisk();
    server = await startServer({ env: { DATA_DIR: disk.folder } });
    const amina = as(server);
    await amina.confirm();
    const before = idsIn(await amina.history());
    disk.fill();
    await until(async () => (await amina.confirm()).status === 503);

    for (let turn = 0; turn < 3; turn += 1) expect(await amina.confirm()).toMatchObject(unavailable);
    expect(idsIn(await amina.history())).toEqual(expect.arrayContaining(before));
    expect(await listsWork(server)).toBe(true);
    disk.free();
    expect((await amina.confirm()).status).toBe(201);
    expect(told(server, 'confirmations cannot be stored')).toBe(1);
    expect(told(server, 'confirmations can be stored again')).toBe(1);
    expect(JSON.stringify(server.log)).toContain('SQLITE_FULL');
  });

  testOnDisk('that is full at the start is used once it has space', async () => {
    disk = makeSmallDisk();
    disk.fill();
    server = await startServer({ env: { DATA_DIR: disk.folder } });
    const amina = as(server);

    expect(await amina.confirm()).toMatchObject(unavailable);
    expect(await listsWork(server)).toBe(true);
    disk.free();
    await until(async () => (await amina.confirm()).status === 201);
    expect(told(server, 'could not open the database')).toBe(1);
    expect(told(server, 'the database is open again')).toBe(1);
  });

  testOnDisk('that is read-only is used once it is writable', async () => {
    disk = makeSmallDisk();
    const first = await startServer({ env: { DATA_DIR: disk.folder } });
    await as(first).confirm();
    await first.close();
    disk.remount('ro');
    server = await startServer({ env: { DATA_DIR: disk.folder } });
    const amina = as(server);

    expect(await amina.confirm()).toMatchObject(unavailable);
    expect(await listsWork(server)).toBe(true);
    disk.remount('rw');
    await until(async () => (await amina.confirm()).status === 201);
    expect(idsIn(await amina.history())).toHaveLength(2);
    expect(told(server, 'could not open the database')).toBe(1);
  });
});

describe('a file that is damaged', () => {
  const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  const overwrite = (path: string, from: number, bytes: number) => {
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
    closeSync(file);
  };

  test.each<[string, (path: string) => void]>([
    [
      'at its beginning',
      (path) => {
        overwrite(path, 0, 100);
      },
    ],
    [
      'in its middle',
      (path) => {
        overwrite(path, 8_192, 8_192);
      },
    ],
    [
      'by its end, which is missing',
      (path) => {
        truncateSync(path, Math.floor(statSync(path).size / 2));
      },
    ],
    [
      'altogether',
      (path) => {
        writeFileSync(path, 'Not a database.'.repeat(1_000));
      },
    ],
  ])('%s is reported at the start with a fix, and the file is not modified', async (_, damage) => {
    const folder = newFolder();
    const first = await startServerProcess({ DATA_DIR: folder });
    for (let count = 0; count < 5; count += 1) await as(first).confirm();
    await first.close();
    damage(fileIn(folder));
    const before = hashOf(fileIn(folder));
    const second = await startServerProcess({ DATA_DIR: folder, LOG_LEVEL: 'error' });
    await until(() => second.output().includes('is damaged'));

    expect(second.output()).toContain(`${fileIn(folder)} is damaged`);
    expect(second.output()).toMatch(/restore a backup, or move the file away/);
    expect(await as(second).confirm()).toMatchObject(unavailable);
    expect((await as(second).ask('GET', '/api/delegators')).status).toBe(200);
    expect(second.output().match(/is damaged/g)).toHaveLength(1);
    await second.close();
    expect(hashOf(fileIn(folder))).toBe(before);
  });
});

test('answers in time while another process holds the write lock, and stores the next confirmation', async () => {
  const folder = newFolder();
  server = await startServer({ env: { DATA_DIR: folder } });
  const amina = as(server);
  await amina.confirm();
  const other = new Libsql(fileIn(folder), { timeout: 1_000 });
  other.exec('begin immediate');

  expect(await amina.confirm()).toMatchObject(unavailable);
  expect(idsIn(await amina.history())).toHaveLength(1);
  other.exec('rollback');
  other.close();
  expect((await amina.confirm()).status).toBe(201);
});

test('reports a folder that cannot be created, and the lists still work', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'data'), 'A file where the folder should be.');
  server = await startServer({ env: { DATA_DIR: join(folder, 'data', 'here') } });

  expect(await as(server).confirm()).toMatchObject(unavailable);
  expect(JSON.stringify(server.log)).toContain('ENOTDIR');
  expect(await listsWork(server)).toBe(true);
});

test('answers what others share with 503 while the store is down, and asks Graph for nothing', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'data'), 'A file where the folder should be.');
  server = await startServer({ env: { DATA_DIR: join(folder, 'data') } });

  for (const list of ['delegators', 'delegates'])
    expect(await as(server).ask('GET', `/api/counterparts/${list}?id=${idOf('diego')}`)).toMatchObject(
      unavailable,
    );
  expect(server.sandbox.graph.requests).toEqual([]);
});

test('reports data of the first version and keeps it', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'postgresql'));
  writeFileSync(join(folder, 'postgresql', 'PG_VERSION'), '17');
  const served = await startServerProcess({ DATA_DIR: folder, LOG_LEVEL: 'warn' });
  await until(() => served.output().includes('first version of this program'));

  expect((await as(served).confirm()).status).toBe(201);
  expect(readFileSync(join(folder, 'postgresql', 'PG_VERSION'), 'utf8')).toBe('17');
  await served.close();
});
