import autocannon from 'autocannon';
import { freePort, median, start, toTable } from './support.js';
import { startTenant } from './tenant.js';

const rounds = 5;
const seconds = 5;
/** The servers still get faster in their first half minute. */
const warmUpSeconds = 30;
const users = 20_000;

/** Compares the server with a bare forwarder, and with Express and msal-node for the same list. */
export async function benchServer() {
  const { cloud, env, token } = await startTenant();
  const metricsPort = await freePort();
  const ours = 'dist/server/main.js';
  const servers = {
    // No server listens on this port: throughput excludes confirmations.
    ours: await start(ours, { ...env, DATABASE_URL: 'postgresql://127.0.0.1:1/none' }, '/readyz'),
    forwarder: await start('bench/variants/forwarder.js', env),
    express: await start('bench/variants/express.js', env),
  };
  const names = /** @type {(keyof typeof servers)[]} */ (Object.keys(servers));
  try {
    const one = [token()];
    /** @type {Record<string, { average: number, p99: number }>[]} */
    const taken = [];
    for (let round = 0; round <= rounds; round += 1) {
      /** @type {Record<string, { average: number, p99: number }>} */
      const measured = {};
      const duration = round === 0 ? warmUpSeconds : seconds;
      for (const name of names) measured[name] = await load(servers[name].origin, one, { duration });
      if (round > 0) taken.push(measured);
    }
    /** @param {string} name @param {'average' | 'p99'} figure */
    const ratio = (name, figure) =>
      median(taken.map(({ ours, [name]: other }) => (ours?.[figure] ?? NaN) / (other?.[figure] ?? NaN)));

    // msal-node scans one flat cache on each request.
    const thousand = Array.from({ length: 1_000 }, token);
    const busy = { ours: NaN, express: NaN };
    for (const name of /** @type {const} */ (['ours', 'express'])) {
      await load(servers[name].origin, thousand, { amount: 1_000 });
      busy[name] = (await load(servers[name].origin, thousand, { duration: seconds })).average;
    }

    // A second server, because metrics lower the throughput.
    const embedded = await start(
      ours,
      {
        ...env,
        METRICS_PORT: String(metricsPort),
        TOKEN_CACHE_MAX: String(users * 2),
        NODE_OPTIONS: `--import=${new URL('variants/collectGarbage.js', import.meta.url).href}`,
      },
      '/readyz',
    );
    /** @param {string} name */
    const metric = async (name) => {
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
    };
    const resident = async () => Math.round((await metric('process_resident_memory_bytes')) / 1e6);
    const cold = { ours: embedded.startMs, forwarder: servers.forwarder.startMs };
    const memory = { ready: await resident(), loaded: NaN };
    await load(embedded.origin, one, { duration: seconds });
    memory.loaded = await resident();

    const liveBytes = async () => {
      embedded.signal('SIGUSR2');
      // The server has handled the signal when it has answered these.
      await load(embedded.origin, one, { amount: 100 });
      return await metric('nodejs_heap_size_used_bytes');
    };
    const before = await liveBytes();
    await load(embedded.origin, Array.from({ length: users }, token), { amount: users });
    const bytesPerUser = ((await liveBytes()) - before) / users;
    await embedded.stop();
    return [
      '## Server',
      '',
      `A warm \`GET /api/delegators\`: token verified, exchanged token cached, two calls to a Graph on loopback that answers at once.`,
      'The forwarder makes the same two calls with a fixed token. The Express server verifies the token with jose and exchanges it',
      `with msal-node and its stock cache. 32 connections, medians of ${rounds} rounds of ${seconds} s after a warm-up. All have`,
      'their default configuration, except that the rate limit and the log are off.',
      '',
      toTable(
        ['what', 'ratio', 'limit'],
        [
          ['requests per second, ours ÷ forwarder', ratio('forwarder', 'average').toFixed(2), '≥ 0.80'],
          ['p99, ours ÷ forwarder', ratio('forwarder', 'p99').toFixed(2), '≤ 1.3'],
          ['requests per second, one user, ours ÷ Express', ratio('express', 'average').toFixed(2), ''],
          ['requests per second, 1,000 users, ours ÷ Express', (busy.ours / busy.express).toFixed(1), ''],
          ['start to ready, ours ÷ forwarder', (cold.ours / cold.forwarder).toFixed(1), ''],
        ],
      ),
      '',
      `Heap for each further user: ${Math.round(bytesPerUser).toLocaleString('en')} bytes (limit 5,000), over ${users.toLocaleString('en')} users.`,
      `Resident memory with the embedded database: ${memory.ready} MB when ready (limit 130), ${memory.loaded} MB after ${seconds} s of this load.`,
      '',
    ].join('\n');
  } finally {
    await Promise.all([...Object.values(servers), cloud].map(({ stop }) => stop()));
  }
}

/**
 * @param {string} origin
 * @param {readonly string[]} tokens used in rotation
 * @param {{ duration: number } | { amount: number }} extent
 */
async function load(origin, tokens, extent) {
  let next = 0;
  const result = await autocannon({
    url: origin,
    connections: 32,
    ...extent,
    requests: [
      {
        path: '/api/delegators',
        setupRequest: (request) => {
          next = (next + 1) % tokens.length;
          return { ...request, headers: { authorization: `Bearer ${tokens[next]}` } };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests failed.`);
  return { average: result.requests.average, p99: result.latency.p99 };
}
