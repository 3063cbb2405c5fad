import { randomUUID } from 'node:crypto';
import { allIds, as, idsIn, keepConfirming } from '../../support/confirming.js';
import { startHangingProxy, type HangingProxy } from '../../support/hangingProxy.js';
import { createPostgresServer, type PostgresServer } from '../../support/postgresServer.js';
import { canMakeSmallDisk, makeSmallDisk, type SmallDisk } from '../../support/smallDisk.js';
import { startServer, until, type TestServer } from '../../support/startServer.js';
import { testWhere } from '../../support/testWhere.js';

/** Faults of PostgreSQL: the lists work, confirming answers 503, and the server recovers by itself. */

let postgres: PostgresServer;
let database: string;
let server: TestServer;
let proxy: HangingProxy | undefined;
let disk: SmallDisk | undefined;
beforeAll(async () => {
  postgres = await createPostgresServer();
  await postgres.start();
});
beforeEach(async () => {
  database = `test_${randomUUID().replaceAll('-', '')}`;
  await postgres.query(`create database ${database}`);
});
afterEach(async () => {
  postgres.resume();
  await server.close();
  await proxy?.close();
  proxy = undefined;
  disk?.remove();
  disk = undefined;
});
afterAll(() => postgres.remove());

const unavailable = { status: 503, body: { code: 'store_unavailable' } };
const start = async (url = postgres.urlOf(database)) => {
  server = await startServer({ env: { DATABASE_URL: url } });
  return as(server);
};
const told = (words: string) => server.log.filter(({ msg }) => String(msg).includes(words)).length;
const listsWork = async () => (await as(server).ask('GET', '/api/delegators')).status === 200;

test('reports once that PostgreSQL is down at the start, and uses it once it is up', async () => {
  await postgres.kill();
  const amina = await start();

  expect(await amina.confirm()).toMatchObject(unavailable);
  expect(await amina.history()).toMatchObject(unavailable);
  expect(await amina.forget()).toMatchObject(unavailable);
  expect(await listsWork()).toBe(true);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  await postgres.start();
  await until(async () => (await amina.confirm()).status === 201);
  expect(told('could not open the database')).toBe(1);
  expect(told('the database is open again')).toBe(1);
  expect(JSON.stringify(server.log)).toContain('ECONNREFUSED');
  expect(JSON.stringify(server.log)).not.toContain(database);
});

test.each([
  ['connecting', ''],
  ['taking the lock', 'pg_advisory_xact_lock'],
  ['a migration', 'create table'],
])('reports once that PostgreSQL hangs in the middle of %s, then uses it', async (_, text) => {
  proxy = await startHangingProxy(Number(new URL(postgres.url).port));
  proxy.hangAt(text);
  const url = new URL(postgres.urlOf(database));
  url.port = String(proxy.port);
  const amina = await start(url.href);

  expect(await amina.confirm()).toMatchObject(unavailable);
  expect(await listsWork()).toBe(true);
  // The server retries by itself.
  await until(() => (proxy?.hanging() ?? 0) >= 2);
  proxy.pass();
  await until(async () => (await amina.confirm()).status === 201);
  expect(told('could not open the database')).toBe(1);
  expect(told('the database is open again')).toBe(1);
});

test('answers in time if PostgreSQL hangs later, and uses it once it continues', async () => {
  const amina = await start();
  await amina.confirm();
  await postgres.pause();

  expect(await amina.history()).toMatchObject(unavailable);
  expect(await amina.confirm()).toMatchObject(unavailable);
  expect(await listsWork()).toBe(true);
  postgres.resume();
  await until(async () => (await amina.confirm()).status === 201);
  expect(told('confirmations cannot be read')).toBe(1);
  expect(told('confirmations can be read again')).toBe(1);
});

test('a read-only PostgreSQL stores no part of a confirmation, and reading works', async () => {
  const amina = await start();
  await amina.confirm();
  await postgres.query(`alter database ${database} set default_transaction_read_only = on`);
  await postgres.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
  );
  await until(async () => (await amina.history()).status === 200);
  const before = idsIn(await amina.history());

  expect(await amina.confirm()).toMatchObject(unavailable);
  expect(idsIn(await amina.history())).toEqual(before);
  await postgres.query(`alter database ${database} reset default_transaction_read_only`);
  await postgres.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
  );
  await until(async () => (await amina.confirm()).status === 201);
});

testWhere(canMakeSmallDisk(), 'PostgreSQL with a full disk (needs the right to mount)')(
  'stores no part of a confirmation on a full disk, keeps serving reads, and recovers once it has space',
  async () => {
    disk = makeSmallDisk(postgres.uid);
    const amina = await start();
    await amina.confirm();
    await postgres.query(`create tablespace small location '${disk.folder}'`);
    await postgres.query('alter table confirmations set tablespace small', database);
    disk.fill();
    await until(async () => (await amina.confirm()).status === 503);
    const before = idsIn(await amina.history());

    expect(await amina.confirm()).toMatchObject(unavailable);
    expect(idsIn(await amina.history())).toEqual(before);
    expect(JSON.stringify(server.log)).toContain('53100');
    disk.free();
    await until(async () => (await amina.confirm()).status === 201);
    await server.close();
    await postgres.query(`drop database ${database} with (force)`);
    await postgres.query('drop tablespace small');
  },
);

test('has every acknowledged confirmation after being killed during writes', async () => {
  const amina = await start();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 2; kill += 1) {
    await until(async () => (await amina.history()).status === 200);
    const confirming = keepConfirming(server);
    await confirming.reaches(15);
    await postgres.kill();
    await confirming.stop();
    acknowledged.push(...confirming.acknowledged);
    await postgres.start();
  }
  await until(async () => (await amina.history()).status === 200);
  const kept = await allIds(server);

  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
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
  const amina = await start();

  expect((await amina.confirm()).status).toBe(201);
  expect(await postgres.query('select 1 from confirmations', database)).toHaveLength(2);
});
