import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createPostgresServer, type PostgresServer } from '../support/postgresServer.js';
import { findPostgres } from '../../scripts/findPrograms.js';
import { as } from '../support/as.js';
import { root } from '../support/repository.js';
import { startServer } from '../support/startServer.js';

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await createPostgresServer();
  await postgres.start();
  // Azure’s administrator is not a superuser either.
  await postgres.query('create role administrator login createdb createrole');
  await postgres.query('create database ours owner administrator');
  await postgres.query('create database other');
});
afterAll(() => postgres.remove());

/** Runs infra/databaseRole.sql as the administrator. */
const makeRole = () => {
  const psql = join(findPostgres() ?? '', 'psql');
  const settings = ['--set=ON_ERROR_STOP=1', '--set=password=a b\'c"d', '--quiet', '--no-psqlrc'];
  const file = join(root, 'infra/databaseRole.sql');
  execFileSync(psql, [...settings, `--file=${file}`, urlAs('administrator')], { stdio: 'pipe' });
};
const urlAs = (role: string) => postgres.urlOf('ours').replace('//delegates@', `//${role}@`);
const confirmOnce = async (url: string): Promise<number> => {
  const server = await startServer({ env: { DATABASE_URL: url } });
  const { status } = await as(server).confirm();
  await server.close();
  return status;
};

test('the server works with a role that owns its database and has no other rights', async () => {
  // Tables that belong to the administrator, as an earlier setup without the role leaves them.
  expect(await confirmOnce(urlAs('administrator'))).toBe(201);
  makeRole();
  // The second run changes the password.
  makeRole();

  expect(await confirmOnce(urlAs('delegates_app'))).toBe(201);
  const [facts] = await postgres.query(
    `select rolsuper or rolcreatedb or rolcreaterole or rolreplication as is_powerful,
       (select array_agg(datname::text) from pg_database where datdba = role.oid) as databases,
       (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relowner <> role.oid) as tables_of_others,
       has_database_privilege('public', 'ours', 'connect') as anyone_may_connect
     from pg_roles as role where rolname = 'delegates_app'`,
    'ours',
  );
  expect(facts).toEqual({
    is_powerful: false,
    databases: ['ours'],
    tables_of_others: 0,
    anyone_may_connect: false,
  });
});

test('the role also works on an unused database', async () => {
  await postgres.query('drop database ours');
  await postgres.query('create database ours owner administrator');
  makeRole();

  expect(await confirmOnce(urlAs('delegates_app'))).toBe(201);
});
