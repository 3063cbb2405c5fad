import { randomUUID } from 'node:crypto';
import { confirmationPath, confirmationsPath, listPath } from '../../contract/paths.js';
import { quantile, startBuilt, toTable, until } from './processes.js';
import { engines, guidOf, type StoreEngine } from './storeEngines.js';
import { startTenant, tenantId, type Tenant } from './tenant.js';

const counts = [1, 10_000, 1_000_000];
const asked = 300;

/** Confirming, and reading the last confirmation, over HTTP, while more and more is stored. */
export async function benchStore(): Promise<string> {
  const tenant = await startTenant();
  const rows: (string | number)[][] = [];
  for (const start of engines) {
    const engine = await start();
    if (engine === undefined) {
      rows.push(['PostgreSQL', 'not installed here', '', '', '', '']);
      continue;
    }
    try {
      rows.push(...(await benchEngine(engine, tenant)));
    } finally {
      await engine.close();
    }
  }
  await tenant.cloud.stop();
  return [
    '## Confirmations',
    '',
    `The whole request over HTTP, ${asked} of each, one after the other; ratios to the same engine with one confirmation stored.`,
    'Confirming reads the list from Graph first, as it always does.',
    '',
    toTable(['engine', 'stored', 'read last, p50', 'read last, p99', 'confirm, p50', 'confirm, p99'], rows),
    '',
    'Aim: reading the last one stays at 1.5 or below.',
    '',
  ].join('\n');
}

async function benchEngine(engine: StoreEngine, { env, token }: Tenant): Promise<(string | number)[][]> {
  const measured: {
    readonly count: number;
    readonly read: readonly number[];
    readonly confirm: readonly number[];
  }[] = [];
  for (const count of counts) {
    const server = await startBuilt('server/main.js', { ...env, ...engine.env }, '/readyz');
    const user = randomUUID();
    const headers = { authorization: `Bearer ${token(user)}`, 'content-type': 'application/json' };
    const last = `${server.origin}${confirmationsPath('delegates')}?limit=1`;
    const read = async () => (await fetch(last, { headers })).status === 200;
    await until(read);
    const { fingerprint } = (await (
      await fetch(`${server.origin}${listPath('delegates')}`, { headers })
    ).json()) as { fingerprint: string };
    const confirm = async () => {
      const answer = await fetch(`${server.origin}${confirmationPath('delegates', randomUUID())}`, {
        method: 'PUT',
        headers,
        body: JSON.stringify({ fingerprint }),
      });
      return answer.status === 201;
    };
    if (!(await confirm())) throw new Error('The server refused what was measured.');
    // Until the engine runs its compiled code.
    for (let round = 0; round < 500; round += 1) await read();
    const reads = await time(read);
    const confirms = await time(confirm);
    measured.push({ count, read: reads, confirm: confirms });
    await server.stop();
    const more = counts[counts.indexOf(count) + 1];
    if (more !== undefined)
      await engine.run({ libSQL: fillLibsql(more - count), PostgreSQL: fillPostgresql(more - count) });
  }
  const first = measured[0];
  return measured.map(({ count, read, confirm }) => [
    engine.name,
    count.toLocaleString('en'),
    ...[0.5, 0.99].map((share) => (quantile(read, share) / quantile(first?.read ?? [1], share)).toFixed(2)),
    ...[0.5, 0.99].map((share) =>
      (quantile(confirm, share) / quantile(first?.confirm ?? [1], share)).toFixed(2),
    ),
  ]);
}

async function time(action: () => Promise<boolean>): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < asked; count += 1) {
    const startMs = performance.now();
    if (!(await action())) throw new Error('The server refused what was measured.');
    times.push(performance.now() - startMs);
  }
  return times;
}

const storedEntries =
  '[{"id":"a","isActive":true,"allowedActions":{"makeCalls":true,"receiveCalls":false},"isRight":true}]';

const fillPostgresql = (count: number): string => `
  insert into confirmations
  select '${tenantId}', md5((n / 100)::text)::uuid, 'delegates', gen_random_uuid(),
    now() - random() * interval '365 days', 'f', '${storedEntries}'
  from generate_series(1, ${count}) n;
  analyze confirmations;`;

const fillLibsql = (count: number): string => `
  begin;
  insert into confirmations
  with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count})
  select '${tenantId}', ${guidOf("printf('%032x', n / 100)")}, 'delegates', ${guidOf("printf('%032x', n + abs(random()) % 1000000 * 10000000)")},
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', printf('-%d seconds', abs(random()) % 31536000)), 'f', '${storedEntries}'
  from numbers;
  commit;`;
