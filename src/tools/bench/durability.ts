import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../../server/database/createDatabase.js';
import { sql } from '../../server/database/Database.js';
import { withDeadline } from '../../server/http/RequestScope.js';
import { createPostgresServer, type PostgresServer } from '../faults/postgresServer.js';
import { createPerson } from './person.js';
import { asServed, quantile, startBuilt, toTable, until } from './processes.js';
import { libsqlFaults, postgresFaults, type Fault } from './storeFaults.js';
import { startTenant, type Tenant } from './tenant.js';

const kills = 50;
const atLeast = 10_000;
const starts = 5;
const commits = 2_000;

/** What is acknowledged is kept, whatever is killed; and a fault that has gone is forgotten soon. Needs PostgreSQL. */
export async function benchDurability(): Promise<string> {
  const tenant = await startTenant();
  const postgres = await createPostgresServer();
  await postgres.start();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const killed = [
      ['embedded (libSQL)', await killOften(tenant, { DATA_DIR: join(folder, 'killed') })],
      ['PostgreSQL', await killOften(tenant, { DATABASE_URL: postgres.url }, postgres)],
    ] as const;
    const first = await measureStarts(tenant, folder);
    const heldMs = await measureCommits(join(folder, 'commits'));
    const back: (readonly [string, string])[] = [];
    for (const fault of libsqlFaults()) back.push(await measureReturn(tenant, fault));
    for await (const fault of postgresFaults(postgres)) back.push(await measureReturn(tenant, fault));
    return [
      '## Durability',
      '',
      `Eight confirmations at a time are sent without pause while \`kill -9\` ends the server ${kills} times; of PostgreSQL’s, every other`,
      'kill ends PostgreSQL and all of its processes.',
      '',
      toTable(
        ['engine', 'kills', 'acknowledged', 'lost (aim 0)'],
        killed.map(([engine, { acknowledged, lost }]) => [
          engine,
          kills,
          acknowledged.toLocaleString('en'),
          lost,
        ]),
      ),
      '',
      `The embedded database, the worst of ${starts} first starts on an empty folder, and ${commits.toLocaleString('en')} commits one after the other:`,
      '',
      toTable(
        ['what', 'measured', 'aim'],
        [
          ['answer to the first confirmation after _ready_', first.statuses, '201'],
          ['from _ready_ to confirmed, s', (first.confirmedMs / 1000).toFixed(2), '≤ 1'],
          ['resident memory 2 s after the first confirmation, MB', Math.round(first.megabytes), '≤ 150'],
          ['time for which a commit keeps requests from running, p99, ms', heldMs.toFixed(2), '≤ 2'],
        ],
      ),
      '',
      'From the end of a fault until a confirmation is stored again, nothing being restarted:',
      '',
      toTable(['fault', 's (aim ≤ 5)'], back),
      '',
    ].join('\n');
  } finally {
    await postgres.remove();
    await tenant.cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param postgres every other kill is its, where there is one */
async function killOften(tenant: Tenant, env: Readonly<Record<string, string>>, postgres?: PostgresServer) {
  const person = createPerson(tenant);
  const acknowledged: string[] = [];
  const start = () => startBuilt('server/main.js', { ...tenant.env, ...env }, '/readyz');
  let server = await start();
  for (let kill = 0; kill < kills; kill += 1) {
    await person.untilConfirmed(server.origin);
    const victim = kill % 2 === 1 && postgres !== undefined ? postgres : server;
    acknowledged.push(...(await person.confirmMany(server.origin, atLeast / kills, victim.kill)));
    if (victim === server) server = await start();
    else await postgres?.start();
  }
  await person.untilConfirmed(server.origin);
  const kept = await person.allIds(server.origin);
  await server.stop();
  return { acknowledged: acknowledged.length, lost: acknowledged.filter((id) => !kept.has(id)).length };
}

async function measureStarts(tenant: Tenant, folder: string) {
  const statuses = new Set<number | undefined>();
  let [confirmedMs, megabytes] = [0, 0];
  for (let start = 0; start < starts; start += 1) {
    const env = { ...tenant.env, ...asServed, DATA_DIR: join(folder, `start-${start}`) };
    const server = await startBuilt('server/main.js', env, '/readyz');
    const readyMs = performance.now();
    statuses.add(await createPerson(tenant).confirm(server.origin));
    confirmedMs = Math.max(confirmedMs, performance.now() - readyMs);
    // For half a second after the start it has some 30 MB more, which it gives back by itself.
    await wait(2_000);
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' });
    megabytes = Math.max(megabytes, Number(kilobytes) / 1_000);
    await server.stop();
  }
  return { statuses: [...statuses].join(', '), confirmedMs, megabytes };
}

/** Milliseconds at p99 for which the thread of the requests was busy with one commit. */
async function measureCommits(folder: string): Promise<number> {
  const database = createDatabase({
    config: { kind: 'embedded', folder },
    threadFile: fileURLToPath(new URL('../../server/database/libsqlThread.js', import.meta.url)),
    migrations: [],
  });
  const busyMs: number[] = [];
  await withDeadline(600_000, async (deadline) => {
    const write = (statement: ReturnType<typeof sql>) =>
      database.write(deadline, 'bench', (query) => query(statement));
    await write(sql`create table commits (text text)`);
    for (let count = 0; count < commits; count += 1) {
      const before = performance.eventLoopUtilization();
      await write(sql`insert into commits (text) values (${'x'.repeat(500)})`);
      busyMs.push(performance.eventLoopUtilization(before).active);
    }
  });
  await database.close();
  return quantile(busyMs, 0.99);
}

async function measureReturn(tenant: Tenant, fault: Fault): Promise<readonly [string, string]> {
  const person = createPerson(tenant);
  if (fault.isAtStart) await fault.begin();
  const server = await startBuilt('server/main.js', { ...tenant.env, ...fault.env }, '/readyz');
  if (!fault.isAtStart) {
    await person.untilConfirmed(server.origin);
    await fault.begin();
  }
  // Twice, so that it is in the middle of the fault.
  for (let refused = 0; refused < 2; refused += 1)
    await until(async () => (await person.confirm(server.origin)) === 503);
  await fault.end();
  const endMs = performance.now();
  await person.untilConfirmed(server.origin);
  const seconds = (performance.now() - endMs) / 1000;
  await server.stop();
  await fault.clean?.();
  return [fault.name, seconds.toFixed(1)];
}
