import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { listPath } from '../../contract/paths.js';
import {
  asServed,
  freePort,
  median,
  quantile,
  startBuilt,
  stop,
  toTable,
  type Running,
} from './processes.js';
import { startTenant } from './tenant.js';

/** Nobody listens there: confirmations are not part of this. */
const noDatabase = 'postgresql://127.0.0.1:1/none';

type Measured = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** The server against the least that could stand in its place, with one user and with many. */
export async function benchServer(users: number): Promise<string> {
  const tenant = await startTenant();
  const { cloud, token } = tenant;
  const metricsPort = await freePort();
  const env = { ...tenant.env, ...asServed, TOKEN_CACHE_MAX: String(users * 2), DATABASE_URL: noDatabase };
  const forwarder = await startBuilt('tools/bench/forwarder.js', { BENCH_GRAPH: cloud.origin }, '/');
  const server = await startBuilt('server/main.js', { ...env, METRICS_PORT: String(metricsPort) }, '/readyz');
  const memory = async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 1e6;
  };
  try {
    const one = [token(randomUUID())];
    const warm = [await load(server, one, 4), await load(forwarder, one, 4)];
    if (warm.some(({ perSecond }) => perSecond === 0)) throw new Error('Nothing was measured.');
    const rounds: { server: Measured; forwarder: Measured }[] = [];
    for (let round = 0; round < 3; round += 1) {
      rounds.push({ server: await load(server, one, 5), forwarder: await load(forwarder, one, 5) });
    }
    const ratio = (pick: (measured: Measured) => number) =>
      median(rounds.map((round) => pick(round.server) / pick(round.forwarder)));
    const atRest = await memory();

    const many = Array.from({ length: users }, () => token(randomUUID()));
    await everyOnce(server, many);
    const withMany = await memory();
    const flat: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const few = await load(server, one, 5);
      const all = await load(server, many, 5);
      flat.push(few.perSecond / all.perSecond);
    }

    const starts = { server: [] as number[], forwarder: [] as number[] };
    for (let round = 0; round < 5; round += 1) {
      starts.server.push(await timeStart('server/main.js', env, '/readyz'));
      starts.forwarder.push(await timeStart('tools/bench/forwarder.js', { BENCH_GRAPH: cloud.origin }, '/'));
    }
    return [
      '## Server',
      '',
      'A warm `GET /api/delegators` (token verified, exchanged token cached, two calls to a loopback Graph that answers at once)',
      'against a bare `node:http` process that makes the same two calls with a fixed token. The server is started as the Dockerfile',
      'does it. 32 connections, three rounds of 5 s each, medians.',
      '',
      toTable(
        ['what', 'ratio', 'aim'],
        [
          [
            'requests per second, server ÷ bare forwarder',
            ratio(({ perSecond }) => perSecond).toFixed(2),
            '≥ 0.75',
          ],
          ['p50, server ÷ bare forwarder', ratio(({ p50 }) => p50).toFixed(2), ''],
          ['p99, server ÷ bare forwarder', ratio(({ p99 }) => p99).toFixed(2), '≤ 1.3'],
          [
            `time of a request, any of ${users.toLocaleString('en')} users ÷ always the same user`,
            median(flat).toFixed(2),
            '≤ 1.5',
          ],
          [
            'cold start to ready, server ÷ bare forwarder',
            (median(starts.server) / median(starts.forwarder)).toFixed(1),
            '≤ 6',
          ],
          [
            `resident memory, after ${users.toLocaleString('en')} users ÷ after one`,
            (withMany / atRest).toFixed(2),
            '',
          ],
        ],
      ),
      '',
      `Bytes for each user who is remembered (verified token and exchanged token, as resident memory): ${Math.round(
        ((withMany - atRest) * 1e6) / users,
      ).toLocaleString(
        'en',
      )}. Resident after one user's 20 seconds of load, with room for twice as many users: ${Math.round(atRest)} MB, without the embedded database.`,
      '',
      await benchSharing(env, token),
    ].join('\n');
  } finally {
    await Promise.all([server.stop(), forwarder.stop(), cloud.stop()]);
  }
}

/** What a user costs who lands on another instance: with Redis, and without. */
async function benchSharing(
  env: Readonly<Record<string, string>>,
  token: (objectId: string) => string,
): Promise<string> {
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  const isThere = await new Promise<boolean>((resolve) => {
    redis.once('error', () => {
      resolve(false);
    });
    redis.once('spawn', () => {
      resolve(true);
    });
  });
  if (!isThere) return 'Redis is not installed here; sharing tokens was not measured.\n';
  const shared = {
    ...env,
    REDIS_URL: `redis://127.0.0.1:${port}`,
    TOKEN_CACHE_KEY: Buffer.alloc(32, 1).toString('base64'),
  };
  const [first, second] = [
    await startBuilt('server/main.js', shared, '/readyz'),
    await startBuilt('server/main.js', shared, '/readyz'),
  ];
  try {
    // Both have their connection by then.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await everyOnce(
      first,
      Array.from({ length: 200 }, () => token(randomUUID())),
    );
    await everyOnce(
      second,
      Array.from({ length: 200 }, () => token(randomUUID())),
    );
    const known = Array.from({ length: 1_000 }, () => token(randomUUID()));
    const strangers = Array.from({ length: 1_000 }, () => token(randomUUID()));
    await everyOnce(first, known);
    const found = await everyOnce(second, known);
    const exchanged = await everyOnce(second, strangers);
    return `A user's first request on a second instance, token found in Redis ÷ exchanged anew: **${(found / exchanged).toFixed(2)}** (1,000 users each, an identity provider on loopback that answers at once; the real one takes 50 to 200 ms, which is what this saves).\n`;
  } finally {
    await Promise.all([first.stop(), second.stop(), stop(redis)]);
  }
}

async function timeStart(file: string, env: Readonly<Record<string, string>>, path: string): Promise<number> {
  const running = await startBuilt(file, env, path);
  await running.stop();
  return running.startedMs;
}

const connections = 32;

/** As many requests as can be had in so many seconds, with tokens taken at random. */
async function load({ origin }: Running, tokens: readonly string[], seconds: number): Promise<Measured> {
  const pool = new Pool(origin, { connections });
  const times: number[] = [];
  const startMs = performance.now();
  const endMs = startMs + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < endMs) {
        const askedMs = performance.now();
        await ask(pool, tokens[Math.floor(Math.random() * tokens.length)] ?? '');
        times.push(performance.now() - askedMs);
      }
    }),
  );
  const perSecond = (times.length * 1000) / (performance.now() - startMs);
  await pool.close();
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** Asks once with each token; gives the milliseconds for all. */
async function everyOnce({ origin }: Running, tokens: readonly string[]): Promise<number> {
  const pool = new Pool(origin, { connections });
  const left = [...tokens];
  const startMs = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let token = left.pop(); token !== undefined; token = left.pop()) await ask(pool, token);
    }),
  );
  const took = performance.now() - startMs;
  await pool.close();
  return took;
}

async function ask(pool: Pool, token: string): Promise<void> {
  const { statusCode, body } = await pool.request({
    path: listPath('delegators'),
    method: 'GET',
    headers: { authorization: `Bearer ${token}` },
  });
  await body.dump();
  if (statusCode !== 200) throw new Error(`The server answered ${statusCode}.`);
}
