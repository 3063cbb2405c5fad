import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../scripts/findPrograms.js';
import { freePort, until } from './startServer.js';

/** A killed process loses nothing without fsync: only a crash of the machine does. */
const quick = ['fsync=off', 'full_page_writes=off', 'autovacuum=off'].flatMap((setting) => ['-c', setting]);

export type PostgresServer = Awaited<ReturnType<typeof createPostgresServer>>;

/** Creates a PostgreSQL server with an empty database on a free port, without starting it. */
export async function createPostgresServer() {
  const binaries = findPostgres();
  if (binaries === undefined) throw new Error('No PostgreSQL found. `npm test` installs it.');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const account = toAccount();
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const data = join(folder, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'delegates', '--auth=trust', '-E', 'UTF8', '--no-sync'],
    {
      ...account,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  const urlOf = (database: string) => `postgresql://delegates@127.0.0.1:${port}/${database}`;
  let running: ChildProcess | undefined;

  const query = async (sql: string, database = 'postgres'): Promise<readonly Record<string, unknown>[]> => {
    // A test may make read-only transactions the default of the database.
    const options = '-c default_transaction_read_only=off';
    const client = new pg.Client({
      connectionString: urlOf(database),
      connectionTimeoutMillis: 2_000,
      options,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  /** Backend processes. Each is in its own session, so a signal to the server does not reach it. */
  let backends: readonly number[] = [];
  const signal = (name: NodeJS.Signals) => {
    for (const pid of [running?.pid, ...backends]) {
      try {
        if (pid !== undefined) process.kill(pid, name);
      } catch {
        // The process has already exited.
      }
    }
  };
  const findBackends = async () => {
    const rows = await query('select pid from pg_stat_activity where pid <> pg_backend_pid()');
    backends = rows.map(({ pid }) => Number(pid));
  };
  const kill = async () => {
    if (running === undefined) return;
    await findBackends().catch(() => undefined);
    const ended = once(running, 'exit');
    signal('SIGKILL');
    await ended;
    running = undefined;
  };

  return {
    urlOf,
    start: async () => {
      rmSync(join(data, 'postmaster.pid'), { force: true });
      running = spawn(
        join(binaries, 'postgres'),
        ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', ...quick],
        { ...account, cwd: folder, stdio: 'ignore' },
      );
      await until(() =>
        query('select 1').then(
          () => true,
          () => false,
        ),
      );
    },
    /** Kills all processes without notice to the clients. */
    kill,
    /** Stops all responses but keeps the connections open. */
    pause: async () => {
      await findBackends();
      signal('SIGSTOP');
    },
    resume: () => signal('SIGCONT'),
    query,
    /** Kills the server and removes its data. */
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function toAccount(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const read = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: read('-u'), gid: read('-g') };
}
