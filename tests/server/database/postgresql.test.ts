import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { findPostgres } from '../../../scripts/findPrograms.js';
import { confirmationMigrations } from '../../../src/server/confirmations/migrations.js';
import { sql } from '../../../src/server/database/Database.js';
import { openPostgresql } from '../../../src/server/database/postgresql.js';
import { newCaller } from '../../support/caller.js';
import { as } from '../../support/as.js';
import { documentedCommand, run } from '../../support/documentedCommands.js';
import { startHangingProxy } from '../../support/hangingProxy.js';
import {
  canConfirm,
  confirm,
  idsOf,
  keepConfirming,
  unavailable,
  useStarted,
} from '../../support/instances.js';
import { newFolder } from '../../support/newFolder.js';
import { createPostgresServer, type PostgresServer } from '../../support/postgresServer.js';
import { root } from '../../support/repository.js';
import { startServer, until } from '../../support/startServer.js';

/** Promises of PostgreSQL beyond `confirmations/store.ts`: faults, durability, backups. */

let postgres: PostgresServer;
let database: string;
const started = useStarted();
const { outages } = started;
beforeAll(async () => {
  postgres = await createPostgresServer();
  await postgres.start();
});
beforeEach(async () => {
  database = `test_${randomUUID().replaceAll('-', '')}`;
  await postgres.query(`create database ${database}`);
});
afterEach(() => postgres.resume());
afterAll(() => postgres.remove());

const start = (url = postgres.urlOf(database), options = {}) =>
  started.start({ kind: 'postgresql', url }, { attemptMs: 500, ...options });
const untilStored = (...args: Parameters<typeof canConfirm>) => until(() => canConfirm(...args));
const idsInDatabase = async (name = database) =>
  new Set((await postgres.query('select id from confirmations', name)).map(({ id }) => String(id)));

test('is reported once when it is down at the start, and used once it is up; confirmations answer 503 without asking Graph, and the lists work', async () => {
  await postgres.kill();
  const server = await startServer({ env: { DATABASE_URL: postgres.urlOf(database) } });
  const amina = as(server);
  const { fingerprint } = (await amina.get('/api/delegators')).body;
  server.sandbox.graph.requests.length = 0;
  for (const [method, path, body] of [
    ['PUT', `confirmations/delegators/${randomUUID()}`, { fingerprint }],
    ['GET', 'confirmations/delegators', undefined],
    ['DELETE', 'confirmations', undefined],
    ['GET', `counterparts/delegators?id=${randomUUID()}`, undefined],
  ] as const)
    expect(await amina.ask(method, `/api/${path}`, body)).toMatchObject({
      status: 503,
      body: { code: 'store_unavailable' },
    });
  expect(server.sandbox.graph.requests).toEqual([]);
  expect((await amina.get('/api/delegators')).status).toBe(200);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  await postgres.start();
  await until(async () => (await amina.confirm()).status === 201);
  const logged = (words: string) => server.log.filter(({ msg }) => String(msg).includes(words));

  expect(logged('could not open the database')).toHaveLength(1);
  expect(logged('the database is open again')).toHaveLength(1);
  expect(JSON.stringify(server.log)).toContain('ECONNREFUSED');
  expect(JSON.stringify(server.log)).not.toContain(database);
  await server.close();
});

test.each([
  ['connecting', ''],
  ['taking the lock', 'pg_advisory_xact_lock'],
  ['a migration', 'create table'],
])('is reported once when it hangs in the middle of %s, then used', async (_, text) => {
  const url = new URL(postgres.urlOf(database));
  const proxy = await startHangingProxy(Number(url.port));
  proxy.hangAt(text);
  url.port = String(proxy.port);
  const confirmations = start(url.href);
  await expect(confirm(confirmations, newCaller())).rejects.toMatchObject(unavailable);
  // It retries by itself. A connection attempt takes longer than the rest.
  await until(() => proxy.hanging() >= (text === '' ? 1 : 2));
  proxy.pass();
  await untilStored(confirmations);

  expect(outages).toEqual([
    ['opening', expect.any(String)],
    ['opening', undefined],
  ]);
  await started.close();
  await proxy.close();
});

test('fails in time when it hangs later, and is used once it continues', async () => {
  const confirmations = start(undefined, { operationMs: 1_000 });
  const caller = newCaller();
  await confirm(confirmations, caller);
  await postgres.pause();
  await expect(idsOf(confirmations, caller.again())).rejects.toMatchObject(unavailable);
  await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(unavailable);
  postgres.resume();
  await untilStored(confirmations, caller);

  expect(outages.filter(([outage]) => outage === 'reading')).toEqual([
    ['reading', expect.any(String)],
    ['reading', undefined],
  ]);
});

test('stores no part of a confirmation while it cannot write, keeps serving reads, and recovers', async () => {
  const confirmations = start();
  const caller = newCaller();
  await confirm(confirmations, caller);
  const endConnections = () =>
    postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
  await postgres.query(`alter database ${database} set default_transaction_read_only = on`);
  await endConnections();
  const before = await idsInDatabase();
  await expect(confirm(confirmations, caller.again())).rejects.toMatchObject(unavailable);
  expect(new Set(await idsOf(confirmations, caller.again()))).toEqual(before);
  expect(outages).toEqual([['writing', expect.stringContaining('read-only')]]);
  await postgres.query(`alter database ${database} reset default_transaction_read_only`);
  await endConnections();

  await untilStored(confirmations, caller);
});

test('has every acknowledged confirmation after being killed during writes', async () => {
  const confirmations = start();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 2; kill += 1) {
    await untilStored(confirmations);
    const confirming = keepConfirming(async (id) => (await confirm(confirmations, newCaller(), id)).isNew);
    await confirming.reaches(15);
    await postgres.kill();
    await confirming.stop();
    acknowledged.push(...confirming.acknowledged);
    await postgres.start();
  }
  const kept = await idsInDatabase();

  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('a connection that breaks while the pool hands it from a read to a write does not end the process', async () => {
  const message = (type: string, body: string) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
  };
  const ready = message('Z', 'I');
  // Answers a query and reports the end of the connection in one packet.
  const packet = Buffer.concat([
    message('C', 'SELECT 0\0'),
    ready,
    message('E', 'SFATAL\0C57P01\0Mgone\0\0'),
  ]);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', '\0\0\0\0'), ready]));
      socket.on('data', () => socket.end(packet));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const engine = openPostgresql(`postgresql://delegates@127.0.0.1:${port}/any`);
  const untilMs = Date.now() + 10_000;
  // There are three connections, so that the writes wait for them.
  const reads = Array.from({ length: 3 }, () => engine.read(untilMs, sql`select 1`));
  const writes = Array.from({ length: 3 }, () => engine.write(untilMs, 'any', (query) => query`select 1`));

  expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'));
  expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  await engine.close();
  server.close();
});

test('migrates the tables of the first version with their data', async () => {
  const [tenantId, userId] = [randomUUID(), randomUUID()];
  await postgres.query(
    `create table "confirmations" (
      "tenant_id" uuid not null, "user_id" uuid not null, "list" text not null, "id" uuid not null,
      "confirmed_at" timestamp (3) with time zone not null, "fingerprint" text not null, "entries" jsonb not null,
      constraint "confirmations_tenant_id_user_id_list_id_pk" primary key ("tenant_id", "user_id", "list", "id"));
    create index "confirmations_newest" on "confirmations" using btree ("tenant_id", "user_id", "list", "confirmed_at" desc, "id" desc);
    create index "confirmations_age" on "confirmations" using btree ("confirmed_at");
    insert into confirmations values ('${tenantId}', '${userId}', 'delegators', '${randomUUID()}', now(), 'f', '[]')`,
    database,
  );
  const confirmations = start();
  const caller = newCaller({ tenantId, objectId: userId });
  await confirm(confirmations, caller, randomUUID(), { list: 'delegators', fingerprint: 'g' });

  expect(await idsOf(confirmations, caller.again(), 'delegators')).toHaveLength(2);
});

test('a migration may take longer than an attempt to open the database', async () => {
  const slow = { name: '9999-slow', statements: ['select pg_sleep(1.5)'] };
  await untilStored(start(undefined, { migrations: [...confirmationMigrations, slow] }));

  expect(
    await postgres.query(`select 1 from applied_migrations where name = '9999-slow'`, database),
  ).toHaveLength(1);
});

test('the documented commands write and restore a complete and usable backup while the server runs', async () => {
  const confirmations = start();
  const confirming = keepConfirming(async (id) => (await confirm(confirmations, newCaller(), id)).isNew);
  const file = join(newFolder(), 'backup.dump');
  const runOn = (name: string, beginning: string) =>
    run(documentedCommand('backup.dump', beginning).replace('backup.dump', file), {
      cwd: root,
      env: {
        PATH: [findPostgres(), process.env['PATH']].join(delimiter),
        DATABASE_URL: postgres.urlOf(name),
      },
    });
  await confirming.reaches(30);
  const before = [...confirming.acknowledged];
  await runOn(database, 'pg_dump ');
  await confirming.reaches(before.length + 10);
  await confirming.stop();
  const restored = `${database}_restored`;
  await postgres.query(`create database ${restored}`);
  await runOn(restored, 'pg_restore ');
  await confirm(start(postgres.urlOf(restored)), newCaller());
  const kept = await idsInDatabase(restored);

  expect(before.filter((id) => !kept.has(id))).toEqual([]);
});
