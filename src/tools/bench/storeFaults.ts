import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { startHangingProxy } from '../faults/hangingProxy.js';
import type { PostgresServer } from '../faults/postgresServer.js';
import { canMakeSmallDisk, makeSmallDisk, type SmallDisk } from '../faults/smallDisk.js';

/** Something that may befall what confirmations are kept in. */
export type Fault = {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether the server is started while it lasts. */
  readonly isAtStart?: true;
  readonly begin: () => unknown;
  readonly end: () => unknown;
  readonly clean?: () => unknown;
};

export function* libsqlFaults(): Generator<Fault> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  let other: Libsql.Database | undefined;
  yield {
    name: 'libSQL: another process keeps the lock',
    env: { DATA_DIR: folder },
    begin: () => {
      other = new Libsql(join(folder, 'call-delegates.db'), { timeout: 1_000 });
      other.exec('begin immediate');
    },
    end: () => {
      other?.exec('rollback');
      other?.close();
    },
  };
  if (!canMakeSmallDisk()) return;
  const onDisk = (fault: (disk: SmallDisk) => Omit<Fault, 'env' | 'clean'>): Fault => {
    const disk = makeSmallDisk();
    return { ...fault(disk), env: { DATA_DIR: disk.folder }, clean: disk.remove };
  };
  yield onDisk(({ fill, free }) => ({ name: 'libSQL: the disk is full', begin: fill, end: free }));
  yield onDisk(({ fill, free }) => ({
    name: 'libSQL: the disk is full at the start',
    isAtStart: true,
    begin: fill,
    end: free,
  }));
  yield onDisk(({ remount }) => ({
    name: 'libSQL: the disk is read-only at the start',
    isAtStart: true,
    begin: () => {
      remount('ro');
    },
    end: () => {
      remount('rw');
    },
  }));
}

export async function* postgresFaults(postgres: PostgresServer): AsyncGenerator<Fault> {
  let count = 0;
  const newDatabase = async () => {
    count += 1;
    await postgres.query(`create database faults_${count}`);
    return `faults_${count}`;
  };
  const envOf = (database: string) => ({ DATABASE_URL: postgres.urlOf(database) });
  const { kill, start, pause, resume } = postgres;
  const down = { begin: kill, end: start };
  yield { name: 'PostgreSQL: down', env: envOf(await newDatabase()), ...down };
  yield { name: 'PostgreSQL: down at the start', env: envOf(await newDatabase()), isAtStart: true, ...down };
  yield { name: 'PostgreSQL: hangs', env: envOf(await newDatabase()), begin: pause, end: resume };
  for (const [where, text] of [
    ['connecting', ''],
    ['taking the lock', 'pg_advisory_xact_lock'],
    ['a migration', 'create table'],
  ] as const) {
    const url = new URL(postgres.urlOf(await newDatabase()));
    const proxy = await startHangingProxy(Number(url.port));
    url.port = String(proxy.port);
    yield {
      name: `PostgreSQL: hangs in ${where}, at the start`,
      env: { DATABASE_URL: url.href },
      isAtStart: true,
      begin: () => {
        proxy.hangAt(text);
      },
      end: proxy.pass,
      clean: proxy.close,
    };
  }
  const database = await newDatabase();
  const reconnect = () =>
    postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
  const setReadOnly = async (value: 'on' | 'off') => {
    await postgres.query(`alter database ${database} set default_transaction_read_only = ${value}`);
    await reconnect();
  };
  yield {
    name: 'PostgreSQL: takes no writes',
    env: envOf(database),
    begin: () => setReadOnly('on'),
    end: () => setReadOnly('off'),
  };
  if (!canMakeSmallDisk()) return;
  const disk = makeSmallDisk(postgres.uid);
  const onDisk = await newDatabase();
  yield {
    name: 'PostgreSQL: its disk is full',
    env: envOf(onDisk),
    begin: async () => {
      await postgres.query(`create tablespace small location '${disk.folder}'`);
      await postgres.query('alter table confirmations set tablespace small', onDisk);
      disk.fill();
    },
    end: disk.free,
    clean: async () => {
      await postgres.query(`drop database ${onDisk} with (force)`);
      await postgres.query('drop tablespace small');
      disk.remove();
    },
  };
}
